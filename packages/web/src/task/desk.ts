import type { Absence } from "@dunmiao/domain/absence";
import type { AbsenceShare } from "@dunmiao/domain/absenceShares";
import type { Actor } from "@dunmiao/domain/actor";
import type { Refusal } from "@dunmiao/domain/refusal";
import type { Secondment } from "@dunmiao/domain/secondment";
import { StoredRowError } from "@dunmiao/store/parseStored";
import { loadRecord } from "@dunmiao/store/record";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { rulesFor } from "@dunmiao/store/secondmentRules";
import { type Forecast, forecastOf, shareOnceDecided, whyNot } from "../absence/acts.ts";
import type { WebDeps } from "../deps.ts";
import type { Task } from "./list.ts";

const deciders: readonly string[] = ["station", "branch", "approver"];
/** How many requests are shown with their figures: each person's record is one read. */
const mostRequests = 20;

type At = { actor: Actor; today: string };
/** A request with all that deciding on it takes. */
export type DeskRow = {
  task: Task;
  absence: Absence;
  /** What of it counts if it is approved, and why the rest does not. */
  share: AbsenceShare;
  forecast: Forecast;
  /** Why this actor cannot decide on it, if they cannot. */
  why: Refusal | undefined;
};
export type Desk = { rows: DeskRow[]; rest: Task[] };

/**
 * The first requests of a list with what approving each would mean, and the tasks that are left for the list below.
 * Summaries hold no dates, so that each person among them is one GetItem, at most 20; without a request on the list
 * there is none, and for a role that approves nothing there is none either.
 */
export async function deskOf(deps: WebDeps, at: At, tasks: readonly Task[]): Promise<Desk> {
  if (!deciders.includes(at.actor.role)) return { rows: [], rest: [...tasks] };
  const asked = tasks.filter(({ what }) => what === "approve-request").slice(0, mostRequests);
  const ids = [...new Set(asked.map(({ person }) => person.id))];
  const records = await Promise.all(ids.map((id) => readable(loadRecord(deps.store, secondmentNoun, id))));
  const people = new Map(ids.map((id, index) => [id, records[index]]));
  const rows = await Promise.all(
    asked.map(async (task) => rowOf(deps, at, { task, record: people.get(task.person.id) })),
  );
  // What was decided since the list was written is in neither part.
  const isBelow = (task: Task) => !asked.includes(task) || people.get(task.person.id) === "unreadable";
  return { rows: rows.filter((row) => row !== undefined), rest: tasks.filter(isBelow) };
}

/** One record that does not parse takes no start page down: its request stands below, without figures. */
async function readable<T>(loading: Promise<T>): Promise<T | "unreadable"> {
  try {
    return await loading;
  } catch (error) {
    if (error instanceof StoredRowError) return "unreadable";
    throw error;
  }
}

type Loaded = { task: Task; record: Secondment | "unreadable" | undefined };

async function rowOf(deps: WebDeps, at: At, { task, record }: Loaded): Promise<DeskRow | undefined> {
  if (record === "unreadable") return undefined;
  const absence = record?.absences.find(({ id }) => id === task.about);
  if (!record || absence?.state !== "requested") return undefined;
  const ground = { secondment: record, ...(await rulesFor(deps, record)), ...at };
  const forecast = forecastOf(ground, absence);
  if (!forecast) return undefined;
  return { task, absence, share: shareOnceDecided(ground, absence), forecast, why: whyNot(ground, absence) };
}
