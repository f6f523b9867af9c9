import type * as z from "zod";
import type { Event } from "./event.ts";

/** The facts of a stored event, or the members of its change that nobody can read: `type` where its type is unknown. */
export type ReadChange<Facts> =
  | { readonly ok: true; readonly facts: Facts }
  | { readonly ok: false; readonly unread: readonly string[] };

/**
 * Reads the change of a stored event in the form that the table of its record's kind (`eventsOfKind`) has for its type.
 * A member that the form does not know is unread as well: whatever is stored is read or named, never left out unsaid.
 */
export function readChange<Facts>(
  table: Readonly<Record<string, z.ZodType<Facts>>>,
  { type, change }: Pick<Event, "type" | "change">,
): ReadChange<Facts> {
  const form = Object.hasOwn(table, type) ? table[type] : undefined;
  if (!form) return { ok: false, unread: ["type"] };
  const read = form.safeParse(change);
  if (read.success) return { ok: true, facts: read.data };
  const unread = read.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" && issue.path.length === 0 ? issue.keys : [String(issue.path[0])],
  );
  return { ok: false, unread: [...new Set(unread)] };
}
