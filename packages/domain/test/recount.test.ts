import { describe, expect, test } from "vitest";
import { countOf } from "../src/count/count.ts";
import { shippedNotices } from "../src/notice/shippedNotices.ts";
import type { Secondment } from "../src/secondment.ts";
import { type NoticeDay, workCalendar } from "../src/workCalendar.ts";
import { catchUp } from "../src/year/catchUp.ts";
import { recountSecondment } from "../src/year/recount.ts";
import { summaryOf } from "../src/year/summaryOf.ts";
import { Story } from "./support/acts.ts";
import { absencesOf, calendar, literal, planned, secondment, termFrom } from "./support/world.ts";

const on = "2026-11-20";

function calendarWith(days: NoticeDay[], year = 2027) {
  return workCalendar(2, [...shippedNotices(), { id: "notice-n1", year, days }]);
}

const springFestival = calendarWith([
  { date: "2027-02-08", working: false, name: "春节" },
  { date: "2027-02-09", working: false, name: "春节" },
  { date: "2027-02-13", working: true, name: "春节" },
]);

function recount(record: Secondment, to = springFestival) {
  const stored = summaryOf(record, { scheme: literal, calendar });
  return recountSecondment(record, stored, { scheme: literal, calendar: to, noticeId: "n1", on });
}

describe("a newer calendar", () => {
  test("changes a count: one event with the count before and after", () => {
    const absences = absencesOf([{ class: "sick", from: "2027-02-05", to: "2027-02-12" }]);
    const record = secondment({ term: termFrom("2026-06-01"), absences });
    const change = recount(record);
    expect(change?.event).toEqual({
      type: "calendar.recounted",
      change: {
        on,
        calendarVersion: 2,
        noticeId: "n1",
        countedDaysBefore: 6,
        countedDays: 4,
        provisional: false,
      },
    });
    expect(change?.after.recounted).toMatchObject({
      on,
      calendarVersion: 2,
      noticeId: "n1",
      countedDaysBefore: 6,
      version: 2,
    });
    expect(change && countOf(change.after, literal, springFestival, on).countedDays).toBe(4);
  });

  test("takes the provisional flag off a term without any absence", () => {
    expect(recount(secondment({ term: termFrom("2026-06-01") }))?.event.change).toMatchObject({
      provisional: false,
    });
  });

  test("leaves a term alone that it does not touch: no event", () => {
    expect(
      recount(
        secondment({
          term: termFrom("2025-08-26"),
          absences: absencesOf([{ class: "sick", from: "2026-03-02" }]),
        }),
      ),
    ).toBeUndefined();
  });

  test("twice changes nothing the second time", () => {
    const first = recount(secondment({ term: termFrom("2026-06-01") }));
    if (!first) throw new Error("no change");
    const stored = summaryOf(first.after, { scheme: literal, calendar: springFestival });
    const again = recountSecondment(first.after, stored, {
      scheme: literal,
      calendar: springFestival,
      noticeId: "n1",
      on,
    });
    expect(again).toBeUndefined();
  });

  test.each(["ended-early", "withdrawn"] as const)("never changes what is %s", (status) => {
    expect(recount(secondment({ term: termFrom("2026-06-01"), status }))).toBeUndefined();
  });
});

describe("a calendar that moves the first working days of a term", () => {
  const newYear = calendarWith([
    { date: "2027-01-01", working: false, name: "元旦" },
    { date: "2027-01-04", working: false, name: "元旦" },
  ]);

  test("dates anew a report-in that has not opened", () => {
    const change = recount(planned("2027-01-01"), newYear);
    expect(change?.after.checkpoints).toMatchObject([
      { opensOn: "2027-01-05", dueOn: "2027-01-07", state: "planned" },
    ]);
    expect(change?.event.change).toMatchObject({ dueOn: ["2027-01-07"] });
  });

  test("dates anew what is due although nothing else shows a change", () => {
    const shipped = shippedNotices().find(({ year }) => year === 2026)?.days ?? [];
    const corrected = calendarWith([...shipped, { date: "2026-03-04", working: false, name: "更正" }], 2026);
    expect(recount(planned("2026-03-02"), corrected)?.after.checkpoints).toMatchObject([
      { opensOn: "2026-03-02", dueOn: "2026-03-06" },
    ]);
  });

  test("leaves one that has opened as people were told, while the rest of the record changes", () => {
    const closed = calendarWith([{ date: "2026-12-28", working: false, name: "元旦" }]);
    expect(recount(planned("2026-12-24"), closed)?.after.checkpoints).toMatchObject([
      { dueOn: "2026-12-30" },
    ]);
    const open = new Story(planned("2026-12-24")).sweep("2026-12-24").record;
    expect(recount(open, closed)?.after.checkpoints).toEqual(open.checkpoints);
    expect(open.checkpoints).toMatchObject([{ dueOn: "2026-12-29", state: "open" }]);
  });
});

describe("a recount across the limit", () => {
  const absences = absencesOf([{ class: "sick", from: "2027-02-08", to: "2027-02-26" }]).map((each) => ({
    ...each,
    effective: { on: "2026-10-12", version: 1 },
  }));
  const before = secondment({ term: termFrom("2026-06-01"), absences });
  const rules = (days: NoticeDay[]) => ({ scheme: literal, calendar: calendarWith(days) });

  test("opens the review on its own day when make-up days push the count over", () => {
    const up = rules([{ date: "2027-02-13", working: true, name: "春节" }]);
    const change = recount(before, up.calendar);
    if (!change) throw new Error("no change");
    const steps = catchUp({ ...change.after, version: 2 }, up, "2026-12-01");
    expect(steps.map(({ event }) => event.type)).toContain("review.opened");
    expect(steps.at(-1)?.after).toMatchObject({
      status: "under-review",
      reviews: [{ openedOn: on, countedDays: 16 }],
    });
  });

  test("closes a review on its own day, naming the notice, when holidays bring the count back", () => {
    const review = { openedOn: "2026-10-12", countedDays: 15.5, absenceId: "a2" };
    const over = {
      ...before,
      status: "under-review" as const,
      reviews: [review],
      absences: [
        ...absences,
        ...absencesOf([{ class: "sick", from: "2027-03-01", to: "2027-03-01 am" }]).map((each) => ({
          ...each,
          id: "a2",
        })),
      ],
    };
    const down = rules([{ date: "2027-02-08", working: false, name: "春节" }]);
    const change = recount(over, down.calendar);
    if (!change) throw new Error("no change");
    const steps = catchUp({ ...change.after, version: 2 }, down, "2026-12-01");
    const closed = steps.find(({ event }) => event.type === "review.closed");
    expect(closed?.event.change).toMatchObject({
      closedOn: on,
      noticeId: "n1",
      countedDays: 14.5,
      status: "serving",
    });
  });
});
