import { withinTerm } from "../assessment/shorterTerm.ts";
import { addDays, laterOf } from "../calendarDate.ts";
import type { Ground } from "../change.ts";
import { planOf, replanCheckpoints } from "../checkpoint.ts";
import type { Ruling } from "../ruling.ts";
import type { Checkpoint, Secondment } from "../secondment.ts";
import { addWorkingDays } from "../workCalendar.ts";
import { rulingCount } from "./rulingOf.ts";

type MakeUp = NonNullable<Ruling["makeUp"]>;

/**
 * The term made longer by the working days missed, whole days, and ruled again at its new end. What an earlier make-up
 * term made good is not made up twice. After the term the days are counted from today: past days make up nothing.
 */
export function madeUp(ground: Ground): { after: Secondment; makeUp: MakeUp } {
  const { secondment, calendar, today } = ground;
  const { endedOn: _, ...whole } = secondment;
  const { countedDays, limitDays } = rulingCount(ground);
  const before = secondment.madeUpDays ?? 0;
  const days = Math.max(Math.ceil(countedDays - before), Math.ceil(countedDays - limitDays));
  const to = addWorkingDays(calendar, laterOf(secondment.term.to, today), days);
  const term = { from: secondment.term.from, to };
  const checkpoints = replanCheckpoints({ checkpoints: kept(ground), term }, to, ground);
  const status = secondment.reportedInOn === undefined ? ("planned" as const) : ("serving" as const);
  return {
    after: { ...whole, term, madeUpDays: before + days, checkpoints, status },
    makeUp: { days, from: addDays(secondment.term.to, 1), to },
  };
}

/** Ruling and showcase come again at the new end; so does what an earlier ruling dropped and has not passed. */
function kept({ secondment, scheme, today }: Ground): Checkpoint[] {
  return secondment.checkpoints.filter(({ key, state, dueOn }) => {
    const { kind } = planOf(scheme, key);
    if (kind === "ruling" || (kind === "showcase" && state !== "done")) return false;
    return state !== "dropped" || dueOn < today;
  });
}

/** The term as it was before a make-up ruling that was set aside. */
export function withoutMakeUp(ground: Ground, { days, from }: MakeUp): Secondment {
  const { secondment } = ground;
  const { madeUpDays = 0, ...rest } = secondment;
  const term = { from: secondment.term.from, to: addDays(from, -1) };
  const left = madeUpDays - days;
  const shorter = { ...rest, term, ...(left > 0 && { madeUpDays: left }) };
  return { ...shorter, checkpoints: withinTerm(shorter, term.to, ground) };
}
