import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { Actor } from "../src/actor.ts";
import {
  type CorrectionGround,
  type OfficerChange,
  showCorrection,
  snapshotNow,
  tookEffect,
} from "../src/officer/correctionSteps.ts";
import {
  type CorrectionInput,
  correctionInputSchema,
  decideCorrection,
  proposeCorrection,
  withdrawCorrection,
} from "../src/officer/correctOfficer.ts";
import { type Officer, planOfficer } from "../src/officer.ts";
import { formerNames, nameNow, officerFacts, openCorrection } from "../src/officerCorrection.ts";
import type { Outcome } from "../src/refusal.ts";
import { type SecondmentStatus, secondmentStatuses } from "../src/secondment.ts";
import cases from "./cases/correctOfficer.json" with { type: "json" };
import { answerOf, must, planned } from "./support/world.ts";

const today = "2026-03-02";
const evidence = { number: "户字 8 号", title: "户籍证明", date: "2026-02-01" };
const term = { from: "2025-08-26", to: "2026-08-25" };
const hr: Actor = { id: "hr-1", role: "hr" };
const approver: Actor = { id: "approver-1", role: "approver" };
const officer: Officer = {
  id: "100001",
  version: 3,
  head: "",
  name: "王晓明",
  sex: "female",
  birthMonth: "1994-05",
  kind: "officer",
  homeUnit: "JG-01",
};
const unitNames = new Map([
  ["JG-01", "刑侦支队"],
  ["JG-02", "法制支队"],
]);

function ground(change: Partial<CorrectionGround> & { statuses?: readonly SecondmentStatus[] } = {}) {
  const { statuses = [], ...more } = change;
  const terms = statuses.map((status, at) => ({ id: `t${at}`, status, term }));
  const moves = () => [];
  return {
    officer,
    terms,
    moves,
    unitName: (code: string) => unitNames.get(code),
    actor: hr,
    today,
    ...more,
  };
}

const table = z
  .array(
    z.strictObject({
      name: z.string(),
      statuses: z.array(z.enum(secondmentStatuses)).default([]),
      by: z.string().optional(),
      change: z.record(z.string(), z.unknown()),
      answer: z.string(),
      field: z.string().optional(),
    }),
  )
  .parse(cases);

describe("a correction that HR proposes", () => {
  test.each(table)("$name", ({ statuses, by, change, answer, field }) => {
    const input = correctionInputSchema.parse({ seen: 3, evidence, ...change });
    const outcome = proposeCorrection(ground({ statuses, actor: { ...hr, serviceNumber: by } }), input);
    expect(outcome.ok ? outcome.value.after.corrections?.at(-1)?.state : answerOf(outcome)).toBe(answer);
    expect(outcome.ok ? undefined : outcome.refusals[0]?.field).toBe(field);
  });

  test("waits with the facts on file untouched, and only one at a time", () => {
    const waiting = must(propose({ name: "王小明" })).after;
    expect(waiting.name).toBe("王晓明");
    expect(openCorrection(waiting)?.changes).toEqual([{ fact: "name", from: "王晓明", to: "王小明" }]);
    const second = proposeCorrection(ground({ officer: waiting }), { seen: 3, evidence, sex: "male" });
    expect(answerOf(second)).toBe("correction-open");
  });
});

function propose(facts: Partial<CorrectionInput>) {
  return proposeCorrection(ground({ statuses: ["serving"] }), { seen: 3, evidence, ...facts });
}

describe("a correction that waits", () => {
  const waiting = must(propose({ name: "王小明", homeUnit: "JG-02" })).after;
  const decide = (actor: Actor, decision: "approve" | "reject", reason?: string, at = waiting) =>
    decideCorrection({ ...ground(), officer: at, actor }, { id: "k1", decision, reason });

  test("takes effect when another person approves it", () => {
    const approved = must(decide(approver, "approve"));
    expect(approved.after).toMatchObject({ name: "王小明", homeUnit: "JG-02", sex: "female" });
    expect(tookEffect(approved)).toMatchObject({ id: "k1", on: today, evidence });
  });

  test("is never decided by who proposed it, nor by the person it is about", () => {
    expect(answerOf(decide({ ...approver, id: hr.id }, "approve"))).toBe("same-person-decides");
    expect(answerOf(decide({ ...approver, serviceNumber: officer.id }, "approve"))).toBe("own-case");
  });

  test("is rejected with a reason only, and then nothing changed", () => {
    expect(answerOf(decide(approver, "reject"))).toBe("required");
    const rejected = must(decide(approver, "reject", "材料不足"));
    expect(rejected.after.name).toBe("王晓明");
    expect(tookEffect(rejected)).toBeUndefined();
    expect(answerOf(decide(approver, "approve", undefined, rejected.after))).toBe("correction-not-open");
  });

  test("is refused when a fact is no longer what it is corrected from", () => {
    const moved = { ...waiting, homeUnit: "JG-03" };
    expect(answerOf(decide(approver, "approve", undefined, moved))).toBe("officer-changed");
  });

  test("is withdrawn by who proposed it only", () => {
    const withdraw = (actor: Actor) => withdrawCorrection({ officer: waiting, actor, today }, "k1");
    expect(answerOf(withdraw({ ...hr, id: "hr-2" }))).toBe("not-your-correction");
    expect(openCorrection(must(withdraw(hr)).after)).toBeUndefined();
  });
});

test("a secondment keeps the facts that it was made under and shows the correction", () => {
  const approved = must(proposeCorrection(ground(), { seen: 3, evidence, name: "王小明", sex: "male" }));
  const corrected = tookEffect(approved);
  if (!corrected) throw new Error("in effect at once");
  const before = {
    ...planned(term.from),
    officer: { ...planned(term.from).officer, name: "王晓明", sex: "female" as const },
  };
  const { after } = showCorrection(before, corrected);
  expect(after.officer).toEqual(before.officer);
  expect([nameNow(after), ...formerNames(after)]).toEqual(["王小明", "王晓明"]);
  expect(snapshotNow(after)).toEqual({ ...before.officer, name: "王小明", sex: "male" });
});

/** One act of one of four people on the officer, or a term that begins or is ruled. */
const act = fc.record({
  what: fc.constantFrom("propose", "approve", "reject", "withdraw", "import", "begin", "rule"),
  who: fc.integer({ min: 0, max: 3 }),
  facts: fc.record(
    {
      name: fc.constantFrom("甲", "乙", "丙"),
      kind: fc.constantFrom("officer" as const, "auxiliary" as const),
      homeUnit: fc.constantFrom("JG-01", "JG-02"),
    },
    { requiredKeys: [] },
  ),
});

test("over any sequence of acts no fact that a running secondment carries changes by fewer than two persons and an evidence", () => {
  const statistics = { changedWhileRunning: 0 };
  const property = fc.property(fc.array(act, { minLength: 1, maxLength: 30 }), (acts) => {
    let now: Officer = { ...officer, name: "甲" };
    let isRunning = false;
    for (const { what, who, facts } of acts) {
      if (what === "begin" || what === "rule") {
        isRunning = what === "begin";
        continue;
      }
      const statuses: SecondmentStatus[] = isRunning ? ["serving"] : ["recognised"];
      const person: Actor = { id: `p${who}`, role: who < 2 ? "hr" : "approver" };
      const outcome = stepOf(what, ground({ officer: now, statuses, actor: person }), facts);
      if (!outcome.ok) continue;
      const after = { ...outcome.value.after, version: now.version + 1 };
      if (isRunning && officerFacts.some((fact) => after[fact] !== now[fact])) {
        const last = after.corrections?.at(-1);
        expect(last).toMatchObject({ state: "effective", evidence });
        expect(last?.decidedBy?.id).toBe(person.id);
        expect(last?.proposedBy.id).not.toBe(person.id);
        statistics.changedWhileRunning += 1;
      }
      now = after;
    }
  });
  fc.assert(property, { numRuns: 300, seed: 17 });
  expect(statistics.changedWhileRunning).toBeGreaterThan(0);
});

function stepOf(
  what: "propose" | "approve" | "reject" | "withdraw" | "import",
  at: CorrectionGround,
  facts: Partial<Pick<Officer, "name" | "kind" | "homeUnit">>,
): Outcome<Pick<OfficerChange, "after">> {
  const id = openCorrection(at.officer)?.id ?? "none";
  switch (what) {
    case "propose":
      return proposeCorrection(at, { seen: at.officer.version, evidence, ...facts });
    case "withdraw":
      return withdrawCorrection(at, id);
    case "import": {
      const { id: serviceNumber, name, sex, birthMonth, kind, homeUnit } = at.officer;
      const input = { serviceNumber, name, sex, birthMonth, kind, homeUnit, ...facts };
      const isCarried = at.terms.some(({ status }) => status === "serving");
      const plan = planOfficer(input, at.officer, isCarried);
      return plan.ok ? { ok: true, value: { after: { ...at.officer, ...facts } } } : plan;
    }
    default:
      return decideCorrection(at, { id, decision: what, reason: "核对" });
  }
}
