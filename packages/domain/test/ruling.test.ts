import { describe, expect, test } from "vitest";
import * as z from "zod";
import { voidAbsence } from "../src/absence/amendAbsence.ts";
import { absenceStates } from "../src/absence.ts";
import { type Assessment, assessmentStates } from "../src/assessment.ts";
import type { Change, Ground } from "../src/change.ts";
import { hashOf } from "../src/event.ts";
import type { Outcome } from "../src/refusal.ts";
import { approveRuling, rejectRuling } from "../src/ruling/decideRuling.ts";
import { proposeRuling } from "../src/ruling/proposeRuling.ts";
import { answerReview, requestReview } from "../src/ruling/reviewRuling.ts";
import { issueNotice, recordReceipt } from "../src/ruling/serveNotice.ts";
import { giveStatement } from "../src/ruling/statement.ts";
import { type Ruling, rulingOutcomes } from "../src/ruling.ts";
import { checkpointStates, type Secondment } from "../src/secondment.ts";
import { todosOf } from "../src/year/todosOf.ts";
import data from "./cases/ruling.json" with { type: "json" };
import { timetabled } from "./support/forms.ts";
import { away, Hearing, makingUp, type RulingAct, rulable, ruledOn, stageOf } from "./support/rulings.ts";
import { absencesOf, answerOf, calendar, ground, must, person } from "./support/world.ts";

const answer = z.string();
const acts = [
  "state",
  "propose",
  "approve",
  "reject",
  "notice",
  "receipt",
  "review",
  "uphold",
  "reopen",
] as const;
type Name = (typeof acts)[number];
const { stages, people, outcomes, unfinished, windows } = z
  .strictObject({
    stages: z.array(z.record(z.enum(acts), answer).and(z.object({ stage: z.string() }))),
    people: z.array(z.strictObject({ stage: z.string(), act: z.enum(acts), by: z.string(), answer })),
    outcomes: z.array(
      z.strictObject({
        name: z.string(),
        days: z.number(),
        madeUpDays: z.number().optional(),
        carriedDays: z.number().optional(),
        isUnreported: z.boolean().optional(),
        scheme: z.enum(["make-up"]).optional(),
        outcome: z.enum(rulingOutcomes),
        answer,
      }),
    ),
    unfinished: z.array(
      z.strictObject({
        name: z.string(),
        checkpoint: z.strictObject({ key: z.string(), state: z.enum(checkpointStates) }).optional(),
        form: z.enum(assessmentStates).optional(),
        absence: z.enum(absenceStates).optional(),
        answer,
      }),
    ),
    windows: z.array(z.strictObject({ name: z.string(), received: z.string(), asked: z.string(), answer })),
  })
  .parse(data);

const usual: Record<Name, [by: string, act: RulingAct]> = {
  state: ["officer", { act: "state", words: "More." }],
  propose: ["hr", { act: "propose", outcome: "not-recognised" }],
  approve: ["approver", { act: "approve" }],
  reject: ["approver", { act: "reject" }],
  notice: ["hr", { act: "notice" }],
  receipt: ["hr", { act: "receipt" }],
  review: ["officer", { act: "review" }],
  uphold: ["approver-2", { act: "uphold" }],
  reopen: ["approver-2", { act: "reopen" }],
};

describe("what can be done with a ruling at each stage", () => {
  const cases = stages.flatMap((row) => acts.map((act) => [row.stage, act, row[act]] as const));
  test.each(cases)("%s: %s is %s", (stage, act, expected) => {
    const [by, tried] = usual[act];
    expect(answerOf(stageOf(stage).try(by, tried))).toBe(expected);
  });
});

/** People who are two things at once. */
const doubles: Readonly<Record<string, ReturnType<typeof person>>> = {
  "hr who is the officer": { ...person("hr"), serviceNumber: "100001" },
  "approver who is the officer": { ...person("approver-3"), serviceNumber: "100001" },
  "the proposer as approver": { id: "hr", role: "approver" },
  "another officer": { id: "officer-2", role: "officer", serviceNumber: "100002" },
};

describe("who may do it", () => {
  const reason = "why";
  const tries: Partial<Record<Name, (at: Ground) => Outcome<Change>>> = {
    state: (at) => giveStatement(at, { words: "x", note: "x" }),
    propose: (at) => proposeRuling(at, { outcome: "not-recognised", reason }),
    approve: (at) => approveRuling(at, "r1", { reason }),
    reject: (at) => rejectRuling(at, "r1", { reason }),
    notice: (at) => issueNotice(at, "r1", { number: "1" }),
    receipt: (at) => recordReceipt(at, "r1", { on: ruledOn, how: "signed" }),
    review: (at) => requestReview(at, "r1", { reason }),
    uphold: (at) => answerReview(at, "r1", { reason, answer: "upheld" }),
    reopen: (at) => answerReview(at, "r1", { reason, answer: "reopened" }),
  };
  test.each(people)("$stage: $act by $by is $answer", ({ stage, act, by, answer: expected }) => {
    const at = ground(stageOf(stage).record, by, ruledOn, timetabled);
    const outcome = tries[act]?.({ ...at, actor: doubles[by] ?? at.actor });
    expect(outcome && answerOf(outcome)).toBe(expected);
  });
});

function answers(record: Secondment, outcome: (typeof rulingOutcomes)[number], scheme = timetabled) {
  const hearing = new Hearing(record, scheme).sweep(ruledOn);
  hearing.do("officer", { act: "state", words: "I served." });
  return answerOf(hearing.try("hr", { act: "propose", outcome }));
}

describe("which outcomes the count allows", () => {
  test.each(outcomes)("$name: $outcome is $answer", (each) => {
    const { days, madeUpDays, carriedDays, isUnreported } = each;
    const { reportedInOn: _, ...unreported } = rulable(days);
    const record = {
      ...(isUnreported ? unreported : rulable(days)),
      ...(madeUpDays !== undefined && { madeUpDays }),
      ...(carriedDays !== undefined && { continues: { id: "c0-100001", carriedDays } }),
    };
    expect(answers(record, each.outcome, each.scheme ? makingUp : timetabled)).toBe(each.answer);
  });

  test("the same is asked when somebody approves: facts that changed since stop it", () => {
    const hearing = new Hearing(rulable(15)).do("officer", { act: "state", words: "x" });
    hearing.do("hr", { act: "propose", outcome: "recognised" });
    const more = absencesOf([...away(15), { class: "sick", from: "2025-08-04 pm", to: "2025-08-04" }]);
    const exceeded = new Hearing({ ...hearing.record, absences: more });
    expect(answerOf(exceeded.try("approver", { act: "approve" }))).toBe("over-the-limit");
    const less = new Hearing({ ...hearing.record, absences: absencesOf(away(15).slice(0, 1)) });
    expect(answerOf(less.try("approver", { act: "approve" }))).toBe("count-changed-since-proposal");
    expect(answerOf(less.try("approver", { act: "reject" }))).toBe("accepted");
  });
});

describe("what must be finished first", () => {
  test.each(unfinished)("$name: $answer", ({ checkpoint, form, absence, answer: expected }) => {
    const base = rulable();
    const assessment: Assessment = {
      id: "f1",
      checkpoint: "end",
      form: "opinion",
      by: "branch",
      revision: 1,
      evidence: [],
      state: form ?? "final",
      history: [],
    };
    const pending = { class: absence === "recorded" ? "unexplained" : "sick", from: "2025-07-07" } as const;
    const record: Secondment = {
      ...base,
      // As the workflow left it; no step of it may change the state that is looked at.
      status: "awaiting-ruling",
      checkpoints: base.checkpoints.map((each) =>
        each.key === checkpoint?.key ? { ...each, state: checkpoint.state } : each,
      ),
      ...(form && { assessments: [assessment] }),
      ...(absence && { absences: absencesOf([{ ...pending, state: absence }]) }),
    };
    const statement = {
      id: "s1",
      kind: "given",
      on: ruledOn,
      by: { id: "officer", role: "officer" },
    } as const;
    const at = ground({ ...record, statements: [statement] }, "hr", ruledOn, timetabled);
    expect(answerOf(proposeRuling(at, { outcome: "recognised", reason: "why" }))).toBe(expected);
  });

  test("the officer must have been heard, or have refused", () => {
    const hearing = new Hearing();
    expect(answerOf(hearing.try("hr", { act: "propose", outcome: "recognised" }))).toBe("statement-missing");
    hearing.do("hr", { act: "state", note: "asked by telephone, declined" });
    expect(hearing.record.statements).toMatchObject([{ id: "s1", kind: "refused" }]);
    expect(answerOf(hearing.try("hr", { act: "propose", outcome: "recognised" }))).toBe("accepted");
  });

  test("nothing is ruled while the term runs within the limit", () => {
    const running = new Hearing(rulable());
    for (const by of ["hr", "officer"] as const)
      expect(answerOf(running.try(by, { act: "state", words: "x", note: "x" }, "2026-02-27"))).toBe(
        "not-open-to-statements",
      );
    expect(answerOf(running.try("hr", { act: "propose", outcome: "recognised" }, "2026-02-27"))).toBe(
      "not-waiting-for-ruling",
    );
  });
});

describe("statements", () => {
  test("the words lie beside the record under their hash; a further one is numbered on", () => {
    const change = must(new Hearing().try("officer", { act: "state", words: "My words." }));
    expect(change.texts).toEqual([{ name: "STATEMENT", id: "s1", text: { words: "My words." } }]);
    expect(change.after.statements[0]?.hash).toBe(hashOf({ words: "My words." }));
    expect(change.event.change).not.toHaveProperty("words");
    const twice = new Hearing(change.after).do("officer", { act: "state", words: "More." });
    expect(twice.record.statements.map(({ id }) => id)).toEqual(["s1", "s2"]);
  });

  test("words are required of the officer, a note of HR", () => {
    expect(new Hearing().try("officer", { act: "state", note: "x" })).toMatchObject({
      refusals: [{ code: "required", field: "words" }],
    });
    expect(new Hearing().try("hr", { act: "state", words: "x" })).toMatchObject({
      refusals: [{ code: "required", field: "note" }],
    });
  });

  test("one that comes while a ruling waits must be seen before the ruling is approved", () => {
    const hearing = stageOf("proposed").do("officer", { act: "state", words: "One more thing." });
    const unseen = hearing.try("approver", { act: "approve", seen: 1 });
    expect(unseen).toMatchObject({ refusals: [{ code: "changed-meanwhile", params: { by: "officer" } }] });
    hearing.do("approver", { act: "approve", seen: 2 });
    expect(hearing.record.rulings[0]).toMatchObject({ state: "in-force", statementId: "s2" });
  });
});

describe("a ruling in force", () => {
  test("keeps count, limit, calendar version and statement, closes the ruling checkpoint and leaves the showcase", () => {
    const { record } = new Hearing(rulable(15)).ruled("recognised");
    expect(record.status).toBe("recognised");
    const kept = { countedDays: 15, limitDays: 15, calendarVersion: 1, statementId: "s1" };
    expect(record.rulings[0]).toMatchObject(kept);
    const states = new Map(record.checkpoints.map(({ key, state }) => [key, state]));
    expect([states.get("ruling"), states.get("showcase")]).toEqual(["done", "planned"]);
  });

  test("drops everything that was still to come when the year is not recognised", () => {
    const { record } = stageOf("in force");
    const open = record.checkpoints.filter(({ state }) => ["planned", "open", "late"].includes(state));
    expect([record.status, open]).toEqual(["not-recognised", []]);
    expect(record.reviews.at(-1)?.closedOn).toBe(ruledOn);
    expect(record.endedOn).toBeUndefined();
  });

  test("ends a running term that day when the year is not recognised", () => {
    const running = rulable(16, { term: { from: "2025-06-01", to: "2026-05-31" } });
    const { record } = new Hearing(running).ruled("not-recognised");
    expect([record.endedOn, record.status]).toEqual([ruledOn, "not-recognised"]);
  });

  test.each(windows)("review: $name is $answer", ({ received, asked, answer: expected }) => {
    const hearing = stageOf("notice issued").do("hr", { act: "receipt", on: received }, received);
    expect(answerOf(hearing.try("officer", { act: "review" }, asked))).toBe(expected);
  });

  test("is received between the notice and today", () => {
    const hearing = stageOf("notice issued");
    expect(answerOf(hearing.try("hr", { act: "receipt", on: "2026-03-01" }))).toBe("before-the-notice");
    expect(answerOf(hearing.try("hr", { act: "receipt", on: "2026-03-03" }))).toBe("in-the-future");
    expect(answerOf(hearing.try("hr", { act: "receipt", seen: 2 }))).toBe("changed-meanwhile");
  });

  test("reopened on review: under review again over the limit, awaiting its ruling within it", () => {
    const over = stageOf("reopened").record;
    expect([over.status, over.reviews.at(-1)?.openedOn]).toEqual(["under-review", ruledOn]);
    const within = new Hearing(rulable(15)).ruled("not-recognised").contested();
    within.do("approver-2", { act: "reopen" });
    expect(within.record.status).toBe("awaiting-ruling");
    within.do("hr", { act: "propose", outcome: "recognised" }).do("approver", { act: "approve" });
    expect(within.record.status).toBe("recognised");
    expect(within.record.rulings.map(({ state }) => state)).toEqual(["reopened", "in-force"]);
  });

  test("days to come that it cut off do not vanish from the count when it is set aside", () => {
    // Sixteen days in all, four of them after the day of the ruling.
    const term = { from: "2025-06-01", to: "2026-05-31" };
    const absences = absencesOf([
      { class: "sick", from: "2025-06-09", to: "2025-06-24" },
      { class: "sick", from: "2026-03-03", to: "2026-03-06" },
    ]).map((each, index) => ({ ...each, effective: { on: "2026-02-24", version: index + 2 } }));
    const hearing = new Hearing(rulable(0, { term, absences })).ruled("not-recognised").contested();
    expect([
      hearing.record.endedOn,
      hearing.record.checkpoints.some(({ state }) => state === "planned"),
    ]).toEqual([ruledOn, false]);
    hearing.do("approver-2", { act: "reopen" });
    // The term goes on: nothing of the year may be skipped because a ruling was wrong.
    expect(hearing.record.endedOn).toBeUndefined();
    expect(answerOf(hearing.try("hr", { act: "propose", outcome: "recognised" }))).toBe("over-the-limit");
    const alone = voidAbsence(ground(hearing.record, "hr", ruledOn, timetabled), "a2", {
      reason: "not away",
    });
    expect(answerOf(alone)).toBe("evidence-required");
  });

  test("a proposal that was rejected hides no notice of the ruling in force before it", () => {
    const hearing = new Hearing(rulable(16), makingUp).ruled("make-up").sweep("2026-06-30");
    const [inForce] = hearing.record.rulings;
    if (!inForce) throw new Error("no ruling");
    const rulings: Ruling[] = [inForce, { ...inForce, id: "r2", state: "rejected" }];
    const todos = todosOf({ ...hearing.record, rulings }, { scheme: makingUp, calendar });
    expect(todos.filter(([what]) => what === "serve-notice").map((each) => each[4])).toEqual(["r1"]);
  });
});
