import { nextStep } from "@dunmiao/domain/nextStep";
import { type Message, messageOf } from "@dunmiao/domain/notification";
import { accept } from "@dunmiao/domain/refusal";
import { takeStep } from "@dunmiao/domain/year/takeStep";
import { changeSecondment } from "@dunmiao/store/changeSecondment";
import { loadRecord } from "@dunmiao/store/engine/record";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { rulesFor } from "@dunmiao/store/secondmentRules";
import * as z from "zod";
import { actingAs, type WorkflowDeps } from "../deps.ts";
import { logger } from "../log.ts";
import { inAppNotifier } from "../notifier.ts";
import { RecordMissingError, refusedChange, TooManyTurnsError } from "../retry.ts";
import { tell } from "../tell.ts";

/** Twice what a whole year that nobody looked at leaves behind; 12 history events a turn, far below 25,000. */
const mostTurns = 400;
const inputSchema = z.object({
  kind: z.literal("secondment"),
  id: z.string(),
  asOf: z.iso.date(),
  turn: z.int().default(0),
  step: z.string().optional(),
  /** The last step found nothing to do: somebody was faster, or the two tasks saw different calendars. */
  isMissed: z.boolean().optional(),
});

/** Asks the record what is to be done on `asOf`; the answer names the state that does it, or `nothing-left`. */
export function decideTask(deps: WorkflowDeps) {
  return async (raw: unknown) => {
    const { kind, id, asOf, turn, isMissed } = inputSchema.parse(raw);
    if (turn >= mostTurns) throw new TooManyTurnsError(`secondment ${id} does not come to rest`);
    if (isMissed) await deps.calendar.refresh();
    const record = await loadRecord(deps.store, secondmentNoun, id);
    if (!record) throw new RecordMissingError(`no secondment ${id}`);
    const { step } = nextStep(record, await rulesFor(deps, record), asOf);
    return { kind, id, asOf, turn: turn + 1, step };
  };
}

/**
 * Does the named step if it is still the next one, and tells whom it concerns; a second delivery finds it done,
 * changes nothing and tells nobody.
 */
export function takeStepTask(deps: WorkflowDeps) {
  const { notifiers = [inAppNotifier(deps.store)] } = deps;
  return async (raw: unknown) => {
    const { kind, id, asOf, turn, step } = inputSchema.parse(raw);
    let message: Message | undefined;
    const changed = await changeSecondment(actingAs(deps, "progress", asOf), {
      id,
      leaveDueSteps: true,
      rule: (ground) => {
        const next = nextStep(ground.secondment, ground, asOf);
        if (next.step === "nothing-left" || next.step !== step) return accept(undefined);
        const change = takeStep(ground.secondment, next, ground.scheme, asOf);
        message = messageOf(change.after, next, { scheme: ground.scheme, on: asOf });
        return accept(change);
      },
    });
    if (changed.outcome === "refused") throw refusedChange(`secondment ${id}`, changed.refusals[0]?.code);
    if (changed.outcome !== "committed") {
      await deps.calendar.refresh();
      return { kind, id, asOf, turn, isMissed: true };
    }
    const ids = { kind, id, asOf, step: step ?? "", version: changed.record.version };
    logger.info("The workflow took a step", { code: "step.taken", ...ids });
    if (message) await tell(notifiers, message);
    return { kind, id, asOf, turn };
  };
}
