import { signature } from "@dunmiao/domain/actor";
import { decideRows, type SamePersonDecisions } from "@dunmiao/domain/import/importQuestion";
import { type Import, type ImportRow, rowsPerChunk } from "@dunmiao/domain/import/importRow";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { type Acting, stampOf } from "./engine/acting.ts";
import { type Changed, change, type Decided } from "./engine/change.ts";
import type { Store } from "./engine/client.ts";
import { deriveImport, type ImportOnce, importNoun } from "./import.ts";
import { loadChunk, loadProblems, loadQuestions } from "./importChunks.ts";
import { isLetIn, UNIT_CHANGE } from "./importedRows.ts";

/** The import to confirm, the headings left out, the units on file that it may change, and what was decided about rows that may be somebody known. */
export type Confirmation = {
  id: string;
  leaveOut: readonly string[];
  changeUnits: readonly string[];
  samePerson: SamePersonDecisions;
};

/**
 * Lets the workflow begin: the change of the record is what starts it. Every heading that was asked about is to be
 * among those that the person leaves out (`columns-unanswered`), and every row asked about decided (as `decideRows`
 * refuses); what is missing of both is said at once. A unit on file stays as it is unless it is among those to be changed. The decisions stay in the record and in the trail, beside who confirmed and when.
 */
export async function confirmImport(
  acting: Acting,
  { id, leaveOut, changeUnits, samePerson }: Confirmation,
  once?: ImportOnce,
): Promise<Changed<Import>> {
  const decide = async (found: Import): Promise<Outcome<Decided<Import>>> => {
    if (found.status !== "checked") return refuse("already-confirmed");
    const leftOut = headingsLeftOut(found, leaveOut);
    const outcome = decideRows(await questionsOf(acting.store, found), samePerson);
    if (!leftOut.ok || !outcome.ok)
      return { ok: false, refusals: [leftOut, outcome].flatMap((each) => (each.ok ? [] : each.refusals)) };
    const asked = leftOut.value;
    const { rows, decided } = outcome.value;
    const changed = await unitsToChange(acting.store, found, changeUnits);
    const total = found.total + changed.length + rows.length;
    if (total === 0) return refuse("nothing-to-import");
    const said = {
      ...(asked.length > 0 && { leftOut: asked }),
      ...(changed.length > 0 && { changedUnits: changed }),
      ...(decided.length > 0 && { samePerson: decided }),
    };
    const sizes = {
      total,
      chunks: found.chunks + decidedChunks(rows.length),
      would: wouldWith(found, rows, changed),
    };
    const confirmed = { confirmedBy: signature(acting.actor), confirmedOn: acting.today, ...said };
    const event = { type: "import.confirmed" as const, change: { total, ...said } };
    const after: Import = { ...found, status: "confirmed", ...sizes, ...confirmed };
    return accept({ after, event, derive: deriveImport });
  };
  const stamp = stampOf(acting, await acting.calendar.current());
  return change(acting.store, { noun: importNoun, id, decide, once }, stamp);
}

/** All headings that were asked about, once the person leaves every one of them out. */
function headingsLeftOut({ unanswered = [] }: Import, leaveOut: readonly string[]): Outcome<string[]> {
  const open = unanswered.filter((heading) => !leaveOut.includes(heading));
  if (open.length > 0) return refuse("columns-unanswered", "leaveOut", { columns: open.join("、") });
  return accept(unanswered);
}

/**
 * The rows of chunk n, counted from 1: those without a question as the check stored them, then those that were decided,
 * as the record says and whatever another confirmation tried meanwhile.
 */
export async function rowsOfChunk(store: Store, record: Import, chunk: number): Promise<ImportRow[]> {
  const { id, chunks, samePerson = [] } = record;
  const letIn = samePerson.filter(({ is }) => is !== "leave-out").length;
  const stored = chunks - decidedChunks(letIn);
  if (chunk <= stored) return (await loadChunk(store, id, chunk)).filter((row) => isLetIn(row, record));
  const decisions = samePerson.map(({ sheetName, ...each }) => ({ ...each, sheet: sheetName }));
  const outcome = decideRows(await loadQuestions(store, id), decisions);
  if (!outcome.ok) throw new Error(`the decisions of import ${id} do not answer its questions`);
  const from = (chunk - stored - 1) * rowsPerChunk;
  return outcome.value.rows.slice(from, from + rowsPerChunk);
}

function decidedChunks(rows: number): number {
  return Math.ceil(rows / rowsPerChunk);
}

async function questionsOf(store: Store, { id, questions = 0 }: Import) {
  return questions === 0 ? [] : loadQuestions(store, id);
}

/** Of the units that the file has otherwise those that a person lets it change; a code that was not asked about says nothing. */
async function unitsToChange(
  store: Store,
  { id, unitChanges = 0 }: Import,
  wanted: readonly string[],
): Promise<string[]> {
  if (unitChanges === 0 || wanted.length === 0) return [];
  const problems = await loadProblems(store, id);
  const asked = new Set(problems.flatMap(({ code, params }) => (code === UNIT_CHANGE ? params?.unit : [])));
  return [...new Set(wanted)].filter((code) => asked.has(code));
}

function wouldWith(
  { would, unitChanges = 0 }: Import,
  rows: readonly ImportRow[],
  changed: readonly string[],
): Import["would"] {
  const counted = structuredClone(would);
  counted.units.update -= unitChanges - changed.length;
  const names = { create: "create", update: "update", "already-there": "alreadyThere" } as const;
  for (const row of rows) {
    if (row.sheet !== "secondments") continue;
    counted.officers[names[row.officerAction]] += 1;
    counted.secondments[names[row.action]] += 1;
    if (counted.pairs && row.pairAction) counted.pairs[names[row.pairAction]] += 1;
  }
  return counted;
}
