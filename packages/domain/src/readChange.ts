import type * as z from "zod";
import type { Event } from "./event.ts";

/** The form of a change, and the same with members left out. */
type Form<Facts> = z.ZodType<Facts> & { readonly partial: () => z.ZodType<Facts> };
/** Forms by the type of the event: a table of `eventsOfKind`. */
export type Forms<Facts> = Readonly<Record<string, Form<Facts>>>;

/** Every fact that one of these changes may say. */
export type FactName<Change> = Change extends unknown ? keyof Change : never;
/** All of their facts in one: which of them there are hangs on the type of the event. */
export type Facts<Change> = {
  readonly [Name in FactName<Change>]?: FactOf<Change, Name> | undefined;
};
type FactOf<Change, Name> = Change extends unknown
  ? Name extends keyof Change
    ? Change[Name]
    : never
  : never;

/** What can be read of a change, and its members that cannot: `type` where nobody knows the type, then nothing can. */
export type ReadChange<Facts> = { readonly facts: Facts | undefined; readonly unread: readonly string[] };

/**
 * Reads the change of a stored event in the form that the table of its record's kind has for its type. A member that
 * the form does not know is unread as well: whatever is stored is read or named, never left out unsaid. One that does
 * not parse takes no other with it.
 */
export function readChange<Facts>(
  forms: Forms<Facts>,
  { type, change }: Pick<Event, "type" | "change">,
): ReadChange<Facts> {
  const form = Object.hasOwn(forms, type) ? forms[type] : undefined;
  if (!form) return { facts: undefined, unread: ["type"] };
  const read = form.safeParse(change);
  if (read.success) return { facts: read.data, unread: [] };
  const unread = new Set(read.error.issues.flatMap(membersOf));
  const rest = Object.entries(change).filter(([member]) => !unread.has(member));
  return { facts: form.partial().safeParse(Object.fromEntries(rest)).data, unread: [...unread] };
}

function membersOf(issue: z.core.$ZodIssue): string[] {
  const [member] = issue.path;
  return issue.code === "unrecognized_keys" && member === undefined ? issue.keys : [String(member)];
}
