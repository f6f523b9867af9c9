export const schemePage = {
  title: "制度方案",
  intro: "方案写明任期、计入口径、上限、预警和审批权限。方案一经启用即不再变更，调整须另立新版本。",
  setting: "项目",
  counts: "计入",
  doesNotCount: "不计入",
  notDecided: "未规定",
  undecidedNote: (p: { classes: string }) =>
    `${p.classes}：类别晚于本版方案设立，本版没有规定是否计入；按本版挂职的人员不能登记该类别，待新版方案作出规定。`,
  byDefault: (p: { value: string; schema: number }) =>
    `${p.value}（本版按第 ${p.schema} 代格式写成，没有写明此项，依该格式的默认规定）`,
  class: "类别",
  kind: "办理方式",
  classes: "各类不在岗是否计入",
  settings: "规则设置",
  term: "任期",
  termMonths: (p: { months: number }) => `${p.months} 个月（止日＝起日加 ${p.months} 个月减 1 天）`,
  termStartsOn: "任期起算",
  starts: { nominal: "自批次确定的日期起算", "report-in": "自报到之日起算" },
  limit: "不在岗上限",
  limitIs: (p: { days: string }) =>
    `任期内累计超过 ${p.days} 个工作日的，经历不予认定（恰为 ${p.days} 天不算超过）`,
  granularity: "计算单位",
  halfDay: "半天；重叠部分只计一次；周末、法定节假日不计，调休上班日计入",
  calendar: "工作日依据",
  groupHalfDays: "部分公民的半天假",
  groupHalfDaysAre: {
    working: "照常按工作日计算，不作扣除",
    off: "属于该群体的人当天这半天不计（遇休息日不补）",
  },
  groupHalfDaysHint:
    "妇女节（3 月 8 日）、青年节（5 月 4 日，14 至 28 周岁）的半天，日期和上下午以日历为准。年龄按出生年月计，满 29 周岁的当月仍算 28 周岁。",
  stateCouncil: "国务院办公厅放假通知；未公布年份按周一至周五、除法定固定放假日暂计并标明",
  warnings: "预警",
  warnAt: (p: { levels: string }) => `累计达 ${p.levels} 天时各提醒一次`,
  ladder: "请假审批权限",
  ladderIs: (p: { station: string; branch: string }) =>
    `${p.station} 个工作日以内由派出所批准，${p.branch} 个工作日以内由分局批准，更长的由市局批准；首尾相连的请假合并计算`,
  outcome: "超限后的处理",
  outcomes: { ruling: "启动超限核查，由人作出认定", "make-up-extension": "延长任期补足" },
  extension: "延期申请",
  extensionIs: (p: { months: number }) => `任满 ${p.months} 个月起至最后一天可以提出`,
  extensionResets: { yes: "延期后重新计数", no: "延期后连续计数" },
  alarm: "辞退情形提示",
  alarmIs: (p: { consecutive: number; year: number }) =>
    `旷工连续超过 ${p.consecutive} 个自然日，或一个公历年度内累计超过 ${p.year} 个自然日（公务员法第八十八条），单独提示，不与上限混用`,
};
