import { type PlannedRow, planAccount } from "@dunmiao/domain/account/planAccount";
import type { Refusal } from "@dunmiao/domain/refusal";
import type { Unit } from "@dunmiao/domain/unit";
import { accountNoun } from "@dunmiao/store/account";
import type { Acting } from "@dunmiao/store/engine/acting";
import { loadRecord } from "@dunmiao/store/engine/record";
import { uuidv7 } from "uuidv7";
import { unitFinder } from "../import/unitNames.ts";
import type { AccountFile, RowProblem } from "./readAccounts.ts";

type Units = ReadonlyMap<string, Unit>;
/** What a list would do: rows that can be carried out, how many accounts they open and roles they propose. */
export type CheckedAccounts = AccountFile & {
  readonly opens: number;
  readonly proposes: number;
  /** Rows that say only what is there already. */
  readonly unchanged: number;
};

/** Checks a list against what is on file; nothing is written. One GetItem a person. */
export async function checkAccounts(
  { store, actor, today }: Acting,
  file: AccountFile,
  units: Units,
): Promise<CheckedAccounts> {
  const { rows, problems } = withUnits(file.rows, units);
  const byNumber = [...Map.groupBy(rows, ({ number }) => number)];
  const plans = await Promise.all(
    byNumber.map(async ([number, own]) => {
      const before = await loadRecord(store, accountNoun, number);
      return planAccount(before, own, { actor, today, units, newId: uuidv7 });
    }),
  );
  const refused = plans.flatMap((plan) => plan.refused.flatMap((each) => rowProblems(each)));
  const isRefused = new Set(refused.map(({ row }) => row));
  const events = plans.flatMap(({ changes }) => changes.map(({ event }) => event.type));
  const count = (type: string) => events.filter((each) => each === type).length;
  const good = rows.filter(({ row }) => !isRefused.has(row));
  return {
    rows: good,
    problems: [...file.problems, ...problems, ...refused].toSorted((one, other) => one.row - other.row),
    notices: file.notices,
    opens: count("account.opened"),
    proposes: count("account.role-asked"),
    unchanged: plans.reduce((sum, each) => sum + each.unchanged, 0),
  };
}

/** What rules refused of a row; the rule's field is the row's column. */
export function rowProblems({ row, refusals }: { row: number; refusals: readonly Refusal[] }): RowProblem[] {
  return refusals.map(({ code, field = "", params }) => ({
    row,
    column: field,
    code,
    ...(params && { params }),
  }));
}

/** Units by their code, where a list writes their name. */
function withUnits(rows: readonly PlannedRow[], units: Units) {
  const find = unitFinder(units);
  const problems: RowProblem[] = [];
  const read = rows.flatMap((row) => {
    const { assignment } = row;
    if (assignment?.unit === undefined) return row;
    const unit = find("unit", assignment.unit);
    if (unit.ok) return { ...row, assignment: { ...assignment, unit: unit.value } };
    problems.push(...rowProblems({ row: row.row, refusals: unit.refusals }));
    return [];
  });
  return { rows: read, problems };
}
