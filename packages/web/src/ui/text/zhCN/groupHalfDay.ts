/** Half days that groups of citizens have off. */
export const groupHalfDay = {
  title: "部分公民的半天假",
  women: (p: { half: string }) => `妇女${p.half}放假半天`,
  young: (p: { half: string; from: string; to: string }) => `${p.from}至${p.to}周岁青年${p.half}放假半天`,
  group: "放假安排",
  effect: "当天",
  onWorkingDay: "工作日；是否计入由方案规定",
  onDayOff: "休息日，不补假",
  none: "无",
  intro: "遇休息日不补假；到期日和审批时限不受影响。不在岗天数是否扣除，由各方案规定。",
  box: "部分公民的半天假",
  boxHint:
    "通知未提及的，留空即按《全国年节及纪念日放假办法》：3月8日下午妇女，5月4日下午14至28周岁青年。另有规定的每行一项：日期 上午或下午 群体，例如“03-08 下午 妇女”“05-04 上午 青年 14-28”；确无安排的填“无”。",
  was: (p: { list: string }) => `现行：${p.list}`,
  byRegulation: (p: { list: string }) => `${p.list}（通知未提及，按《全国年节及纪念日放假办法》）`,
  day: (p: { date: string; what: string }) => `${p.date} ${p.what}`,
  excluded: "属于放假群体的半天假不计。",
};
