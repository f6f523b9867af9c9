import * as z from "zod";
import { actingAs, type WorkflowDeps } from "../deps.ts";
import { logger } from "../log.ts";
import { inAppNotifier } from "../notifier.ts";
import { progressKindSchema, progressKinds } from "../progressKinds.ts";
import { RecordMissingError, refusedChange, TooManyTurnsError } from "../retry.ts";
import { tell } from "../tell.ts";

/** Twice what a whole year that nobody looked at leaves behind; 7 history events a turn, far below 25,000. */
const mostTurns = 400;
const inputSchema = z.object({
  kind: progressKindSchema,
  id: z.string(),
  asOf: z.iso.date(),
  turn: z.int().default(0),
  step: z.string().optional(),
});
type Input = z.infer<typeof inputSchema>;

/** Asks the record what is to be done on `asOf`; the answer names the state that does it, or `nothing-left`. */
export function decideTask(deps: WorkflowDeps) {
  return async (raw: unknown) => {
    const input = inputSchema.parse(raw);
    const { kind, id, asOf } = input;
    const next = await progressKinds[kind].next(deps, id, asOf);
    if (!next) throw new RecordMissingError(`no ${kind} ${id}`);
    return named(input, next.step);
  };
}

/**
 * Does the named step if it is still the next one, tells whom it concerns, and names what comes after it on the record
 * as it was written; a second delivery finds it done, changes nothing, tells nobody and names the same.
 */
export function takeStepTask(deps: WorkflowDeps) {
  const { notifiers = [inAppNotifier(deps.store)] } = deps;
  return async (raw: unknown) => {
    const input = inputSchema.parse(raw);
    const { kind, id, asOf, step } = input;
    const acting = actingAs(deps, "progress", asOf);
    const { changed, message, next } = await progressKinds[kind].take(acting, { id, step });
    if (changed.outcome === "refused") throw refusedChange(`${kind} ${id}`, changed.refusals[0]?.code);
    if (changed.outcome === "committed") {
      const ids = { kind, id, asOf, step: step ?? "", version: changed.record.version };
      logger.info("The workflow took a step", { code: "step.taken", ...ids });
      if (message) await tell(notifiers, message);
    }
    return named(input, next);
  };
}

/** Where the machine goes: the state of the next step, a turn later. */
function named({ kind, id, asOf, turn }: Input, step = "nothing-left") {
  if (turn >= mostTurns) throw new TooManyTurnsError(`${kind} ${id} does not come to rest`);
  return { kind, id, asOf, turn: turn + 1, step };
}
