import { type ActivityInput, recordActivity } from "@dunmiao/domain/pair/activities";
import { readersOf } from "@dunmiao/domain/pair/ground";
import { may } from "@dunmiao/domain/permissions";
import { type Refusal, refuse } from "@dunmiao/domain/refusal";
import { changePair } from "@dunmiao/store/changePair";
import type { Acting } from "@dunmiao/store/engine/acting";
import type { KeyUse } from "@dunmiao/store/engine/idempotency";
import type { PairRow } from "@dunmiao/store/pairDirectory";
import * as z from "zod";
import { formNumber } from "../body.ts";
import { activityForm } from "./form.ts";

/** The most pairs of one entry: each is a transaction of its own. */
export const mostOfGroup = 200;
const pairId = z.string().regex(/^[0-9A-Za-z-]{1,64}$/);

const pairIds = z.union([pairId.transform((only) => [only]), z.array(pairId).min(1).max(mostOfGroup)]);

/** Body of an activity of a whole group; a form sends one ticked pair as a text, several as a list. */
export const groupBody = activityForm.extend({ pair: pairIds });
/** A form goes on by steps: of how many pairs it is known what became of them, and which of these were refused. */
export const groupForm = groupBody.extend({
  reached: formNumber.pipe(z.int().min(0)).default(0),
  refused: pairIds.default([]),
});
export type GroupEntry = z.infer<typeof groupForm>;
/** Which pairs the form offers. */
export const groupQuery = z
  .object({ unit: z.string().max(60), focus: z.string().max(60), q: z.string().trim().max(40) })
  .partial();

/** What became of one pair of a group; the two are named where the actor may read the pair. */
export type GroupResult = { id: string; row: PairRow | undefined; refusals: readonly Refusal[] };
type Group = { pairs: readonly string[]; input: ActivityInput; use: KeyUse | undefined };

/**
 * Enters one activity in each pair of a group, one transaction each: what is refused for one does not stop the others. The
 * key of the entry is one key for each pair, so that a repeat goes on where the first one stopped.
 */
export async function recordGroup(
  acting: Acting,
  { pairs, input, use }: Group,
  rows: ReadonlyMap<string, PairRow>,
): Promise<GroupResult[]> {
  const results: GroupResult[] = [];
  for (const id of new Set(pairs)) {
    const once = use && {
      use: { ...use, key: `${use.key} ${id}` },
      answer: () => ({ status: 200, body: {} }),
    };
    const changed = await changePair(acting, {
      id,
      once,
      rule: (ground) =>
        may(acting.actor, "read-pairs", readersOf(ground.pair))
          ? recordActivity(ground, input)
          : refuse("not-found"),
    });
    results.push({ id, row: rows.get(id), refusals: changed.outcome === "refused" ? changed.refusals : [] });
  }
  return results;
}

/** Pairs of one step: a tenth of the group, ten at least. */
const fewestOfStep = 10;

/** The pairs up to which the next step goes, and those that it enters: the last one tries what was refused once more. */
export function stepOf({ pair, reached, refused }: Pick<GroupEntry, "pair" | "reached" | "refused">) {
  const pairs = [...new Set(pair)];
  const until = Math.min(pairs.length, reached + Math.max(fewestOfStep, Math.ceil(pairs.length / 10)));
  const isLast = until === pairs.length;
  return { pairs, until, isLast, entered: [...(isLast ? refused : []), ...pairs.slice(reached, until)] };
}

/** What became of every pair, once the last step is done: those of earlier steps that were not refused are entered. */
export function resultsOfAll(
  { pair }: Pick<GroupEntry, "pair">,
  results: readonly GroupResult[],
  rows: ReadonlyMap<string, PairRow>,
): GroupResult[] {
  const last = new Map(results.map((each) => [each.id, each]));
  return [...new Set(pair)].map((id) => last.get(id) ?? { id, row: rows.get(id), refusals: [] });
}
