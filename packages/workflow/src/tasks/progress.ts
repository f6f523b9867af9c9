import * as z from "zod";
import { actingAs, type WorkflowDeps } from "../deps.ts";
import { logger } from "../log.ts";
import { inAppNotifier } from "../notifier.ts";
import { progressKindSchema, progressKinds } from "../progressKinds.ts";
import { RecordMissingError, refusedChange, TooManyTurnsError } from "../retry.ts";
import { tell } from "../tell.ts";

/** Twice what a whole year that nobody looked at leaves behind; 12 history events a turn, far below 25,000. */
const mostTurns = 400;
const inputSchema = z.object({
  kind: progressKindSchema,
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
    if (turn >= mostTurns) throw new TooManyTurnsError(`${kind} ${id} does not come to rest`);
    if (isMissed) await deps.calendar.refresh();
    const next = await progressKinds[kind].next(deps, id, asOf);
    if (!next) throw new RecordMissingError(`no ${kind} ${id}`);
    return { kind, id, asOf, turn: turn + 1, step: next.step ?? "nothing-left" };
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
    const acting = actingAs(deps, "progress", asOf);
    const { changed, message } = await progressKinds[kind].take(acting, { id, step });
    if (changed.outcome === "refused") throw refusedChange(`${kind} ${id}`, changed.refusals[0]?.code);
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
