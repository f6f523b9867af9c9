import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { canonical } from "@dunmiao/domain/event";
import { type ImportQuestion, importQuestionSchema } from "@dunmiao/domain/import/importQuestion";
import {
  type ImportMove,
  type ImportOutcome,
  type ImportRefusal,
  type ImportRow,
  importChunkSchema,
  importMoveSchema,
  importNoticeSchema,
  importOutcomeSchema,
  importRefusalSchema,
} from "@dunmiao/domain/import/importRow";
import { importUnderstoodSchema } from "@dunmiao/domain/import/importUnderstood";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { partitionOf } from "./engine/keys.ts";
import { parseStored } from "./engine/parseStored.ts";
import { storedAsText } from "./engine/storedText.ts";
import { readOrName } from "./engine/unreadable.ts";
import {
  chunkKey,
  chunkOutcomeKey,
  movesPrefix,
  outcomePrefix,
  problemsPrefix,
  questionsPrefix,
  understoodSort,
} from "./importKeys.ts";

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
  const Item = { ...chunkOutcomeKey(id, chunk), outcome: canonical(outcome) };
  const request = { TableName: store.tableName, Item, ConditionExpression: "attribute_not_exists(pk)" };
  try {
    await store.documents.send(new PutCommand(request));
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

const outcomeItemSchema = z.object({ sk: z.string(), outcome: storedAsText(importOutcomeSchema) });

type Items = readonly Record<string, unknown>[];
const textSortSchema = z.object({ sk: z.string() });

/**
 * Everything beside an import but its rows: what became of its chunks, in their order, and what the check found. One
 * Query for each MB, however little there is of some of it.
 */
export async function loadBeside(store: Store, id: string) {
  const items = await queryBetween(store, id, outcomePrefix, `${movesPrefix}~`);
  const under = (prefix: string) => items.filter((item) => textSortSchema.parse(item).sk.startsWith(prefix));
  const understanding = understoodIn(
    id,
    items.find(({ sk }) => sk === understoodSort),
  );
  return {
    outcomes: outcomesIn(id, under(outcomePrefix)),
    problems: problemsIn(id, under(problemsPrefix)),
    questions: questionsIn(id, under(questionsPrefix)),
    moves: movesIn(id, under(movesPrefix)),
    notices: understanding?.notices ?? [],
    understood: understanding?.understood,
  };
}

/** Outcomes so far, in the order of the chunks: one small Query however large the file. */
export async function loadOutcomes(store: Store, id: string): Promise<(ImportOutcome & { chunk: number })[]> {
  return outcomesIn(id, await queryBetween(store, id, outcomePrefix, `${outcomePrefix}~`));
}

function outcomesIn(id: string, items: Items) {
  const read = (item: unknown) => {
    const { sk, outcome } = parseStored(outcomeItemSchema, item, `outcome of import ${id}`);
    return { ...outcome, chunk: Number(sk.slice(outcomePrefix.length)) };
  };
  return items.flatMap((item) => readOrName({ kind: "import", id }, () => read(item)));
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
  return problemsIn(id, await queryBetween(store, id, problemsPrefix, `${problemsPrefix}~`));
}

function problemsIn(id: string, items: Items): ImportRefusal[] {
  const read = (item: unknown) => parseStored(problemsItemSchema, item, `problems of import ${id}`).refused;
  return items.flatMap((item) => readOrName({ kind: "import", id }, () => read(item))).flat();
}

const questionsItemSchema = z.object({ questions: z.array(importQuestionSchema) });

/** The rows that a person decides, in the order of their positions. */
export async function loadQuestions(store: Store, id: string): Promise<ImportQuestion[]> {
  return questionsIn(id, await queryBetween(store, id, questionsPrefix, `${questionsPrefix}~`));
}

function questionsIn(id: string, items: Items): ImportQuestion[] {
  const read = (item: unknown) =>
    parseStored(questionsItemSchema, item, `questions of import ${id}`).questions;
  return items.flatMap((item) => readOrName({ kind: "import", id }, () => read(item))).flat();
}

const understoodItemSchema = z.object({
  notices: z.array(importNoticeSchema),
  understood: importUnderstoodSchema,
});
export type Understood = z.infer<typeof understoodItemSchema>;

/** What the file was understood to say; undefined for one that was checked before this was kept. */
function understoodIn(id: string, item: unknown): Understood | undefined {
  const read = () => parseStored(understoodItemSchema, item, `understanding of import ${id}`);
  return item === undefined ? undefined : readOrName({ kind: "import", id }, read)[0];
}

const movesItemSchema = z.object({ moves: z.array(importMoveSchema) });

/** People on file whom the file moves, in the order of its rows. */
export async function loadMoves(store: Store, id: string): Promise<ImportMove[]> {
  return movesIn(id, await queryBetween(store, id, movesPrefix, `${movesPrefix}~`));
}

function movesIn(id: string, items: Items): ImportMove[] {
  const read = (item: unknown) => parseStored(movesItemSchema, item, `people moved by import ${id}`).moves;
  return items.flatMap((item) => readOrName({ kind: "import", id }, () => read(item))).flat();
}

/** Puts one item beside an import. */
export async function putItem({ documents, tableName }: Store, Item: Record<string, unknown>): Promise<void> {
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
