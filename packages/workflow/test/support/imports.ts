import type { ImportQuestion, RowDecision } from "@dunmiao/domain/import/importQuestion";
import type { ImportRow } from "@dunmiao/domain/import/importRow";
import type { UnitInput } from "@dunmiao/domain/unit";
import { createCohort } from "@dunmiao/store/changeCohort";
import { confirmImport } from "@dunmiao/store/confirmImport";
import { saveImport } from "@dunmiao/store/import";
import { officerOf, stationOf, type World } from "./world.ts";

export function unitRow(row: number, unit: UnitInput): ImportRow {
  return { sheet: "units", row, action: "create", unit };
}

/** Row of person n at station n, unless it says otherwise. */
export function personRow(n: number, facts: Partial<ImportRow & { sheet: "secondments" }> = {}): ImportRow {
  return {
    sheet: "secondments",
    row: n + 1,
    action: "create",
    officerAction: "create",
    officer: officerOf(n),
    hostStation: stationOf(n).code,
    post: "挂职副所长",
    ...facts,
  };
}

type Options = {
  isConfirmed?: boolean;
  cohortId?: string;
  questions?: readonly ImportQuestion[];
  samePerson?: readonly RowDecision[];
};

/** A file for the cohort `id` (term from 2026-03-02), checked by HR and confirmed unless told. */
export async function addImport(
  world: World,
  id: string,
  good: ImportRow[],
  { isConfirmed = true, cohortId = id, questions = [], samePerson = [] }: Options = {},
): Promise<void> {
  const input = { name: cohortId, scheme: "literal", startsOn: "2026-03-02" };
  await createCohort(world.acting(), input, { id: cohortId });
  const none = { create: 0, update: 0, alreadyThere: 0 };
  const would = { units: none, officers: none, secondments: none };
  const understood = { sheets: [], people: [], units: [] };
  const checked = {
    rows: good.length,
    would,
    good,
    questions,
    problems: [],
    moves: [],
    notices: [],
    understood,
  };
  const file = { cohortId, fileName: "cohort.xlsx", ...checked };
  const saved = await saveImport(world.acting(), file, { id });
  if (saved.outcome !== "committed") throw new Error(`import ${id}: ${saved.outcome}`);
  if (isConfirmed) await confirmImport(world.acting(), { id, leaveOut: [], changeUnits: [], samePerson });
}
