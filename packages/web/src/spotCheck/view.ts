import type { SpotCheck } from "@dunmiao/domain/spotCheck";
import { verifyDraw } from "@dunmiao/domain/spotCheck/draw";
import { cohortSummaries } from "@dunmiao/store/secondment";
import type { WebDeps } from "../deps.ts";
import type { Text } from "../ui/text.ts";

/** A spot check as JSON: everything that redoing its draw takes, and what redoing it here says. */
export function spotCheckView(check: SpotCheck): object {
  const { head: _, ...shown } = check;
  return { ...shown, faults: verifyDraw(check) };
}

/** Somebody on the list, as lists name them. */
export type Listed = { name: string; number: string; station: string };
/** The people of the list by secondment id. */
export type People = ReadonlyMap<string, Listed>;

/** Names of people and stations for the page: one Query. */
export async function peopleOnList(
  deps: WebDeps,
  { cohortId }: Pick<SpotCheck, "cohortId">,
): Promise<People> {
  const summaries = await cohortSummaries(deps.store, cohortId);
  return new Map(
    summaries.map(({ id, name, number, station }) => [id, { name, number, station: station[1] }]),
  );
}

/** How a line names somebody; somebody who is not in the cohort's list any more is only that. */
export function personName(text: Text, people: People, secondmentId: string): string {
  const known = people.get(secondmentId);
  return known ? `${known.name} ${known.number}` : text.gone.person;
}
