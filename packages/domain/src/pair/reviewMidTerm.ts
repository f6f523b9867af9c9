import * as z from "zod";
import { signature } from "../actor.ts";
import { doneCheckpoint, planOf } from "../checkpoint.ts";
import { hashOf } from "../event.ts";
import type { Pair } from "../pair.ts";
import type { PairScheme } from "../pairScheme.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { Checkpoint } from "../secondment.ts";
import { refusedAct, sideOf } from "./actOn.ts";
import type { PairChange, PairGround } from "./ground.ts";
import { pairTextNames, wordsSchema } from "./words.ts";

export const midTermInputSchema = z.object({
  /** Which look at the middle; the next one unless told. */
  checkpoint: z.string().min(1).max(40).optional(),
  words: wordsSchema,
});
export type MidTermInput = z.infer<typeof midTermInputSchema>;

/** The looks at the middle that nobody has taken yet, earliest first. */
export function midTermsLeft({ checkpoints, midTerms = [] }: Pair, scheme: PairScheme): Checkpoint[] {
  return checkpoints.filter(
    ({ key, state }) =>
      planOf(scheme, key).kind === "mid-term" &&
      state !== "dropped" &&
      !midTerms.some((each) => each.key === key),
  );
}

/**
 * How the first half went, in the words of the mentor or of the unit; it closes its step of the timetable. One that ran
 * out stays missed, with the words in the file. Refuses `no-mid-term`, `mid-term-not-open`.
 */
export function reviewMidTerm(ground: PairGround, { checkpoint, words }: MidTermInput): Outcome<PairChange> {
  const { pair, scheme, actor, today } = ground;
  const refused = refusedAct(ground, "review-pair");
  if (refused) return refused;
  const side = sideOf(pair, actor, today);
  if (side === "apprentice") return refuse("forbidden");
  const found = midTermsLeft(pair, scheme).find(({ key }) => checkpoint === undefined || key === checkpoint);
  if (!found) return refuse("no-mid-term");
  const { key, opensOn } = found;
  if (today < opensOn) return refuse("mid-term-not-open", undefined, { on: opensOn });
  const text = { words };
  const review = { key, side, made: { by: signature(actor), on: today }, words: hashOf(text) };
  const checkpoints = pair.checkpoints.map((each) =>
    each.key === key && each.state !== "missed" ? doneCheckpoint(each, today) : each,
  );
  return accept({
    after: { ...pair, checkpoints, midTerms: [...(pair.midTerms ?? []), review] },
    event: { type: "pair.mid-term-reviewed", change: { checkpoint: key, side, words: review.words } },
    texts: [{ name: pairTextNames.midTerm, id: key, text }],
  });
}
