import * as z from "zod";
import { signature } from "../actor.ts";
import { addMonths, calendarDateSchema } from "../calendarDate.ts";
import { fileTaskSides } from "../pair.ts";
import { may } from "../permissions.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import { decidersOf, type PairChange, type PairGround } from "./ground.ts";
import { fileFactsOf, fileOn } from "./pairFile.ts";

export const fileTaskInputSchema = z.object({
  /** Who completes the file: one of the two, or the unit that leads. */
  side: z.enum(fileTaskSides),
  dueOn: calendarDateSchema,
});
export type FileTaskInput = z.infer<typeof fileTaskInputSchema>;

const farthestMonths = 12;

/**
 * Asks somebody to complete the file of a pair by a day; asked again, the last word counts. Refuses `file-is-complete`,
 * `file-not-counted` (a pair that never began, or was dissolved), `due-in-the-past`, `due-too-far`.
 */
export function assignFile(ground: PairGround, { side, dueOn }: FileTaskInput): Outcome<PairChange> {
  const { pair, scheme, actor, today } = ground;
  if (!may(actor, "assign-file", decidersOf(pair))) return refuse("forbidden");
  const { status } = pair;
  if (status === "proposed" || status === "dissolved")
    return refuse("file-not-counted", undefined, { status });
  if (fileOn(fileFactsOf(pair, scheme), today).missing.length === 0) return refuse("file-is-complete");
  if (dueOn < today) return refuse("due-in-the-past", "dueOn", { today });
  const latest = addMonths(today, farthestMonths);
  if (dueOn > latest) return refuse("due-too-far", "dueOn", { to: latest });
  return accept({
    after: { ...pair, fileTask: { side, dueOn, set: { by: signature(actor), on: today } } },
    event: { type: "pair.file-assigned", change: { side, dueOn } },
  });
}
