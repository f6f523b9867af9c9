import type { Summary } from "@dunmiao/domain/summary";
import type { Context } from "hono";
import type { Behind, WebEnv } from "./deps.ts";

/** A row of somebody's year or of a pair's; a concurrent post has no steps that fall due. */
type Person = Pick<Summary, "next">;

/** Since when something is due to a person that nobody did yet, by the row of a list; undefined where nothing is. */
export function dueSince({ next }: Person, today: string): string | undefined {
  return next !== undefined && next <= today ? next : undefined;
}

/**
 * Lists show what was last written; an act, and the page of a person, stand on the record with everything done that is
 * due. Where the two may differ the page says so: reading every such record would be a request a row, and between two
 * sweeps there are none. Answers what JSON says of it.
 */
export function sayBehind(c: Context<WebEnv>, people: readonly Person[]): { behind?: Behind } {
  const { today } = c.var;
  const since = people.flatMap((each) => dueSince(each, today) ?? []).toSorted();
  const [first] = since;
  if (first === undefined) return {};
  const behind = { count: since.length, since: first };
  c.set("behind", behind);
  return { behind };
}
