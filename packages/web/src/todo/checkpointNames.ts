import type { CheckpointPlan } from "@dunmiao/domain/schemeSchema";
import type { Summary } from "@dunmiao/domain/summary";
import { findScheme } from "@dunmiao/store/scheme";
import type { WebDeps } from "../deps.ts";
import { cohortIdOf } from "../secondment/list.ts";

/** What a checkpoint of somebody is called by the scheme that they run under; undefined where nobody knows it. */
export type CheckpointNames = (person: Summary, key: string) => CheckpointPlan["name"] | undefined;

/** Reads the schemes of some people's cohorts; cohorts and schemes are held, so that a list asks for nothing anew. */
export async function checkpointNames(deps: WebDeps, people: readonly Summary[]): Promise<CheckpointNames> {
  const wanted = new Set(people.map(cohortIdOf));
  if (wanted.size === 0) return () => undefined;
  const cohorts = (await deps.cohorts.current()).filter(({ id }) => wanted.has(id));
  const schemes = await Promise.all(cohorts.map((each) => findScheme(deps.store, each)));
  const schemeOf = new Map(cohorts.map(({ id }, at) => [id, schemes[at]]));
  return (person, key) => {
    const [plan] = key.split(".");
    return schemeOf.get(cohortIdOf(person))?.checkpoints.find((each) => each.key === plan)?.name;
  };
}
