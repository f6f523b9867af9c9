import type { DatedStep } from "@dunmiao/domain/earliest";
import type { StepMessage } from "@dunmiao/domain/pairMessage";
import { accept } from "@dunmiao/domain/refusal";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import { pairRail } from "@dunmiao/store/changePair";
import { secondmentRail } from "@dunmiao/store/changeSecondment";
import type { Acting } from "@dunmiao/store/engine/acting";
import type { Changed } from "@dunmiao/store/engine/change";
import type { Recorded } from "@dunmiao/store/engine/kinds";
import { loadRecord } from "@dunmiao/store/engine/record";
import { changeOnRail, type Rail } from "@dunmiao/store/rail";
import * as z from "zod";

type Rules = { calendar: WorkCalendar };
type Taken = {
  changed: Changed<Recorded>;
  message: StepMessage | undefined;
  next: string | undefined;
};
type Progressing = {
  /** The step that is due; without a step nothing is left, undefined without a record. */
  next: (
    from: Pick<Acting, "store" | "calendar">,
    id: string,
    asOf: string,
  ) => Promise<{ step: string | undefined } | undefined>;
  /**
   * Takes the named step if it is still the next one, says whom it would tell, and which step is due on the record that
   * it left or found: none is left, or none was found to say.
   */
  take: (acting: Acting, of: { id: string; step: string | undefined }) => Promise<Taken>;
};

/** The machine `progress` over the rail of one kind. */
function progressing<R extends Recorded, Ru extends Rules, S extends DatedStep>(
  rail: Rail<R, Ru, S>,
): Progressing {
  return {
    next: async (from, id, asOf) => {
      const record = await loadRecord(from.store, rail.noun, id);
      return record && { step: rail.steps.next(record, await rail.rulesFor(from, record), asOf)?.step };
    },
    take: async (acting, { id, step }) => {
      let message: StepMessage | undefined;
      const changed = await changeOnRail(rail, acting, {
        id,
        leaveDueSteps: true,
        rule: ({ record, rules }) => {
          const { today } = acting;
          const next = rail.steps.next(record, rules, today);
          if (!next || next.step !== step) return accept(undefined);
          const change = rail.steps.take(record, next, rules, today);
          message = rail.steps.tell(change.after, next, { rules, on: today });
          return accept(change);
        },
      });
      if (!("record" in changed)) return { changed, message, next: undefined };
      // Nothing was to be done: somebody was faster, or whoever named the step saw another calendar.
      if (changed.outcome === "unchanged") await acting.calendar.refresh();
      const rules = await rail.rulesFor(acting, changed.record);
      return { changed, message, next: rail.steps.next(changed.record, rules, acting.today)?.step };
    },
  };
}

/** The kinds of records that `progress` serves: one line each. */
export const progressKinds = {
  secondment: progressing(secondmentRail),
  pair: progressing(pairRail),
} as const satisfies Record<string, Progressing>;

export const progressKindSchema = z.enum(["secondment", "pair"] satisfies (keyof typeof progressKinds)[]);
