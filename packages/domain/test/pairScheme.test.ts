import { describe, expect, test } from "vitest";
import { checkPairScheme } from "../src/pair/pairSchemeCheck.ts";
import { pairSchemeDrafts } from "../src/pair/pairSchemeDraft.ts";
import { type PairScheme, presetPairSchemes } from "../src/pairScheme.ts";
import { pairSchemeRecordSchema, pairSettingsSchema } from "../src/pairSchemeRecord.ts";
import { pairSchemeSchema } from "../src/pairSchemeSchema.ts";
import { pairScheme } from "./support/pairs.ts";
import { answerOf, must, person } from "./support/world.ts";

const [month, midTerm, test_] = pairScheme().checkpoints;
if (!month || !midTerm || !test_) throw new Error("a preset without its steps");
const named = (key: string) => ({ key, name: { "zh-CN": key, en: key } });
const [excellent, , , fail] = pairScheme().grades;
if (!excellent || !fail) throw new Error("a preset without its grades");

describe("what a pair scheme may say", () => {
  test.each([
    ["as it is shipped", {}, "accepted", undefined],
    ["no grade that fails", { grades: [excellent] }, "grades-pass-and-fail", "grades"],
    ["no grade that passes", { grades: [fail] }, "grades-pass-and-fail", "grades"],
    [
      "a skill twice",
      { focuses: [{ ...named("a"), skills: [named("b"), named("b")] }] },
      "key-twice",
      "focuses.0.skills.1.key",
    ],
    [
      "the same skill in two focuses",
      { focuses: ["a", "c"].map((each) => ({ ...named(each), skills: [named("b")] })) },
      "accepted",
      undefined,
    ],
    ["no final test", { checkpoints: [month, midTerm] }, "needs-one-final-test", "checkpoints"],
    ["no entry of the month", { checkpoints: [midTerm, test_] }, "needs-one-month", "checkpoints"],
    ["no look at the middle", { checkpoints: [month, test_] }, "accepted", undefined],
    [
      "two looks at the middle",
      { checkpoints: [month, { ...midTerm, schedule: { from: "start", months: [3, 6] } }, test_] },
      "accepted",
      undefined,
    ],
    [
      "a look at the middle on the last day",
      { checkpoints: [month, { ...midTerm, schedule: { from: "start", months: [11] } }, test_] },
      "accepted",
      undefined,
    ],
    [
      "one after the term",
      { checkpoints: [month, { ...midTerm, schedule: { from: "start", months: [12] } }, test_] },
      "checkpoint-outside-term",
      "checkpoints.1.schedule.months",
    ],
    [
      "an entry by the 15th",
      { checkpoints: [{ ...month, schedule: { from: "each-month", day: 15 } }, test_] },
      "accepted",
      undefined,
    ],
    [
      "an entry by the 16th",
      { checkpoints: [{ ...month, schedule: { from: "each-month", day: 16 } }, test_] },
      "month-day-too-late",
      "checkpoints.0.schedule.day",
    ],
    [
      "an entry of the month once",
      { checkpoints: [{ ...month, schedule: { from: "start", months: [1] } }, test_] },
      "month-each-month",
      "checkpoints.0.schedule.from",
    ],
    [
      "a test each month",
      { checkpoints: [month, { ...test_, schedule: { from: "each-month", day: 5 } }] },
      "one-date-only",
      "checkpoints.1.schedule.from",
    ],
  ] as [string, Partial<PairScheme>, string, string | undefined][])(
    "%s: %s",
    (_, settings, answer, field) => {
      const outcome = checkPairScheme({ ...pairScheme(), ...settings });
      expect(answerOf(outcome)).toBe(answer);
      expect(outcome.ok ? undefined : outcome.refusals[0]?.field).toBe(field);
    },
  );

  test("both presets parse and keep these rules", () => {
    expect(presetPairSchemes.map((each) => checkPairScheme(pairSchemeSchema.parse(each)).ok)).toEqual([
      true,
      true,
    ]);
  });
});

test("one drafts, another publishes, and what is published never changes", () => {
  const hr = { actor: person("hr"), today: "2026-03-02" };
  const hr2 = { actor: person("hr-2"), today: "2026-03-03" };
  const settings = pairSettingsSchema.parse({ loadCap: 3 });
  const draft = must(pairSchemeDrafts.startDraft(pairScheme(), settings, hr)).after;
  expect(pairSchemeRecordSchema.parse(draft)).toMatchObject({
    id: "pair-standard.2",
    status: "draft",
    scheme: { loadCap: 3, version: 2 },
  });
  const seen = { seen: 1, reason: "扩大带教" };
  expect(answerOf(pairSchemeDrafts.publishDraft(draft, seen, hr))).toBe("same-person-decides");
  expect(answerOf(pairSchemeDrafts.publishDraft(draft, { ...seen, seen: 2 }, hr2))).toBe("changed-meanwhile");
  const published = must(pairSchemeDrafts.publishDraft(draft, seen, hr2)).after;
  expect(answerOf(pairSchemeDrafts.changeDraft(published, { seen: 1, settings }, hr))).toBe(
    "scheme-published",
  );
  expect(pairSettingsSchema.safeParse({ loadCap: 3, version: 9 }).success).toBe(false);
});
