import type { Absence } from "@dunmiao/domain/absence";
import type { AbsenceShare } from "@dunmiao/domain/absence/absenceShares";
import { whyNot } from "@dunmiao/domain/absence/acts";
import { type Forecast, forecastOf, shareOnceDecided } from "@dunmiao/domain/absence/forecast";
import type { Actor } from "@dunmiao/domain/actor";
import type { Ground } from "@dunmiao/domain/change";
import { mayTry } from "@dunmiao/domain/permissions";
import type { Refusal } from "@dunmiao/domain/refusal";
import { StoredRowError } from "@dunmiao/store/engine/parseStored";
import { loadRecord } from "@dunmiao/store/engine/record";
import { groundOf } from "@dunmiao/store/ground";
import { UnknownSchemeError } from "@dunmiao/store/schemeShelf";
import { secondmentNoun } from "@dunmiao/store/secondment";
import type { WebDeps } from "../deps.ts";
import type { TodoLine } from "./todoLine.ts";

/** How many requests are shown with their figures: each person's record is one read. */
const mostRequests = 20;

type At = { actor: Actor; today: string };
/** A request with all that deciding on it takes. */
export type DeskRow = {
  todo: TodoLine;
  absence: Absence;
  /** What of it counts if it is approved, and why the rest does not. */
  share: AbsenceShare;
  forecast: Forecast;
  /** Why this actor cannot decide on it, if they cannot. */
  why: Refusal | undefined;
};
export type Desk = { rows: DeskRow[]; rest: TodoLine[] };

/**
 * The first requests of a list with what approving each would mean, and the todos that are left for the list below.
 * Summaries hold no dates, so that each person among them is one GetItem, at most 20; without a request on the list
 * there is none, and for a role that approves nothing there is none either.
 */
export async function deskOf(deps: WebDeps, at: At, todos: readonly TodoLine[]): Promise<Desk> {
  if (!mayTry(at.actor, "approve-requests")) return { rows: [], rest: [...todos] };
  const asked = todos.filter(({ what }) => what === "approve-request").slice(0, mostRequests);
  const ids = [...new Set(asked.map(({ person }) => person.id))];
  const cases = await Promise.all(ids.map((id) => readable(caseOf({ ...deps, ...at }, id))));
  const people = new Map(ids.map((id, index) => [id, cases[index]]));
  const rows = asked.map((todo) => rowOf(todo, people.get(todo.person.id)));
  // What was decided since the list was written is in neither part.
  const isBelow = (todo: TodoLine) => !asked.includes(todo) || people.get(todo.person.id) === "unreadable";
  return { rows: rows.filter((row) => row !== undefined), rest: todos.filter(isBelow) };
}

async function caseOf(deps: WebDeps & At, id: string): Promise<Ground | undefined> {
  const record = await loadRecord(deps.store, secondmentNoun, id);
  return record && (await groundOf(deps, record)).ground;
}

/** One record, or scheme, that does not parse takes no start page down: the request stands below, without figures. */
async function readable<T>(loading: Promise<T>): Promise<T | "unreadable"> {
  try {
    return await loading;
  } catch (error) {
    if (error instanceof StoredRowError || error instanceof UnknownSchemeError) return "unreadable";
    throw error;
  }
}

function rowOf(todo: TodoLine, found: Ground | "unreadable" | undefined): DeskRow | undefined {
  if (found === "unreadable" || !found) return undefined;
  const absence = found.secondment.absences.find(({ id }) => id === todo.about);
  if (absence?.state !== "requested") return undefined;
  const forecast = forecastOf(found, absence);
  if (!forecast) return undefined;
  return { todo, absence, share: shareOnceDecided(found, absence), forecast, why: whyNot(found, absence) };
}
