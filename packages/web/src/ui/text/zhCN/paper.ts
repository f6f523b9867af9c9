/** What printed documents share: number and date, the count with what waits, places for signatures and seals. */
export const paper = {
  number: (p: { number: string }) => `编号：${p.number}`,
  printedOn: (p: { date: string }) => `制表日期：${p.date}`,
  signed: (p: { day: string; code: string }) => `${p.day}日终校验码：${p.code}`,
  madeBy: (p: { bureau: string }) => `制表单位：${p.bureau}`,
  pendingExceeds: (p: { days: string; total: string; over: string }) =>
    `另有 ${p.days} 个工作日审批中，尚未计入；如全部计入，累计 ${p.total} 个工作日，超过上限 ${p.over} 个工作日。`,
  pendingWithin: (p: { days: string; total: string }) =>
    `另有 ${p.days} 个工作日审批中，尚未计入；如全部计入，累计 ${p.total} 个工作日，不超过上限。`,
  countsProvisional: "计入或审批中的日期有的在尚未公布放假安排的年份，上述天数为暂定。",
  termProvisional: "任期涉及尚未公布放假安排的年份；目前计入和审批中的日期不在其中。",
  preparedBy: "经办人（签字）",
  checkedBy: "审核人（签字）",
  approvedBy: "审批人（签字）",
  handedOverBy: "移交人（签字）",
  receivedBy: "接收人（签字）",
  filedBy: "填报人（签字）",
  mentor: "师傅（签字）",
  apprentice: "徒弟（签字）",
  tester: "考核人（签字）",
  officer: "本人核对意见（签字）",
  seal: "单位（盖章）",
  day: "　　　年　　月　　日",
};
