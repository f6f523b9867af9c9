import { describe, expect, test } from "vitest";
import * as z from "zod";
import { mayFile } from "../src/assessment/mayFile.ts";
import { ledgerChangedSince } from "../src/assessment/monthLedger.ts";
import { filers } from "../src/assessment.ts";
import { dropCheckpoints } from "../src/checkpoint.ts";
import { hashOf } from "../src/event.ts";
import { secondmentStatuses } from "../src/secondment.ts";
import data from "./cases/forms.json" with { type: "json" };
import { Story } from "./support/acts.ts";
import { arrived, content, Filing, timetabled } from "./support/forms.ts";
import { absencesOf, answerOf, factsOf, ground, secondment } from "./support/world.ts";

const cases = z
  .array(
    z.strictObject({
      name: z.string(),
      key: z.string(),
      by: z.enum(filers),
      who: z.string(),
      on: z.iso.date(),
      status: z.enum(secondmentStatuses).optional(),
      answer: z.string(),
    }),
  )
  .parse(data);

/** A record swept to a day, with a status that something else gave it. */
function at(on: string, status?: (typeof secondmentStatuses)[number]): Filing {
  const { record } = new Filing().sweep(on);
  return new Filing(status ? { ...record, status } : record);
}

describe("who files what, when", () => {
  test.each(cases)("$name", ({ key, by, who, on, status, answer }) => {
    expect(answerOf(at(on, status).try(who, on, { act: "submit", key, by }))).toBe(answer);
    expect(answerOf(at(on, status).try(who, on, { act: "draft", key, by }))).toBe(answer);
  });

  test("nobody files for a unit about oneself", () => {
    const at = ground(new Filing().sweep("2025-12-01").record, "station", "2025-12-01", timetabled);
    const self = { ...at, actor: { ...at.actor, serviceNumber: at.secondment.officer.serviceNumber } };
    expect(answerOf(mayFile(self, { key: "attendance.2025-11", by: "station" }))).toBe("own-case");
  });

  test("a checkpoint that is not needed any more takes no form", () => {
    const filing = at("2026-02-24");
    filing.record = { ...filing.record, checkpoints: dropCheckpoints(filing.record.checkpoints, () => true) };
    expect(
      answerOf(filing.try("station", "2026-02-24", { act: "submit", key: "mid-term", by: "station" })),
    ).toBe("checkpoint-dropped");
  });
});

describe("monthly attendance", () => {
  const attendance = (key: string) => ({
    act: "submit" as const,
    key: `attendance.${key}`,
    by: "station" as const,
  });

  test.each([
    ["no absence", [], "2025-11", "2025-12-01", 0],
    ["half a day", [{ class: "sick", from: "2025-11-12 pm" }], "2025-11", "2025-12-01", 0.5],
    [
      "across the end of the month, the days of the month",
      [{ class: "sick", from: "2025-11-27", to: "2025-12-02" }],
      "2025-11",
      "2025-12-03",
      2,
    ],
    [
      "and those of the next",
      [{ class: "sick", from: "2025-11-27", to: "2025-12-02" }],
      "2025-12",
      "2026-01-04",
      2,
    ],
    [
      "from the first day of the term",
      [{ class: "sick", from: "2025-08-20", to: "2025-08-29" }],
      "2025-08",
      "2025-09-01",
      4,
    ],
    [
      "an absence that was rejected",
      [{ class: "sick", from: "2025-11-12", state: "rejected" }],
      "2025-11",
      "2025-12-01",
      0,
    ],
    [
      "one that waits in another month",
      [{ class: "sick", from: "2025-12-01", state: "requested" }],
      "2025-11",
      "2025-12-01",
      0,
    ],
  ] as const)("%s", (_name, absences, month, on, days) => {
    const filing = new Filing(arrived("2025-08-26", { absences: absencesOf(absences) })).do(
      "station",
      on,
      attendance(month),
    );
    expect(filing.record.assessments).toMatchObject([{ state: "final", countedDays: days }]);
    expect(filing.form("f1").text).toBeUndefined();
    expect(filing.checkpoint(`attendance.${month}`)).toMatchObject({ state: "done", doneOn: on });
    expect(filing.events).toEqual(["attendance.confirmed"]);
  });

  test.each([
    ["the last day of the month", "2025-11-30", "month-not-over"],
    ["the day after", "2025-12-01", "accepted"],
  ])("%s, where a scheme opens it early", (_name, on, answer) => {
    const filing = at(on);
    const opened = filing.record.checkpoints.map((each) =>
      each.key === "attendance.2025-11" ? { ...each, state: "open" as const, opensOn: "2025-11-20" } : each,
    );
    filing.record = { ...filing.record, checkpoints: opened };
    expect(answerOf(filing.try("station", on, attendance("2025-11")))).toBe(answer);
  });

  test.each(["requested", "recorded"] as const)("not while an absence of the month is %s", (state) => {
    const absences = absencesOf([
      { class: state === "requested" ? "sick" : "unexplained", from: "2025-11-12", state },
    ]);
    const filing = new Filing(arrived("2025-08-26", { absences }));
    const answer = filing.try("station", "2025-12-01", attendance("2025-11"));
    expect(answer).toMatchObject({ refusals: [{ code: "month-undecided", params: { absences: "a1" } }] });
  });

  test("not when the ledger is no longer what the page showed", () => {
    const filing = new Filing(
      arrived("2025-08-26", { absences: absencesOf([{ class: "sick", from: "2025-11-12" }]) }),
    );
    const shown = (countedDays: number) =>
      answerOf(
        filing.try("station", "2025-12-01", { ...attendance("2025-11"), input: content({ countedDays }) }),
      );
    expect([shown(0), shown(1)]).toEqual(["ledger-changed", "accepted"]);
  });

  test("not after a decision or a newer calendar changed the ledger that was seen; nothing else changes it", () => {
    const story = new Story(secondment({ version: 7 }));
    const changed = (seenVersion: number) => ledgerChangedSince(story.record, seenVersion);
    const id = story.do("officer", "2025-12-01", {
      act: "record",
      facts: factsOf({ class: "sick", from: "2025-12-02" }),
    });
    expect([story.record.version, changed(7)]).toEqual([8, undefined]);
    story.do("station", "2025-12-01", { act: "approve", id });
    expect([story.record.version, changed(9)]).toEqual([9, undefined]);
    expect(changed(8)).toMatchObject({
      refusals: [{ code: "changed-meanwhile", params: { by: "station", on: "2025-12-01" } }],
    });
    const recounted = {
      on: "2025-12-02",
      version: 11,
      calendarVersion: 2,
      noticeId: "cn-2026",
      countedDaysBefore: 1,
    };
    expect(ledgerChangedSince({ ...story.record, recounted }, 10)).toMatchObject({
      refusals: [{ code: "changed-meanwhile", params: { by: "cn-2026", on: "2025-12-02" } }],
    });
    expect(ledgerChangedSince({ ...story.record, recounted }, 11)).toBeUndefined();
  });

  test("once confirmed it is in", () => {
    const filing = new Filing().do("station", "2025-12-01", attendance("2025-11"));
    expect(answerOf(filing.try("station", "2025-12-02", attendance("2025-11")))).toBe("form-already-in");
    expect(answerOf(filing.try("branch", "2025-12-02", { act: "return", id: "f1" }))).toBe(
      "form-not-submitted",
    );
  });
});

describe("the last form of a checkpoint closes it", () => {
  test("in the same change, on the day on which it is filed", () => {
    const filing = new Filing().do("station", "2026-02-24", {
      act: "submit",
      key: "mid-term",
      by: "station",
    });
    expect(filing.checkpoint("mid-term").state).toBe("open");
    filing.do("branch", "2026-02-26", { act: "submit", key: "mid-term", by: "branch" });
    expect(filing.checkpoint("mid-term")).toMatchObject({ state: "done", doneOn: "2026-02-26" });
    expect(filing.record.assessments.map(({ id, by, state }) => [id, by, state])).toEqual([
      ["f1", "station", "submitted"],
      ["f2", "branch", "submitted"],
    ]);
  });

  test("late too: the due date stays and says so", () => {
    const filing = new Filing()
      .do("station", "2026-03-10", { act: "submit", key: "mid-term", by: "station" })
      .do("branch", "2026-03-10", { act: "submit", key: "mid-term", by: "branch" });
    const { doneOn = "", dueOn } = filing.checkpoint("mid-term");
    expect(doneOn > dueOn).toBe(true);
  });

  test("the showcase is final at once", () => {
    const filing = at("2026-10-15", "recognised").do("hr", "2026-10-15", {
      act: "submit",
      key: "showcase",
      by: "hr",
    });
    expect(filing.form("f1").state).toBe("final");
    expect(filing.checkpoint("showcase").state).toBe("done");
    expect(filing.events).toEqual(["showcase.recorded"]);
  });
});

describe("a draft", () => {
  const draft = { act: "draft", key: "mid-term", by: "station" } as const;

  test("enters the record once, and carries no words", () => {
    const filing = new Filing().do("station", "2026-02-24", draft).do("station-2", "2026-02-25", draft);
    expect(filing.record.assessments).toMatchObject([{ id: "f1", state: "draft", revision: 1 }]);
    expect(filing.form("f1").text).toBeUndefined();
    expect(filing.form("f1").history).toHaveLength(1);
    expect(filing.events).toEqual(["form.drafted"]);
  });

  test("becomes the form that is submitted, with its words beside the record and their hash in it", () => {
    const filing = new Filing().do("station", "2026-02-24", draft);
    const outcome = filing.try("station", "2026-02-25", { act: "submit", key: "mid-term", by: "station" });
    const change = outcome.ok ? outcome.value : undefined;
    const { text: words, grade, evidence } = content();
    expect(change?.texts).toEqual([
      { name: "ASSESSMENT", id: "f1.2", text: { text: words, grade, evidence } },
    ]);
    expect(change?.after.assessments).toMatchObject([
      {
        id: "f1",
        state: "submitted",
        revision: 2,
        grade: "competent",
        evidence: [["basic-work", "2025-11"]],
        text: { revision: 2, hash: hashOf({ text: words, grade, evidence }) },
        history: [{ act: "draft" }, { act: "submit", by: { id: "station" }, on: "2026-02-25" }],
      },
    ]);
  });
});
