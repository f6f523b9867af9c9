export const nav = {
  label: "主导航",
  todo: "待办",
  cohorts: "批次",
  secondments: "挂职",
  pairs: "师徒",
  assessments: "考核",
  schemes: "方案",
  calendar: "日历",
  units: "单位人员",
  posts: "兼任",
  spotChecks: "抽查",
  notifications: "通知",
  exports: "审计导出",
  heads: "日终签名",
  accounts: "账号",
  delegations: "委托代办",
};

export const chrome = {
  skip: "跳到正文",
  today: (p: { date: string; weekday: string }) => `今天 ${p.date} ${p.weekday}`,
  languages: "语言",
  signedInAs: "当前身份",
  titleSuffix: "墩苗",
  errorTitle: (p: { title: string }) => `有误：${p.title}`,
  behind: (p: { count: number; since: string }) =>
    `有 ${p.count} 条记录自 ${p.since} 起有到期事项尚待每日处理，本页按上次记录显示，各条记录的页面显示今日情况`,
  unreadable: (p: { count: number; ids: string }) =>
    `有 ${p.count} 条记录无法读取，本页未列出，已转人事部门核查${p.ids === "" ? "" : `：${p.ids}`}`,
};
