import type { Actor } from "@dunmiao/domain/actor";
import { lastDayOfTerm } from "@dunmiao/domain/calendarDate";
import type { Cohort } from "@dunmiao/domain/cohort";
import { calendarReader } from "@dunmiao/store/calendarReader";
import { createCohort } from "@dunmiao/store/changeCohort";
import { cohortNoun } from "@dunmiao/store/cohort";
import type { Acting } from "@dunmiao/store/engine/acting";
import type { Store } from "@dunmiao/store/engine/client";
import { loadRecord } from "@dunmiao/store/engine/record";
import { placeOfficer, planGround } from "@dunmiao/store/placement";
import { saveUnit } from "@dunmiao/store/saveUnit";
import { listUnits } from "@dunmiao/store/unit";
import { unitRows } from "./importFile.ts";

const kinds: Record<string, "bureau" | "branch" | "station" | "office"> = {
  市局: "bureau",
  分局: "branch",
  派出所: "station",
  机关: "office",
};
const today = "2026-03-02";

/** HR acting on a store without any web in between. */
export function actingOn(store: Store, actor: Actor = { id: "hr-0", role: "hr" }): Acting {
  return { store, calendar: calendarReader(store), actor, today, now: `${today}T00:30:00.000Z` };
}

/** Puts the units of a small city on file. */
export async function saveUnits(store: Store, branches: number, stations: number): Promise<void> {
  for (const [code = "", name = "", kind = "", parent] of unitRows(branches, stations))
    await saveUnit(actingOn(store), { code, name, kind: kinds[kind] ?? "office", ...(parent && { parent }) });
}

/** A cohort that starts on a day. */
export async function saveCohort(store: Store, id: string, startsOn = today): Promise<Cohort> {
  const input = { name: `批次 ${id}`, scheme: "literal", startsOn };
  await createCohort(actingOn(store), input, { id });
  const cohort = await loadRecord(store, cohortNoun, id);
  if (!cohort || cohort.endsOn !== lastDayOfTerm(startsOn, 12)) throw new Error("no cohort");
  return cohort;
}

type Person = {
  number: string;
  station: string;
  home?: string;
  sex?: "male" | "female";
  born?: string;
  post?: string;
};

/** Plans one person of a cohort, from the office O1 unless another is named. */
export async function place(store: Store, cohort: Cohort, person: Person): Promise<void> {
  const { number, station, home = "O1", sex = "male", born = "1988-11", post = "挂职副所长" } = person;
  const acting = actingOn(store);
  const officer = {
    serviceNumber: number,
    name: `学员${number}`,
    sex,
    birthMonth: born,
    kind: "officer" as const,
    homeUnit: home,
  };
  const ground = await planGround(acting, cohort, await listUnits(store));
  const placed = await placeOfficer(acting, { officer, hostStation: station, post }, ground);
  if (!placed.ok) throw new Error(JSON.stringify(placed.refusals));
}
