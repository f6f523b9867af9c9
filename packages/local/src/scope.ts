import type { Summary } from "@dunmiao/domain/summary";
import type { Store } from "@dunmiao/store/client";
import { listCohorts } from "@dunmiao/store/cohort";
import { pageOfCohort } from "@dunmiao/store/lists";
import { officerNoun } from "@dunmiao/store/officer";
import { loadRecord } from "@dunmiao/store/record";
import { storedSummarySchema } from "@dunmiao/store/summaryText";
import { listUnits } from "@dunmiao/store/unit";
import { hasUnit, type Persona, type Scope } from "./personas.ts";
import type { LocalRefusal } from "./request.ts";

/**
 * What bounds a persona: what was asked for if it exists, else the place of the first officer of the newest cohort
 * that has people; nothing in an empty product.
 */
export async function scopeOf(
  store: Store,
  persona: Persona,
  asked: Scope,
): Promise<{ scope: Scope } | { refusal: LocalRefusal }> {
  const { unit, serviceNumber } = asked;
  if (hasUnit(persona) && unit !== undefined)
    return (await isUnitOf(store, persona, unit))
      ? { scope: { unit } }
      : { refusal: { code: "unknown-unit", field: "unit", params: { unit } } };
  if (persona === "officer" && serviceNumber !== undefined)
    return (await isOfficer(store, serviceNumber))
      ? { scope: { serviceNumber } }
      : { refusal: { code: "unknown-officer", field: "serviceNumber", params: { serviceNumber } } };
  if (!hasUnit(persona) && persona !== "officer") return { scope: {} };
  const first = await firstSecondment(store);
  return { scope: first ? scopeWithin(first, persona) : {} };
}

async function isUnitOf(store: Store, persona: Persona, code: string): Promise<boolean> {
  const unit = (await listUnits(store)).get(code);
  return unit !== undefined && (persona === "sending" || unit.kind === persona);
}

async function isOfficer(store: Store, serviceNumber: string): Promise<boolean> {
  return (await loadRecord(store, officerNoun, serviceNumber)) !== undefined;
}

async function firstSecondment(store: Store): Promise<Summary | undefined> {
  for (const { id } of await listCohorts(store)) {
    const { rows } = await pageOfCohort(store, id, storedSummarySchema, { limit: 1 });
    if (rows[0]) return rows[0].summary;
  }
  return undefined;
}

function scopeWithin({ branch, station, sending, number }: Summary, persona: Persona): Scope {
  const units: Partial<Record<Persona, string>> = {
    branch: branch[0],
    station: station[0],
    sending: sending[0],
  };
  return { unit: units[persona], serviceNumber: number };
}
