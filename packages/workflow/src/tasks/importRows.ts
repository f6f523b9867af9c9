import type { ImportOutcome, ImportRow } from "@dunmiao/domain/import/importRow";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import type { PlanGround } from "@dunmiao/domain/term/planSecondment";
import { planUnit, type Unit } from "@dunmiao/domain/unit";
import type { Acting } from "@dunmiao/store/engine/acting";
import { inGroups } from "@dunmiao/store/engine/batchGet";
import type { Store } from "@dunmiao/store/engine/client";
import { loadRecord } from "@dunmiao/store/engine/record";
import { importPost } from "@dunmiao/store/importConcurrentPost";
import { type ReadAhead, readAhead } from "@dunmiao/store/placeAhead";
import { planOfRow } from "@dunmiao/store/placedRow";
import { placeOfficer, type RowResult } from "@dunmiao/store/placement";
import { saveUnit } from "@dunmiao/store/saveUnit";
import { unitNoun } from "@dunmiao/store/unit";
import { RecordBusyError } from "../retry.ts";

const rowsAtOnce = 8;
type UnitRow = ImportRow & { sheet: "units" };
type PersonRow = ImportRow & { sheet: "secondments" };
type Written = { row: ImportRow; outcome: Outcome<RowResult> };

/**
 * Writes the rows of one chunk, one transaction a row: units one after the other (a parent before its child), people
 * several at once, with what is read of them read together. What is already there stays as it is, so that a chunk may
 * come again.
 */
export async function importRows(
  acting: Acting,
  rows: readonly ImportRow[],
  ground: PlanGround,
): Promise<ImportOutcome> {
  const units = new Map(ground.units);
  const written: Written[] = [];
  const people: PersonRow[] = [];
  for (const row of rows)
    if (row.sheet === "units") written.push({ row, outcome: await writeUnit(acting, row, units) });
    else if (row.sheet === "secondments") people.push(row);
  const ahead = await readAhead(acting.store, people);
  const place = async (row: PersonRow) => ({
    row,
    outcome: await writePerson(acting, row, { ...ground, units, ahead }),
  });
  written.push(...(await inGroups(people, rowsAtOnce, (group) => Promise.all(group.map(place)))));
  return outcomeOf(written);
}

/** Writes the concurrent posts of one chunk, one transaction a row; a chunk may come again. */
export async function importPosts(
  acting: Acting,
  rows: readonly ImportRow[],
  units: ReadonlyMap<string, Unit>,
): Promise<ImportOutcome> {
  const posts = rows.flatMap((row) => (row.sheet === "posts" ? row : []));
  const begin = async (row: (typeof posts)[number]) => ({
    row,
    outcome: unlessBusy(await importPost(acting, row, units)),
  });
  return outcomeOf(await inGroups(posts, rowsAtOnce, (group) => Promise.all(group.map(begin))));
}

async function writeUnit(
  acting: Acting,
  row: UnitRow,
  units: Map<string, Unit>,
): Promise<Outcome<RowResult>> {
  const { unit } = row;
  await addMissing(acting.store, units, [unit.code, unit.parent]);
  const plan = planUnit(unit, units);
  if (!plan.ok) return plan;
  if (plan.value.action === "already-there") return accept("already-there");
  if (plan.value.action === "update" && !(await isAsShown(acting.store, row)))
    return refuse("unit-changed-since", "name", { unit: unit.code });
  const saved = await saveUnit(acting, unit);
  if (saved.outcome === "refused") return unlessBusy({ ok: false, refusals: saved.refusals });
  if (saved.outcome !== "repeated") units.set(unit.code, saved.record);
  return accept(saved.outcome === "committed" ? "created" : "already-there");
}

/**
 * Whether the unit on file is the one that a person let this row change. One that came, or was changed, since the check
 * is as somebody else wants it. Rows that were checked before this was asked about change what they find.
 */
async function isAsShown(store: Store, { action, unit, was }: UnitRow): Promise<boolean> {
  if (action === "update" && was === undefined) return true;
  const found = await loadRecord(store, unitNoun, unit.code);
  const isLike = (one?: Pick<Unit, "name" | "parent">) =>
    found?.name === one?.name && found?.parent === one?.parent;
  // A chunk may come again: then the row finds what it wrote itself.
  return found === undefined || isLike(was) || isLike(unit);
}

async function writePerson(
  acting: Acting,
  row: PersonRow,
  { ahead, ...ground }: PlanGround & { units: Map<string, Unit>; ahead: ReadAhead },
): Promise<Outcome<RowResult>> {
  await addMissing(acting.store, ground.units, [row.officer.homeUnit, row.hostStation]);
  return unlessBusy(await placeOfficer(acting, planOfRow(row), ground, ahead));
}

/** The list of units lags behind what was just written: a unit that it lacks, and those above it, are read by key. */
async function addMissing(
  store: Store,
  units: Map<string, Unit>,
  codes: readonly (string | undefined)[],
): Promise<void> {
  for (let code of codes)
    while (code !== undefined && !units.has(code)) {
      const found: Unit | undefined = await loadRecord(store, unitNoun, code);
      if (found) units.set(code, found);
      code = found?.parent;
    }
}

/** That others kept writing is no property of the row: the task is tried again. */
function unlessBusy(outcome: Outcome<RowResult>): Outcome<RowResult> {
  if (outcome.ok || outcome.refusals[0]?.code !== "record-busy") return outcome;
  throw new RecordBusyError("rows of an import");
}

function outcomeOf(written: readonly Written[]): ImportOutcome {
  const counted: ImportOutcome = { done: 0, created: 0, alreadyThere: 0, refused: [] };
  for (const { row, outcome } of written) {
    if (outcome.ok) {
      counted.done += 1;
      counted[outcome.value === "created" ? "created" : "alreadyThere"] += 1;
      continue;
    }
    const [first] = outcome.refusals;
    const { sheet, sheetName, row: number } = row;
    const { field, params } = first ?? {};
    const why = {
      code: first?.code ?? "refused",
      ...(field && { column: field }),
      ...(params && { params }),
    };
    counted.refused.push({ sheet, ...(sheetName && { sheetName }), row: number, ...why });
  }
  return counted;
}
