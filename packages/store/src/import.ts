import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { signature } from "@dunmiao/domain/actor";
import {
  type Import,
  type ImportOutcome,
  type ImportRefusal,
  type ImportRow,
  importChunkSchema,
  importOutcomeSchema,
  importRefusalSchema,
  importSchema,
  rowsPerChunk,
} from "@dunmiao/domain/importRow";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import * as z from "zod";
import { type Acting, stampOf } from "./acting.ts";
import { type Changed, change, create, type Decision } from "./change.ts";
import type { Store } from "./client.ts";
import type { Answer, KeyUse } from "./idempotency.ts";
import {
  chunkKey,
  chunkOutcomeKey,
  chunkPrefix,
  outcomePrefix,
  partitionOf,
  problemsKey,
  problemsPrefix,
} from "./keys.ts";
import type { Noun } from "./kinds.ts";
import { byKind } from "./lists.ts";
import { parseStored } from "./parseStored.ts";
import { loadRecord } from "./record.ts";
import type { Derived } from "./seal.ts";

export const importNoun: Noun<Import> = { kind: "import", schema: importSchema };
const problemsPerItem = 200;
const rowSchema = importSchema.pick({
  cohortId: true,
  fileName: true,
  status: true,
  total: true,
  uploadedOn: true,
});
type Once = { use: KeyUse; answer: (record: Import) => Answer } | undefined;

/** Every import, newest first: one Query. */
export async function listImports(store: Store) {
  const { rows } = await byKind(store, "import", rowSchema);
  return rows.map(({ id, summary }) => ({ id, ...summary })).toReversed();
}

/** A confirmed import stays due until the workflow has finished it, so that a sweep restarts what died. */
function deriveImport(record: Import): Derived {
  const { id, cohortId, fileName, status, total, uploadedOn, confirmedOn } = record;
  return {
    summary: { cohortId, fileName, status, total, uploadedOn },
    dueOn: status === "confirmed" ? confirmedOn : undefined,
    index: { directory: { name: "import", sort: `${uploadedOn}#${id}` } },
  };
}

export type CheckedFile = Pick<Import, "cohortId" | "fileName" | "rows" | "would"> & {
  good: readonly ImportRow[];
  problems: readonly ImportRefusal[];
};

/** Stores a checked file: its rows and problems in chunks first, the record that makes them count last. */
export async function saveImport(
  acting: Acting,
  file: CheckedFile,
  options: { id: string; once?: Once },
): Promise<Changed<Import>> {
  const { good, problems, ...facts } = file;
  const chunks = slices(good, rowsPerChunk);
  const errors = slices(problems, problemsPerItem);
  const puts = [
    ...chunks.map((rows, index) => ({ ...chunkKey(options.id, index + 1), rows })),
    ...errors.map((refused, index) => ({ ...problemsKey(options.id, index + 1), refused })),
  ];
  for (const group of slices(puts, 8)) await Promise.all(group.map((Item) => putItem(acting.store, Item)));
  const uploaded = {
    uploadedBy: signature(acting.actor),
    uploadedOn: acting.today,
    status: "checked" as const,
  };
  const sizes = {
    total: good.length,
    chunks: chunks.length,
    errorChunks: errors.length,
    errorCount: problems.length,
  };
  const after = { id: options.id, version: 0, head: "", ...facts, ...sizes, ...uploaded };
  const event = { type: "import.checked", change: { cohortId: file.cohortId, rows: file.rows, ...sizes } };
  const decide = async () => accept({ after, event, derive: deriveImport });
  const stamp = stampOf(acting, await acting.calendar.current());
  return create(acting.store, { noun: importNoun, id: options.id, decide, once: options.once }, stamp);
}

/** Lets the workflow begin: the change of the record is what starts it. */
export async function confirmImport(acting: Acting, id: string, once?: Once): Promise<Changed<Import>> {
  const decide = (found: Import): Outcome<Decision<Import>> => {
    if (found.status !== "checked") return refuse("already-confirmed");
    if (found.total === 0) return refuse("nothing-to-import");
    const confirmed = { confirmedBy: signature(acting.actor), confirmedOn: acting.today };
    const event = { type: "import.confirmed", change: { total: found.total } };
    return accept({ after: { ...found, status: "confirmed", ...confirmed }, event, derive: deriveImport });
  };
  const stamp = stampOf(acting, await acting.calendar.current());
  return change(acting.store, { noun: importNoun, id, decide, once }, stamp);
}

/** Marks an import finished once every chunk has an outcome. */
export async function finishImport(acting: Acting, id: string): Promise<Changed<Import>> {
  const decide = async (found: Import): Promise<Outcome<Decision<Import> | undefined>> => {
    const outcomes = await loadOutcomes(acting.store, id);
    if (found.status !== "confirmed" || outcomes.length < found.chunks) return accept(undefined);
    const { refused: _, ...figures } = sumOutcomes(outcomes);
    const event = { type: "import.finished", change: figures };
    return accept({ after: { ...found, status: "finished" }, event, derive: deriveImport });
  };
  const stamp = stampOf(acting, await acting.calendar.current());
  return change(acting.store, { noun: importNoun, id, decide }, stamp);
}

/** The rows of chunk n, counted from 1. */
export async function loadChunk(store: Store, id: string, chunk: number): Promise<ImportRow[]> {
  const { sk } = chunkKey(id, chunk);
  const [item] = await queryBetween(store, id, sk, sk);
  return parseStored(importChunkSchema, item, `import ${id} ${sk}`).rows;
}

/** Remembers what became of chunk n; of two deliveries at the same time the first one's outcome stays. */
export async function saveOutcome(
  store: Store,
  id: string,
  chunk: number,
  outcome: ImportOutcome,
): Promise<void> {
  const Item = { ...chunkOutcomeKey(id, chunk), outcome };
  const request = { TableName: store.tableName, Item, ConditionExpression: "attribute_not_exists(pk)" };
  try {
    await store.documents.send(new PutCommand(request));
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

const outcomeItemSchema = z.object({ sk: z.string(), outcome: importOutcomeSchema });

/** Outcomes so far, in the order of the chunks: one small Query however large the file. */
export async function loadOutcomes(store: Store, id: string): Promise<(ImportOutcome & { chunk: number })[]> {
  const items = await queryBetween(store, id, outcomePrefix, `${outcomePrefix}~`);
  return items.map((item) => {
    const { sk, outcome } = parseStored(outcomeItemSchema, item, `outcome of import ${id}`);
    return { ...outcome, chunk: Number(sk.slice(outcomePrefix.length)) };
  });
}

/** Sums of all chunks: an import's progress, derived and never stored. */
export function sumOutcomes(outcomes: readonly ImportOutcome[]): ImportOutcome {
  const none: ImportOutcome = { done: 0, created: 0, alreadyThere: 0, refused: [] };
  return outcomes.reduce(
    (sum, each) => ({
      done: sum.done + each.done,
      created: sum.created + each.created,
      alreadyThere: sum.alreadyThere + each.alreadyThere,
      refused: [...sum.refused, ...each.refused],
    }),
    none,
  );
}

const problemsItemSchema = z.object({ refused: z.array(importRefusalSchema) });

/** The problems that the dry run found, by row. */
export async function loadProblems(store: Store, id: string): Promise<ImportRefusal[]> {
  const items = await queryBetween(store, id, problemsPrefix, `${problemsPrefix}~`);
  return items.flatMap((item) => parseStored(problemsItemSchema, item, `problems of import ${id}`).refused);
}

/** Every row that the dry run found good. */
export async function loadRows(store: Store, id: string): Promise<ImportRow[]> {
  const items = await queryBetween(store, id, chunkPrefix, `${chunkPrefix}~`);
  return items.flatMap((item) => parseStored(importChunkSchema, item, `rows of import ${id}`).rows);
}

/** The import with its progress; undefined when there is none. */
export async function loadImport(store: Store, id: string) {
  const [record, outcomes] = await Promise.all([loadRecord(store, importNoun, id), loadOutcomes(store, id)]);
  return record && { record, progress: sumOutcomes(outcomes) };
}

async function putItem({ documents, tableName }: Store, Item: Record<string, unknown>): Promise<void> {
  await documents.send(new PutCommand({ TableName: tableName, Item }));
}

async function queryBetween({ documents, tableName }: Store, id: string, from: string, to: string) {
  const items: Record<string, unknown>[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await documents.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
        ExpressionAttributeValues: { ":pk": partitionOf("import", id), ":from": from, ":to": to },
        ConsistentRead: true,
        ExclusiveStartKey: start,
      }),
    );
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start);
  return items;
}

function slices<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
