import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../src/calendarDate.ts";
import { countOf } from "../src/count/count.ts";
import { rulingOutcomes } from "../src/ruling.ts";
import type { Scheme } from "../src/scheme.ts";
import type { Secondment } from "../src/secondment.ts";
import { type Act, doAct } from "./support/acts.ts";
import { timetabled } from "./support/forms.ts";
import { Hearing, makingUp, type RulingAct, rulable } from "./support/rulings.ts";
import { after, calendar, factsOf } from "./support/world.ts";

const firstDay = "2026-02-20";
const persons = ["hr", "hr-2", "approver", "approver-2", "officer", "station"];

type Deed = { by: string; days: number; act: RulingAct | Act };
type Part = Omit<Deed, "days">;
/** Mostly by somebody who may, sometimes by anybody. */
const byUsual = (...usual: string[]) =>
  fc.oneof(
    { arbitrary: fc.constantFrom(...usual), weight: 5 },
    { arbitrary: fc.constantFrom(...persons), weight: 1 },
  );
function part<T extends RulingAct | Act>(act: fc.Arbitrary<T>, ...usual: string[]): fc.Arbitrary<Part> {
  return fc.record({ by: byUsual(...usual), act });
}

const anyEnd = fc
  .record({ outcome: fc.constantFrom("completed", "cancelled"), on: fc.integer({ min: -30, max: 9 }) })
  .map(
    ({ outcome, on }): RulingAct => ({
      act: "end",
      input: {
        outcome,
        on: addDays(firstDay, on),
        reason: "x",
        consultation: { with: "x", on: firstDay, note: "x" },
      },
    }),
  );
const outcome = fc.constantFrom(...rulingOutcomes);
const rulingPart = fc.oneof(
  part(fc.constant<RulingAct>({ act: "state", words: "x", note: "x" }), "officer", "hr"),
  part(
    outcome.map((each): RulingAct => ({ act: "propose", outcome: each })),
    "hr",
    "hr-2",
  ),
  part(fc.constant<RulingAct>({ act: "approve" }), "approver", "approver-2"),
  part(
    fc.constantFrom("uphold", "reopen", "reopen", "reject").map((act): RulingAct => ({ act })),
    "approver-2",
  ),
  part(
    fc.constantFrom("notice", "receipt", "receipt").map((act): RulingAct => ({ act })),
    "hr",
  ),
  part(fc.constant<RulingAct>({ act: "review" }), "officer"),
);
const month = fc.integer({ min: 10, max: 28 });
const nth = fc.nat(3).map((at) => `a${at + 1}`);
const factPart = fc.oneof(
  part(
    month.map((day): Act => ({ act: "record", facts: factsOf({ class: "sick", from: `2025-08-${day}` }) })),
    "officer",
  ),
  part(
    nth.map((id): Act => ({ act: "approve", id, overLimit: true })),
    "approver",
    "approver-2",
  ),
  part(
    nth.map((id): Act => ({ act: "void", id, withEvidence: true })),
    "hr",
    "officer",
  ),
  part(
    month.map((day): Act => ({ act: "amend", id: "a1", facts: { to: `2025-06-${day}` }, overLimit: true })),
    "hr",
  ),
);

/** What somebody tries some days after the one before; whether it is allowed is up to the rules. */
const deed: fc.Arbitrary<Deed> = fc
  .record({
    days: fc.constantFrom(0, 0, 0, 1, 5),
    part: fc.oneof(
      { arbitrary: rulingPart, weight: 20 },
      { arbitrary: factPart, weight: 4 },
      { arbitrary: part(anyEnd, "hr"), weight: 1 },
    ),
  })
  .map(({ days, part: chosen }) => ({ days, ...chosen }));

/** Everything that would otherwise hold a ruling up is done, so that the random acts get far. */
function everythingFiled(record: Secondment): Secondment {
  const checkpoints = record.checkpoints.map((each) =>
    ["ruling", "showcase"].includes(each.key) ? each : { ...each, state: "done" as const },
  );
  return { ...record, checkpoints };
}

function isFactAct(act: RulingAct | Act): act is Act {
  return ["record", "void", "amend"].includes(act.act) || "overLimit" in act;
}

function play(hearing: Hearing, { by, act }: Deed, today: string): void {
  const outcome = isFactAct(act)
    ? doAct(hearing.sweep(today).record, by, today, act, hearing.scheme)
    : hearing.try(by, act, today);
  if (outcome.ok) hearing.record = everythingFiled(after(outcome));
}

function holds(record: Secondment, scheme: Scheme, today: string): void {
  if (record.status === "recognised")
    expect(countOf(record, scheme, calendar, today).verdict).not.toBe("exceeded");
  for (const { proposed, decided, reviewAnswer } of record.rulings) {
    if (decided) expect(decided.by.id).not.toBe(proposed.by.id);
    if (reviewAnswer) expect([proposed.by.id, decided?.by.id]).not.toContain(reviewAnswer.by.id);
  }
}

test("whatever people try, no year over the limit is recognised, and every ruling has two people", () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(
      fc.constantFrom(0, 15, 15.5, 16),
      fc.constantFrom(timetabled, makingUp),
      fc.array(deed, { minLength: 40, maxLength: 100, size: "max" }),
      (days, scheme, deeds) => {
        const hearing = new Hearing(rulable(days), scheme);
        let today = firstDay;
        for (const each of deeds) {
          today = addDays(today, each.days);
          play(hearing, each, today);
          holds(hearing.record, scheme, today);
          reached.add(hearing.record.status);
          for (const { state, outcome } of hearing.record.rulings) reached.add(`${outcome} ${state}`);
        }
      },
    ),
    { numRuns: 300, seed: 20260302 },
  );
  // The walk says something only if it goes everywhere.
  const everywhere = ["recognised", "not-recognised", "under-review", "ended-early", "make-up in-force"];
  expect([...reached]).toEqual(expect.arrayContaining([...everywhere, "not-recognised reopened"]));
});
