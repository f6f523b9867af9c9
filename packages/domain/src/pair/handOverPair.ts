import * as z from "zod";
import { signature } from "../actor.ts";
import { addDays, calendarDateSchema } from "../calendarDate.ts";
import { monthsOf } from "../checkpoint.ts";
import { serviceNumberInputSchema } from "../officer.ts";
import { lastDayOfPair, type Pair } from "../pair.ts";
import { accept, type Outcome, type Refused, refuse } from "../refusal.ts";
import { refusedAct } from "./actOn.ts";
import { left } from "./endPair.ts";
import type { PairChange, PairGround } from "./ground.ts";
import { type PairPlanGround, planPair } from "./planPair.ts";

export const handOverInputSchema = z.object({
  /** Number of who leads from then on. */
  mentor: serviceNumberInputSchema,
  /** First day of the new mentor. */
  from: calendarDateSchema,
  reason: z.string().trim().min(1).max(300),
  eligibility: z.array(z.string().max(24)).max(12),
  kin: z.boolean().optional(),
});
export type HandOverInput = z.infer<typeof handOverInputSchema>;
/** The new mentor and the apprentice as they are on file, and the id of the pair that follows. */
export type Successor = Pick<PairPlanGround, "id" | "mentor" | "apprentice" | "units">;

/**
 * Hands an apprentice over to another mentor: the pair ends the day before, and the next one begins with the rest of the
 * term, its aims and its plan, under the same version of the scheme. The agreement is signed anew.
 */
export function handOverPair(ground: PairGround, input: HandOverInput, to: Successor): Outcome<PairChange> {
  const { pair, scheme, calendar, actor, today } = ground;
  const refused = refusedAct(ground, "hand-over-pair") ?? refusedDay(ground, input.from);
  if (refused) return refused;
  if (to.mentor && to.mentor.id === pair.mentor.officer.serviceNumber) return refuse("same-mentor", "mentor");
  const { mentor, from, reason, eligibility, kin } = input;
  const { focus, leading, term } = pair;
  const apprentice = pair.apprentice.officer.serviceNumber;
  const plan = { mentor, apprentice, focus, from, to: term.to, leading, eligibility, kin };
  const planned = planPair(plan, { ...to, scheme, calendar, actor, today });
  if (!planned.ok) return planned;
  const next = planned.value;
  const on = addDays(from, -1);
  const told = { by: signature(actor), on: today };
  const number = next.after.mentor.officer.serviceNumber;
  return accept({
    after: {
      ...pair,
      status: "handed-over",
      endedOn: on,
      ended: { ...told, reason },
      continuedBy: { pairId: next.after.id, how: "hand-over" },
      checkpoints: left(pair, on),
    },
    event: {
      type: "pair.handed-over",
      change: { status: "handed-over", on, to: next.after.id, mentor: number, reason },
    },
    further: {
      after: { ...next.after, ...carried(pair, next.after) },
      event: {
        ...next.event,
        type: "pair.planned",
        change: {
          focus,
          leading,
          term: next.after.term,
          status: next.after.status,
          eligibility: next.after.eligibility,
          continues: pair.id,
          how: "hand-over",
        },
      },
    },
  });
}

function carried({ id, contract, plan, pauses }: Pair, { term }: Pair) {
  const months = monthsOf(term);
  const left = Object.entries(plan).filter(([month]) => months.includes(month));
  return {
    continues: { pairId: id, how: "hand-over" as const },
    contract,
    plan: Object.fromEntries(left),
    ...(pauses && { pauses }),
  };
}

/** The new one begins within the term after the first day, tomorrow at the latest: until then a substitute leads. */
function refusedDay({ pair, today }: PairGround, from: string): Refused | undefined {
  const first = addDays(pair.term.from, 1);
  const last = lastDayOfPair(pair);
  if (from < first || from > last) return refuse("hand-over-outside-term", "from", { from: first, to: last });
  const tomorrow = addDays(today, 1);
  return from > tomorrow ? refuse("hand-over-too-late", "from", { to: tomorrow }) : undefined;
}
