import * as z from "zod";
import { signatureSchema } from "../actor.ts";

/**
 * What a check of the live table found wrong with a record, the tree of the days, its anchors or the calendar. Days are
 * YYYY-MM-DD. It is open until a later check finds it gone, or an auditor has signed for it.
 */
export const differenceSchema = z.object({
  kind: z.string(),
  id: z.string(),
  /** Codes of what differs, with a version or a day; never content. */
  faults: z.array(z.string()).min(1),
  since: z.iso.date(),
  seenOn: z.iso.date(),
  /** The leaves by which it was found, by index: what stands beside the record may be gone. */
  leaves: z.array(z.int()).optional(),
  goneOn: z.iso.date().optional(),
  signed: z.object({ by: signatureSchema, at: z.iso.datetime(), note: z.string() }).optional(),
});
export type Difference = z.infer<typeof differenceSchema>;
/** Fault of a difference whose own row could not be read: what it said is lost, so that it is open until it is signed for. */
export const unreadableRow = "row-unreadable";
/** What one check finds; no faults where all agrees. */
export type Checked = Pick<Difference, "kind" | "id" | "faults" | "leaves">;

/** Whether somebody has to look at it. */
export function isOpenDifference({ goneOn, signed }: Pick<Difference, "goneOn" | "signed">): boolean {
  return goneOn === undefined && signed === undefined;
}

/** How a difference stands after another check; undefined where there never was one. What was signed is open again when it is another one. */
export function afterCheck(
  known: Difference | undefined,
  checked: Checked,
  on: string,
): Difference | undefined {
  const { kind, id, leaves = known?.leaves } = checked;
  const isLost = known?.faults[0] === unreadableRow && isOpenDifference(known);
  const faults = isLost ? [unreadableRow, ...checked.faults] : checked.faults;
  if (faults.length === 0) return known && !known.goneOn ? { ...known, goneOn: on } : known;
  if (known && !isNews(known, checked)) return { ...known, ...(isLost && { faults }), seenOn: on };
  const since = known && !known.goneOn ? known.since : on;
  return { kind, id, faults, since, seenOn: on, ...(leaves && { leaves }) };
}

/** Whether a check found what nobody was told of. */
export function isNews(known: Difference | undefined, { faults }: Checked): boolean {
  if (faults.length === 0) return false;
  const before = known?.goneOn === undefined ? (known?.faults ?? []) : [];
  return before.filter((fault) => fault !== unreadableRow).join() !== faults.join();
}

/** Longest sentence with which somebody signs for a difference. */
export const longestNote = 500;
