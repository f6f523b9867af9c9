/** Tables of a page as a file for Excel. */
export const sheet = {
  whole: "全部显示（供打印）",
  link: "导出 Excel（.xlsx）",
  asOf: (p: { today: string }) => `截至 ${p.today}`,
  filteredBy: (p: { filters: string }) => `筛选条件：${p.filters}`,
  everything: "未设筛选条件",
};
