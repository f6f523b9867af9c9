/** Tables of a page as a file for Excel. */
export const sheet = {
  whole: "全部显示（供打印）",
  part: "此处只是其中一页，不是全部记录。",
  link: "导出 Excel（.xlsx）",
  asOf: (p: { today: string }) => `截至 ${p.today}`,
  filteredBy: (p: { filters: string }) => `筛选条件：${p.filters}`,
  everything: "未设筛选条件",
};
