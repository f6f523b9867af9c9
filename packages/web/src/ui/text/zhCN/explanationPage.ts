/** The sheet that shows which days count, for the officer to sign. */
export const explanationPage = {
  title: "不在岗天数计算说明",
  open: "计算说明",
  days: "计入的日期",
  noDays: "没有计入的日期。",
  month: "月份",
  dates: "日期",
  monthDays: "天数",
  dayOfMonth: (p: { day: number; part: string }) => `${p.day}日${p.part}`,
  daysFromTo: (p: { from: string; to: string }) => `${p.from}至${p.to}`,
  marked: (p: { day: string; marks: string }) => `${p.day}（${p.marks}）`,
  byClass: (p: { caption: string; count: number }) =>
    `${p.caption}（共 ${p.count} 条，按类别合并；逐条见《挂职期间不在岗情况核定表》）`,
  rule: (p: { scheme: string; limit: string }) =>
    `计算规则：依据《${p.scheme}》，任期内不在岗累计超过 ${p.limit} 个工作日的，经历不予认定，恰为 ${p.limit} 天不算超过。半天按 0.5 天计，同一时段重叠的只计一次；休息日和法定节假日不计，调休上班日计入。`,
  monthsChanged: (p: { months: string }) =>
    `${p.months}的在岗确认与台账不一致，须由填报单位重新确认；本说明按台账计算。`,
  notices: (p: { list: string }) => `工作日依据：${p.list}。`,
  unpublished: (p: { year: number }) => `${p.year} 年安排尚未公布，暂按周一至周五计，法定固定放假日除外`,
};
