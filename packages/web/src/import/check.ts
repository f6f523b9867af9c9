import type { Cohort } from "@dunmiao/domain/cohort";
import type { ImportQuestion } from "@dunmiao/domain/import/importQuestion";
import {
  type Import,
  type ImportMove,
  type ImportRefusal,
  type ImportRow,
  importRowSchema,
} from "@dunmiao/domain/import/importRow";
import type { ImportUnderstood } from "@dunmiao/domain/import/importUnderstood";
import type { Acting } from "@dunmiao/store/engine/acting";
import { byCohort } from "@dunmiao/store/engine/lists";
import { listPairSchemes } from "@dunmiao/store/pairScheme";
import { planGround } from "@dunmiao/store/placement";
import { listUnits } from "@dunmiao/store/unit";
import * as z from "zod";
import type { PersonRow } from "./checked.ts";
import { checkPeople } from "./checkPeople.ts";
import { checkUnits } from "./checkUnits.ts";
import type { SheetRows } from "./spreadsheet.ts";
import { understoodOf } from "./understood.ts";

/** A file after the dry run: what it would do, and what is wrong with the other rows. Nothing is stored. */
export type CheckedRows = Pick<Import, "rows" | "would" | "unchanged"> & {
  good: ImportRow[];
  questions: ImportQuestion[];
  problems: ImportRefusal[];
  moves: ImportMove[];
  unitChanges?: number;
  understood: ImportUnderstood;
};

/**
 * Checks every row of a file against what is on file: one Query for units, for the cohort and for each host branch,
 * one BatchGetItem for every 100 people, none to three GetItems a person (where it names a partner one more for one who is new, three for one on file; as many again where a number may be somebody known's), one BatchGetItem for every 100 other spellings. Good rows stand in the order in which they can be written: units (parents first), then people.
 */
export async function checkRows(acting: Acting, read: SheetRows, cohort: Cohort): Promise<CheckedRows> {
  const { store } = acting;
  const [onFile, known] = await Promise.all([listUnits(store), byCohort(store, cohort.id, z.unknown())]);
  const units = checkUnits(read.units, onFile);
  const ground = {
    ...(await planGround(acting, cohort, units.units)),
    pairSchemes: await listPairSchemes(store),
  };
  const people = await checkPeople(read.secondments, {
    ...ground,
    inFile: units.inFile,
    store,
    acting,
    known: new Set(known.rows.map((row) => row.id)),
  });
  const good = [...units.good, ...people.good].map((row) => importRowSchema.parse(row));
  const officers = countActions(people.good.map((row) => row.officerAction));
  return {
    rows: read.units.length + read.secondments.length,
    good,
    questions: people.questions,
    moves: people.moves,
    problems: [...units.problems, ...people.problems].toSorted(inOrderOf(read)),
    ...(units.changes > 0 && { unitChanges: units.changes }),
    understood: understoodOf(read, good, ground),
    unchanged: people.good.filter(isUnchanged).length,
    would: {
      units: countActions(units.good.map((row) => row.action)),
      officers: { ...officers, create: officers.create + people.newPartners },
      secondments: countActions(people.good.map((row) => row.action)),
      ...(read.secondments.some(({ cells }) => cells.partner !== undefined) && {
        pairs: countActions(people.good.flatMap((row) => row.pairAction ?? [])),
      }),
    },
  };
}

/** Units first, then as a clerk leafs through the file: its sheets as they stand in it, row by row. */
function inOrderOf({ sheets }: SheetRows) {
  const place = ({ sheetName }: ImportRefusal) => sheets.findIndex(({ name }) => name === sheetName);
  return (one: ImportRefusal, other: ImportRefusal): number => {
    if (one.sheet !== other.sheet) return one.sheet === "units" ? -1 : 1;
    return place(one) - place(other) || one.row - other.row;
  };
}

function isUnchanged({ action, officerAction, pairAction = "already-there" }: PersonRow): boolean {
  return [action, officerAction, pairAction].every((each) => each === "already-there");
}

function countActions(actions: readonly ImportRow["action"][]) {
  const count = (wanted: ImportRow["action"]) => actions.filter((action) => action === wanted).length;
  return { create: count("create"), update: count("update"), alreadyThere: count("already-there") };
}
