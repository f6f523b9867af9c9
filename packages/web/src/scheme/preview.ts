import type { Cohort } from "@dunmiao/domain/cohort";
import { refusedCohortStart } from "@dunmiao/domain/dateBounds";
import type { Outcome } from "@dunmiao/domain/refusal";
import { refuse } from "@dunmiao/domain/refusal";
import type { Scheme } from "@dunmiao/domain/scheme";
import {
  type PreviewPost,
  previewSchedule,
  type SchedulePreview,
} from "@dunmiao/domain/scheme/previewSchedule";
import type { CohortRow } from "@dunmiao/store/cohort";
import { cohortSummaries } from "@dunmiao/store/secondment";
import type { WebDeps } from "../deps.ts";
import { refusalsOf } from "../refusalsOf.ts";
import { parseWritten } from "../writtenDates.ts";
import { previewQuery } from "./query.ts";

export type Tried = {
  preview: SchedulePreview;
  /** Names of the units by code. */
  names: ReadonlyMap<string, string>;
  people: number;
  allowed: number;
};

/** Values of a query or a form that are there: a browser sends empty ones too. */
export function given(sent: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sent).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
}

/** Runs a scheme over a cohort's people; without a cohort, and for one without people, there are dates only. */
export async function tryScheme(
  { store, calendar }: Pick<WebDeps, "store" | "calendar">,
  scheme: Scheme,
  asked: { query: Record<string, string>; cohorts: readonly CohortRow[]; today: string },
): Promise<Outcome<Tried>> {
  const { parsed: query, given: sent } = parseWritten(previewQuery, asked.query);
  if (!query.success) return { ok: false, refusals: refusalsOf(query.error, sent) };
  const { cohort: id, allowed } = query.data;
  const cohort = asked.cohorts.find((each) => each.id === id);
  if (id !== undefined && !cohort) return refuse("unknown-cohort", "cohort", { cohort: id });
  const refused = query.data.startsOn && refusedCohortStart(query.data.startsOn, asked.today);
  if (refused) return refused;
  const people = cohort ? await peopleOf(store, cohort) : [];
  const startsOn = query.data.startsOn ?? cohort?.startsOn ?? asked.today;
  const posts: PreviewPost[] = people.map(({ branch, station, sending }) => ({
    branch: branch[0],
    station: station[0],
    sending: sending[0],
  }));
  const preview = previewSchedule(scheme, startsOn, { posts, calendar: await calendar.current(), allowed });
  const names = new Map(people.flatMap(({ branch, station, sending }) => [branch, station, sending]));
  return { ok: true, value: { preview, names, people: posts.length, allowed } };
}

/** Everybody who is to serve, each once: a further term is the same person at the same post. */
async function peopleOf(store: WebDeps["store"], { id }: Pick<Cohort, "id">) {
  const summaries = await cohortSummaries(store, id);
  const serving = summaries.filter(({ status }) => status !== "withdrawn");
  return [...new Map(serving.map((each) => [each.number, each])).values()];
}
