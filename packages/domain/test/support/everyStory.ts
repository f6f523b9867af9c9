import fc from "fast-check";
import { absenceActs } from "../../src/absence/acts.ts";
import type { Ground } from "../../src/change.ts";
import { rolesOf } from "../../src/permissions.ts";
import { actsOnDays } from "./actsOnDays.ts";
import { actsOnTerm } from "./actsOnTerm.ts";
import { type Acts, type Dice, idOf } from "./dice.ts";

/** Every rule that people act by, by its name, with who may. */
export const acts = { ...actsOnDays, ...actsOnTerm, ...asProbed() };
/** Names of the rules. */
export const names = Object.keys(acts);

/** Every other act on an absence as its table has it: what chance could give to it beside its probe says nothing more. */
function asProbed(): Acts {
  const others = Object.values(absenceActs).filter(({ rule }) => !(rule.name in actsOnDays));
  return Object.fromEntries(
    others.map(({ rule, permission, ask }) => [
      rule.name,
      {
        by: rolesOf(permission),
        rule: (at: Ground, dice: Dice) => ask(at, idOf(at.secondment.absences, dice)),
      },
    ]),
  );
}

/** One attempt: which act, by whom, and what chance decides of it. */
export type Try = { act: number; who: number; isStray: boolean; dice: Dice };
const anyTry: fc.Arbitrary<Try> = fc.record({
  act: fc.oneof(fc.nat(names.length - 1), fc.nat(Object.keys(actsOnDays).length - 1)),
  who: fc.nat(9),
  isStray: fc.nat(5).map((side) => side === 0),
  dice: fc.record({
    nth: fc.nat(9),
    offset: fc.integer({ min: -4, max: 9 }),
    days: fc.integer({ min: 0, max: 12 }),
    side: fc.nat(3),
    has: fc.boolean(),
  }),
});
/** Each turn is taken by one whom the rules let act; now and then weeks or months pass, or the calendar changes. */
export const anyStory = fc.array(
  fc.record({
    later: fc.constantFrom(0, 0, 0, 0, 0, 1, 2, 6, 40, 90),
    calendar: fc.constantFrom("as-it-is", "as-it-is", "as-it-is", "as-it-is", "changes"),
    batch: fc.nat(9).map((side) => side === 0),
    tries: fc.array(anyTry, { minLength: 12, maxLength: 24 }),
  }),
  { minLength: 20, maxLength: 70, size: "max" },
);
export type Story = typeof anyStory extends fc.Arbitrary<infer T> ? T : never;
