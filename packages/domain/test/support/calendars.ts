import { shippedNotices } from "../../src/notice/shippedNotices.ts";
import { workCalendar } from "../../src/workCalendar.ts";

/** A notice that makes days of ordinary weeks days off, loaded and taken back: by two people, and not by the record. */
const notices = shippedNotices();
export const calendars = [
  workCalendar(1, notices),
  workCalendar(2, [
    ...notices.filter(({ year }) => year !== 2025),
    ...notices
      .filter(({ year }) => year === 2025)
      .map((each) => ({
        ...each,
        days: [
          ...each.days,
          ...["2025-04-14", "2025-06-16"].map((date) => ({ date, working: false, name: "x" })),
        ],
      })),
  ]),
] as const;
