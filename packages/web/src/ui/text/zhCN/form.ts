export const form = {
  errorPrefix: "错误：",
  errorTitle: "提交的内容有误，请更正",
  dateHint: "例如 2026-03-02，也可写 2026/3/2、2026年3月2日、20260302",
  maxLength: (p: { max: number }) => `不超过 ${p.max} 字`,
  choose: "请选择",
  labelled: (p: { label: string; message: string }) => `${p.label}：${p.message}`,
  optional: (p: { label: string }) => `${p.label}（选填）`,
  progress: (p: { done: number; total: number }) => `已处理 ${p.done} / ${p.total}`,
  line: (p: { line: number; message: string }) => `第 ${p.line} 行：${p.message}`,
  moreLines: (p: { count: number }) => `另有 ${p.count} 处问题，改正以上后再核对`,
};
