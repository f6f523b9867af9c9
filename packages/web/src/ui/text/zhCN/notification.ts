export const notificationPage = {
  title: "通知",
  intro: "系统在每日巡检中发给本身份、本单位的提醒，保留 120 天。应办事项以待办为准。",
  none: "没有通知",
  noneHint: "考核提醒、逾期、上报和超限核查会列在这里。",
  on: "日期",
  what: "内容",
  person: "人员",
  station: "派出所",
  checkpoint: "考核节点",
  due: "期限",
  code: {
    reminded: "到期提醒",
    late: "已逾期",
    escalated: "逾期上报",
    missed: "逾期未报",
    "review-opened": "启动超限核查",
  },
};
