import * as z from "zod";
import { signature } from "../actor.ts";
import { calendarDateSchema, earlierOf } from "../calendarDate.ts";
import { lastDayOfPair, type Pair } from "../pair.ts";
import type { PairScheme } from "../pairScheme.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import { refusedEntry } from "./actOn.ts";
import type { PairChange, PairGround } from "./ground.ts";

export const itemInputSchema = z.object({
  item: z.string().min(1).max(24),
  /** The day on which it was done. */
  on: calendarDateSchema,
});

/** The lists of 四促三互 that the scheme has; none ships with items. */
export function itemsOf({ mutual = [] }: PairScheme) {
  return mutual;
}

/** The items that nobody has ticked yet. */
export function itemsLeft({ ticks = [] }: Pair, scheme: PairScheme) {
  return itemsOf(scheme).filter((each) => !ticks.some(({ key }) => key === each.key));
}

/**
 * Ticks one item of 四促三互 as done on a day of the term, once: the two and the unit that leads. Refused: `unknown-item`,
 * `item-ticked`, `item-outside-term`.
 */
export function tickItem(
  ground: PairGround,
  { item, on }: z.infer<typeof itemInputSchema>,
): Outcome<PairChange> {
  const { pair, scheme, actor, today } = ground;
  const refused = refusedEntry(ground, "record-activity");
  if (refused) return refused;
  if (!itemsOf(scheme).some(({ key }) => key === item)) return refuse("unknown-item", "item");
  if (!itemsLeft(pair, scheme).some(({ key }) => key === item)) return refuse("item-ticked", "item");
  const from = pair.term.from;
  const to = earlierOf(lastDayOfPair(pair), today);
  if (on < from || on > to) return refuse("item-outside-term", "on", { from, to });
  const tick = { key: item, on, ticked: { by: signature(actor), on: today } };
  return accept({
    after: { ...pair, ticks: [...(pair.ticks ?? []), tick] },
    event: { type: "pair.item-ticked", change: { item, on } },
  });
}
