/** Words with places in braces are filled by the server and by the browser's script. */
export const dateBox = {
  day: {
    pattern: "{year}年{month}月{day}日 {weekday}",
    weekdays: "星期一,星期二,星期三,星期四,星期五,星期六,星期日",
    months: "1,2,3,4,5,6,7,8,9,10,11,12",
    weekday: "工作日",
    weekend: "休息日",
    holiday: "放假（{name}）",
    makeUp: "调休上班（{name}）",
    provisional: "该年放假安排未公布，暂定",
  },
  month: "{year}年{month}月",
  initials: "一,二,三,四,五,六,日",
  off: "休",
  on: "班",
  choose: "选择日期",
  chooseFor: "选择日期：{label}",
  previousMonth: "上一月",
  nextMonth: "下一月",
  close: "关闭",
  keys: "方向键选日，PageUp、PageDown 换月，Enter 确定，Esc 关闭",
  unread: "还不是完整日期",
};
