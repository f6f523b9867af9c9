import type { Actor } from "@dunmiao/domain/actor";
import { mayRead } from "@dunmiao/domain/assessment/mayFile";
import type { Cohort } from "@dunmiao/domain/cohort";
import { type Digest, withoutReasons } from "@dunmiao/domain/digest";
import { may, mayTry } from "@dunmiao/domain/permissions";
import type { Scheme } from "@dunmiao/domain/scheme";
import { cohortNoun } from "@dunmiao/store/cohort";
import { cohortDigests } from "@dunmiao/store/digest";
import { loadRecord } from "@dunmiao/store/engine/record";
import { schemeOf } from "@dunmiao/store/scheme";
import type { Context } from "hono";
import { actorOf } from "../access.ts";
import type { WebEnv } from "../deps.ts";

/** A cohort with its rules and the people of it that the actor may see. */
export type Overview = {
  cohort: Cohort;
  scheme: Scheme;
  people: readonly Digest[];
  /** The actor sees everybody: figures that compare people are complete. */
  isWhole: boolean;
};

/** Reads a cohort and its people in the actor's scope: one GetItem and one Query; undefined when there is no such cohort. */
export async function overviewOf(c: Context<WebEnv>, cohortId: string): Promise<Overview | undefined> {
  const { store } = c.var.deps;
  const actor = actorOf(c);
  const [cohort, digests] = await Promise.all([
    loadRecord(store, cohortNoun, cohortId),
    cohortDigests(store, cohortId),
  ]);
  if (!cohort) return undefined;
  const scheme = await schemeOf(store, cohort);
  const people = digests
    .filter((each) => may(actor, "read-secondment", whereaboutsOf(each)))
    .map((each) => withoutReasons(each, ([, , by, state]) => !mayRead(actor, { by, state })));
  return { cohort, scheme, people, isWhole: isCentral(actor) };
}

/** Whether a role sees every cohort as a whole. */
export function isCentral(actor: Pick<Actor, "role">): boolean {
  return mayTry(actor, "read-cohort");
}

function whereaboutsOf({ number, sending, branch, station }: Digest) {
  return {
    officer: { serviceNumber: number },
    sending: { code: sending[0] },
    hostBranch: { code: branch[0] },
    hostStation: { code: station[0] },
  };
}
