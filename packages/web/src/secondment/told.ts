import { shownCount } from "@dunmiao/domain/ruling/ruledCount";
import type { Secondment } from "@dunmiao/domain/secondment";
import { knownScheme } from "@dunmiao/store/scheme";
import type { Context } from "hono";
import type { Told } from "../answer.ts";
import type { WebEnv } from "../deps.ts";

/** What a changed secondment is answered: where it stands now, and the count after the change. */
export async function standingOf(c: Context<WebEnv>): Promise<(record: Secondment) => object> {
  const calendar = await c.var.deps.calendar.current();
  const { today, deps } = c.var;
  return (record) => {
    const { id, version, status, term, reportedInOn } = record;
    // Whoever changed the record has read its scheme.
    const scheme = knownScheme(deps.store, record);
    const count = scheme && shownCount(record, { scheme, calendar }, today);
    return { id, version, status, term, ...(reportedInOn && { reportedInOn }), count };
  };
}

/** A change of the secondment itself; `anchor` is the part of its page that shows it. */
export async function toldSecondment(c: Context<WebEnv>, anchor: string): Promise<Told<Secondment>> {
  const body = await standingOf(c);
  return { status: 200, location: (record) => `/secondments/${record.id}${anchor}`, body };
}
