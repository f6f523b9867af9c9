import type { Actor } from "@dunmiao/domain/actor";
import { reachOf } from "@dunmiao/domain/permissions";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { byCohort, byHost, byOfficer, bySending } from "@dunmiao/store/engine/lists";
import { storedSummarySchema } from "@dunmiao/store/summaryText";
import type { WebDeps } from "../deps.ts";
import { newestCohort } from "../newest.ts";
import { unitsKnowing } from "../unit/unitsKnowing.ts";
import type { ListQuery } from "./listQuery.ts";

/** The one partition that a list page reads; a cohort's carries its id. */
export type Partition =
  | { by: "cohort"; cohort: string }
  | { by: "host"; branch: string; station?: string }
  | { by: "sending"; unit: string }
  | { by: "officer"; serviceNumber: string }
  | { by: "nothing" };

/**
 * Chooses the partition by what the table of permissions opens to the role: officers, sending units and hosts read their
 * own people; who reads the whole bureau those of the host or sending unit asked for, else of the cohort, the newest when
 * none is named; nobody else reads any.
 */
export async function partitionOf(
  deps: WebDeps,
  actor: Actor,
  query: ListQuery,
): Promise<Outcome<Partition>> {
  const { role, unit, serviceNumber } = actor;
  const reach = reachOf(role, "read-secondment");
  if (reach === "own") return accept(serviceNumber ? { by: "officer", serviceNumber } : { by: "nothing" });
  if (reach === "sending") return accept(unit ? { by: "sending", unit } : { by: "nothing" });
  if (reach === "station" || reach === "branch")
    return unit ? hostPartition(deps, unit, "unit") : accept({ by: "nothing" });
  if (reach !== "bureau") return accept({ by: "nothing" });
  if (query.host !== undefined) return hostPartition(deps, query.host, "host");
  if (query.sending !== undefined) return accept({ by: "sending", unit: query.sending });
  return cohortPartition(deps, query.cohort);
}

async function hostPartition(deps: WebDeps, code: string, field: string): Promise<Outcome<Partition>> {
  const unit = (await unitsKnowing(deps, code)).get(code);
  if (!unit) return refuse("unknown-unit", field, { unit: code });
  if (unit.kind === "station" && unit.parent)
    return accept({ by: "host", branch: unit.parent, station: code });
  return accept({ by: "host", branch: code });
}

async function cohortPartition(
  { cohorts, clock, store }: WebDeps,
  cohort: string | undefined,
): Promise<Outcome<Partition>> {
  const held = await cohorts.current();
  const isKnown = cohort === undefined ? held.length > 0 : held.some((each) => each.id === cohort);
  const known = isKnown ? held : await cohorts.refresh();
  if (cohort === undefined) {
    const newest = await newestCohort({ store, clock }, known);
    return accept(newest ? { by: "cohort", cohort: newest.id } : { by: "nothing" });
  }
  return known.some((each) => each.id === cohort)
    ? accept({ by: "cohort", cohort })
    : refuse("unknown-cohort", "cohort", { cohort });
}

/** The people of a partition: one Query, none for nothing. */
export function peopleOf({ store }: WebDeps, partition: Partition) {
  switch (partition.by) {
    case "cohort":
      return byCohort(store, partition.cohort, storedSummarySchema);
    case "host":
      return byHost(store, partition, storedSummarySchema);
    case "sending":
      return bySending(store, partition.unit, storedSummarySchema);
    case "officer":
      return byOfficer(store, partition.serviceNumber, storedSummarySchema);
    case "nothing":
      return Promise.resolve({ rows: [] });
  }
}
