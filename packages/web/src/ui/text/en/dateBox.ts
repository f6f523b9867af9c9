import type { Catalog } from "../catalog.ts";
import type { dateBox as zhDateBox } from "../zhCN/dateBox.ts";

export const dateBox = {
  day: {
    pattern: "{weekday} {day} {month} {year}",
    weekdays: "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday",
    months: "January,February,March,April,May,June,July,August,September,October,November,December",
    weekday: "working day",
    weekend: "day off",
    holiday: "day off ({name})",
    makeUp: "make-up working day ({name})",
    provisional: "no notice for this year yet, provisional",
  },
  month: "{month} {year}",
  initials: "Mo,Tu,We,Th,Fr,Sa,Su",
  off: "off",
  on: "on",
  choose: "Choose date",
  chooseFor: "Choose date: {label}",
  previousMonth: "Previous month",
  nextMonth: "Next month",
  close: "Close",
  keys: "Arrow keys move by day, PageUp and PageDown by month, Enter chooses, Esc closes",
  unread: "Not a whole date yet",
} satisfies Catalog<typeof zhDateBox>;
