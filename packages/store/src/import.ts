import { signature } from "@dunmiao/domain/actor";
import { type ImportQuestion, questionsPerItem } from "@dunmiao/domain/import/importQuestion";
import {
  type Import,
  type ImportMove,
  type ImportRefusal,
  type ImportRow,
  importSchema,
  rowsPerChunk,
} from "@dunmiao/domain/import/importRow";
import { accept, type Outcome } from "@dunmiao/domain/refusal";
import { type Acting, stampOf } from "./engine/acting.ts";
import { type Changed, change, create, type Decided } from "./engine/change.ts";
import type { Store } from "./engine/client.ts";
import type { Answer, KeyUse } from "./engine/idempotency.ts";
import type { Noun } from "./engine/kinds.ts";
import { byKind } from "./engine/lists.ts";
import { loadRecord } from "./engine/record.ts";
import type { Derived } from "./engine/seal.ts";
import { loadBeside, loadOutcomes, putItem, sumOutcomes, type Understood } from "./importChunks.ts";
import { isLetIn } from "./importedRows.ts";
import { chunkKey, movesKey, problemsKey, questionsKey, understoodKey } from "./importKeys.ts";

export const importNoun: Noun<Import> = { kind: "import", schema: importSchema };
const problemsPerItem = 200;
const movesPerItem = 200;
const rowSchema = importSchema.pick({
  cohortId: true,
  fileName: true,
  status: true,
  total: true,
  uploadedOn: true,
});
/** The idempotency key of an act on an import, with what a repeat is answered. */
export type ImportOnce = { use: KeyUse; answer: (record: Import) => Answer } | undefined;

/** Every import, newest first: one Query. */
export async function listImports(store: Store) {
  const { rows } = await byKind(store, "import", rowSchema);
  return rows.map(({ id, summary }) => ({ id, ...summary })).toReversed();
}

/** A confirmed import stays due until the workflow has finished it, so that a sweep restarts what died. */
export function deriveImport(record: Import): Derived {
  const { id, cohortId, fileName, status, total, uploadedOn, confirmedOn } = record;
  return {
    summary: { ...(cohortId !== undefined && { cohortId }), fileName, status, total, uploadedOn },
    dueOn: status === "confirmed" ? confirmedOn : undefined,
    index: { directory: { name: "import", sort: `${uploadedOn}#${id}` } },
  };
}

export type CheckedFile = Pick<
  Import,
  "cohortId" | "fileName" | "rows" | "would" | "unchanged" | "unanswered" | "unitChanges"
> &
  Understood & {
    good: readonly ImportRow[];
    questions: readonly ImportQuestion[];
    problems: readonly ImportRefusal[];
    moves: readonly ImportMove[];
  };

/** Stores a checked file: its rows, questions and problems in chunks first, the record that makes them count last. */
export async function saveImport(
  acting: Acting,
  file: CheckedFile,
  options: { id: string; once?: ImportOnce },
): Promise<Changed<Import>> {
  const { good, questions, problems, moves, notices, understood, ...facts } = file;
  const chunks = slices(good, rowsPerChunk);
  const errors = slices(problems, problemsPerItem);
  const puts = [
    ...chunks.map((rows, index) => ({ ...chunkKey(options.id, index + 1), rows })),
    ...errors.map((refused, index) => ({ ...problemsKey(options.id, index + 1), refused })),
    ...slices(questions, questionsPerItem).map((part, index) => ({
      ...questionsKey(options.id, index + 1),
      questions: part,
    })),
    { ...understoodKey(options.id), notices, understood },
    ...slices(moves, movesPerItem).map((part, index) => ({
      ...movesKey(options.id, index + 1),
      moves: part,
    })),
  ];
  for (const group of slices(puts, 8)) await Promise.all(group.map((Item) => putItem(acting.store, Item)));
  const uploaded = {
    uploadedBy: signature(acting.actor),
    uploadedOn: acting.today,
    status: "checked" as const,
  };
  const sizes = {
    total: good.filter((row) => isLetIn(row)).length,
    chunks: chunks.length,
    errorChunks: errors.length,
    errorCount: problems.length,
    ...(questions.length > 0 && { questions: questions.length }),
    ...(moves.length > 0 && { moves: moves.length }),
  };
  const after = { id: options.id, version: 0, head: "", ...facts, ...sizes, ...uploaded };
  const event = {
    type: "import.checked" as const,
    change: { ...(file.cohortId !== undefined && { cohortId: file.cohortId }), rows: file.rows, ...sizes },
  };
  const decide = async () => accept({ after, event, derive: deriveImport });
  const stamp = stampOf(acting, await acting.calendar.current());
  return create(acting.store, { noun: importNoun, id: options.id, decide, once: options.once }, stamp);
}

/** Marks an import finished once every chunk has an outcome. */
export async function finishImport(acting: Acting, id: string): Promise<Changed<Import>> {
  const decide = async (found: Import): Promise<Outcome<Decided<Import> | undefined>> => {
    const outcomes = await loadOutcomes(acting.store, id);
    if (found.status !== "confirmed" || outcomes.length < found.chunks) return accept(undefined);
    const { refused: _, ...figures } = sumOutcomes(outcomes);
    const event = { type: "import.finished" as const, change: figures };
    return accept({ after: { ...found, status: "finished" }, event, derive: deriveImport });
  };
  const stamp = stampOf(acting, await acting.calendar.current());
  return change(acting.store, { noun: importNoun, id, decide }, stamp);
}

/** The import with its progress and what its check found; undefined when there is none. A GetItem, and a Query for each MB. */
export async function loadImport(store: Store, id: string) {
  const [record, { outcomes, ...found }] = await Promise.all([
    loadRecord(store, importNoun, id),
    loadBeside(store, id),
  ]);
  return record && { record, progress: sumOutcomes(outcomes), ...found };
}

function slices<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
