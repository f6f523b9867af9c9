import { describe, expect, test } from "vitest";
import type { Ground } from "../src/change.ts";
import { shippedNotices } from "../src/notice/shippedNotices.ts";
import { answerReview, requestReview } from "../src/ruling/reviewRuling.ts";
import { calendarDifference, shownCount } from "../src/ruling/ruledCount.ts";
import type { Secondment } from "../src/secondment.ts";
import { workCalendar } from "../src/workCalendar.ts";
import { recountSecondment } from "../src/year/recount.ts";
import { summaryOf } from "../src/year/summaryOf.ts";
import { todosOf } from "../src/year/todosOf.ts";
import { arrived, timetabled } from "./support/forms.ts";
import { Hearing, rulable, ruledOn } from "./support/rulings.ts";
import { absencesOf, after, answerOf, calendar, ground } from "./support/world.ts";

const rules = { scheme: timetabled, calendar };
/** A later notice makes two Saturdays of the sick leave working days. */
const later = {
  scheme: timetabled,
  calendar: workCalendar(2, [
    ...shippedNotices(),
    {
      id: "notice-2025-2",
      year: 2025,
      days: [
        ...(shippedNotices().find(({ year }) => year === 2025)?.days ?? []),
        { date: "2025-06-14", working: true, name: "补班" },
        { date: "2025-06-21", working: true, name: "补班" },
      ],
    },
  ]),
};
const recognised = () => new Hearing(rulable(15)).ruled("recognised");
const on = (record: Secondment, by: string, today = "2026-06-01"): Ground => ({
  ...ground(record, by, today, timetabled),
  calendar: later.calendar,
});
const reason = "the notice of 2025 was completed";
const kinds = (record: Secondment, by: typeof rules) =>
  todosOf(record, by)
    .filter(([what]) => what === "calendar-differs")
    .map(([, owner]) => owner);

describe("what was ruled on is what is shown", () => {
  test("not recognised at 19 long before the last day: 19 of 15, in the count and in lists", () => {
    const absences = absencesOf([
      { class: "sick", from: "2025-06-09", to: "2025-06-26" },
      { class: "personal", from: "2026-04-07", to: "2026-04-13" },
    ]).map((each) => ({ ...each, effective: { on: "2026-02-02", version: 3 } }));
    const { record } = new Hearing(arrived("2025-06-01", { absences })).ruled("not-recognised");
    expect(record.endedOn).toBe(ruledOn);
    expect(shownCount(record, rules, ruledOn)).toMatchObject({
      countedDays: 19,
      limitDays: 15,
      remainingDays: 0,
      verdict: "exceeded",
    });
    expect(summaryOf(record, rules)).toMatchObject({ counted: 19, pending: 0, limit: 15 });
  });

  test("a later calendar changes neither", () => {
    const { record } = recognised();
    expect(shownCount(record, later, ruledOn)).toMatchObject({ countedDays: 15, verdict: "at-limit" });
    expect(summaryOf(record, later).counted).toBe(15);
  });
});

describe("a calendar that counts a ruled year otherwise", () => {
  test("is told with both counts, to HR and the approver; under its own calendar there is nothing to tell", () => {
    const { record } = recognised();
    expect(calendarDifference(record, rules)).toBeUndefined();
    expect(kinds(record, rules)).toEqual([]);
    expect(calendarDifference(record, later)).toMatchObject({ ruledDays: 15, nowDays: 17 });
    expect(kinds(record, later)).toEqual(["hr", "approver"]);
  });

  test("the recount writes it down and leaves ruling, status and dates as they are; twice is once", () => {
    const { record } = recognised();
    const by = { ...later, noticeId: "notice-2025-2", on: "2026-05-04" };
    const change = recountSecondment(record, summaryOf(record, rules), by);
    expect(change?.event).toMatchObject({
      type: "calendar.recounted",
      change: { countedDaysBefore: 15, countedDays: 17, calendarVersion: 2 },
    });
    const { recounted: _, ...rest } = change?.after ?? record;
    expect(rest).toEqual(record);
    if (change) expect(recountSecondment(change.after, summaryOf(change.after, later), by)).toBeUndefined();
  });

  test("HR asks for review without receipt and after the window; the officer's window stays as it is", () => {
    const { record } = recognised();
    expect(answerOf(requestReview(on(record, "hr"), "r1", { reason }))).toBe("accepted");
    expect(answerOf(requestReview(on(record, "officer"), "r1", { reason }))).toBe("not-yet-served");
    expect(answerOf(requestReview(ground(record, "hr", ruledOn, timetabled), "r1", { reason }))).toBe(
      "not-yet-served",
    );
  });

  test("while a review is open the to-do is to answer it; reopened, the year is under review at 17", () => {
    const asked = after(requestReview(on(recognised().record, "hr"), "r1", { reason }));
    expect(kinds(asked, later)).toEqual([]);
    const reopened = after(answerReview(on(asked, "approver-2"), "r1", { reason, answer: "reopened" }));
    expect(reopened).toMatchObject({ status: "under-review", reviews: [{ countedDays: 17 }] });
    expect(calendarDifference(reopened, later)).toBeUndefined();
  });

  test("upheld, it stands and leaves the to-dos until the count changes again; then HR may ask once more", () => {
    const asked = after(requestReview(on(recognised().record, "hr"), "r1", { reason }));
    const upheld = after(answerReview(on(asked, "approver-2"), "r1", { reason, answer: "upheld" }));
    expect(upheld.rulings[0]).toMatchObject({ state: "upheld", upheldAtDays: 17, countedDays: 15 });
    expect(kinds(upheld, later)).toEqual([]);
    expect(answerOf(requestReview(on(upheld, "hr"), "r1", { reason }))).toBe("ruling-not-in-force");
    expect(kinds(upheld, rules)).toEqual(["hr", "approver"]);
    const again = after(requestReview(ground(upheld, "hr", ruledOn, timetabled), "r1", { reason }));
    expect(again.rulings[0]).toMatchObject({
      state: "in-force",
      earlierReviews: [{ answer: { by: { id: "approver-2" } } }],
    });
    expect(again.rulings[0]?.reviewAnswer).toBeUndefined();
  });
});
