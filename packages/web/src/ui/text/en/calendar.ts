import type { Catalog } from "../catalog.ts";
import type {
  dayReason as zhDayReason,
  dayRule as zhDayRule,
  weekdays as zhWeekdays,
  yearCalendar as zhYearCalendar,
} from "../zhCN/calendar.ts";

export const dayReason = {
  weekday: "Working day",
  weekend: "Weekend",
  holiday: "Public holiday",
  "make-up": "Make-up working day",
} satisfies Catalog<typeof zhDayReason>;

export const dayRule = {
  present: "On post",
  "not-reported": "Not reported in",
  "half-day-off": "half day off, does not count",
  "day-off": "Day off, not counted",
  "class-counts": "Counted",
  "class-does-not-count": "This class does not count",
  "class-not-decided": "The scheme does not decide this class: not counted",
  pending: "Pending, not counted yet",
  "after-last-day": "After the last day",
} satisfies Catalog<typeof zhDayRule>;

export const weekdays = {
  "1": "Monday",
  "2": "Tuesday",
  "3": "Wednesday",
  "4": "Thursday",
  "5": "Friday",
  "6": "Saturday",
  "7": "Sunday",
} satisfies Catalog<typeof zhWeekdays>;

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export const yearCalendar = {
  title: (p) => `Calendar of the term ${p.from} to ${p.to}`,
  label: "Calendar of the term (scrolls sideways)",
  skip: "Skip the calendar",
  initials: "MTWTFSS",
  month: (p) => `${months[Number(p.month) - 1] ?? p.month} ${p.year}`,
  legend: "Legend",
  working: "Working day",
  off: "Day off",
  makeUp: "Make-up day",
  leave: "Sick, personal",
  finding: "Without leave, recall",
  statutory: "Statutory leave",
  ordered: "Ordered",
  half: "Half day",
  pending: "Pending",
  notReported: "Not reported",
  provisional: "Provisional",
  today: "Today",
} satisfies Catalog<typeof zhYearCalendar>;
