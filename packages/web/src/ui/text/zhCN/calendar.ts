/** Why a day is a working day or not. */
export const dayReason = {
  weekday: "工作日",
  weekend: "周末",
  holiday: "法定节假日",
  "make-up": "调休上班",
};

/** Why a day counts as absence or not. */
export const dayRule = {
  present: "在岗",
  "not-reported": "尚未报到",
  "day-off": "非工作日，不计",
  "half-day-off": "半天假，不计",
  "class-counts": "计入",
  "class-does-not-count": "该类别不计入",
  "class-not-decided": "方案未规定该类别，未计入",
  pending: "审批中，暂未计入",
  "after-last-day": "任期已结束",
};

/** Monday first. */
export const weekdays = {
  "1": "星期一",
  "2": "星期二",
  "3": "星期三",
  "4": "星期四",
  "5": "星期五",
  "6": "星期六",
  "7": "星期日",
};

export const yearCalendar = {
  title: (p: { from: string; to: string }) => `任期日历 ${p.from} 至 ${p.to}`,
  label: "任期日历（可横向滚动）",
  skip: "跳过日历",
  initials: "一二三四五六日",
  month: (p: { year: string; month: string }) => `${p.year}年${Number(p.month)}月`,
  legend: "图例",
  working: "工作日",
  off: "休息日",
  makeUp: "调休上班",
  leave: "病假、事假",
  finding: "旷工、召回",
  statutory: "法定休假",
  ordered: "组织安排",
  half: "半天",
  pending: "审批中",
  notReported: "未报到",
  provisional: "暂定",
  today: "今天",
};
