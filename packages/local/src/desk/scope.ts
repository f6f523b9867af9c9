import type { Summary } from "@dunmiao/domain/summary";
import { listCohorts } from "@dunmiao/store/cohort";
import type { Store } from "@dunmiao/store/engine/client";
import { pageOfCohort } from "@dunmiao/store/engine/lists";
import { loadRecord } from "@dunmiao/store/engine/record";
import { officerNoun } from "@dunmiao/store/officer";
import { allPairs } from "@dunmiao/store/pairDirectory";
import { storedSummarySchema } from "@dunmiao/store/summaryText";
import { listUnits } from "@dunmiao/store/unit";
import { hasUnit, isOnFile, type Persona, type Scope, type ScopeNames } from "./personas.ts";
import type { LocalRefusal } from "./request.ts";

/**
 * What bounds a persona: what was asked for if it exists, else the place of the first officer of the newest cohort
 * that has people; nothing in an empty product.
 */
export async function scopeOf(
  store: Store,
  persona: Persona,
  asked: Scope,
): Promise<{ scope: Scope & ScopeNames } | { refusal: LocalRefusal }> {
  const { unit, serviceNumber } = asked;
  if (hasUnit(persona) && unit !== undefined) {
    const found = await unitOf(store, persona, unit);
    if (!found) return { refusal: { code: "unknown-unit", field: "unit", params: { unit } } };
    return { scope: { unit, unitName: found.name } };
  }
  if (isOnFile(persona) && serviceNumber !== undefined) {
    const found = await loadRecord(store, officerNoun, serviceNumber);
    if (!found)
      return { refusal: { code: "unknown-officer", field: "serviceNumber", params: { serviceNumber } } };
    return { scope: { serviceNumber, officerName: found.name } };
  }
  if (!hasUnit(persona) && !isOnFile(persona)) return { scope: {} };
  if (persona === "mentor") return { scope: await firstMentor(store) };
  const first = await firstSecondment(store);
  return { scope: first ? scopeWithin(first, persona) : {} };
}

async function unitOf(store: Store, persona: Persona, code: string) {
  const unit = (await listUnits(store)).get(code);
  return unit && (persona === "sending" || unit.kind === persona) ? unit : undefined;
}

/** The mentor of the first pair; nobody where there is none. */
async function firstMentor(store: Store): Promise<Scope & ScopeNames> {
  const [first] = await allPairs(store);
  if (!first) return {};
  const [serviceNumber, officerName] = first.mentor;
  return { serviceNumber, officerName };
}

async function firstSecondment(store: Store): Promise<Summary | undefined> {
  for (const { id } of await listCohorts(store)) {
    const { rows } = await pageOfCohort(store, id, storedSummarySchema, { limit: 1 });
    if (rows[0]) return rows[0].summary;
  }
  return undefined;
}

function scopeWithin(person: Summary, persona: Persona): Scope & ScopeNames {
  const { branch, station, sending, number, name } = person;
  const units: Partial<Record<Persona, readonly [string, string]>> = { branch, station, sending };
  const [unit, unitName] = units[persona] ?? [];
  return { unit, unitName, serviceNumber: number, officerName: name };
}
