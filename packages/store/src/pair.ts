import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { type Pair, pairSchema } from "@dunmiao/domain/pair";
import { type ActivityWords, activityTextName, activityWordsSchema } from "@dunmiao/domain/pair/activities";
import type { PairRules } from "@dunmiao/domain/pair/ground";
import { pairSummaryOf } from "@dunmiao/domain/pair/pairSummary";
import { wordsSchema } from "@dunmiao/domain/pair/words";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { pairPartition } from "./engine/indexKeys.ts";
import { partitionOf, partsOf, recordSort } from "./engine/keys.ts";
import type { Noun } from "./engine/kinds.ts";
import { parseStored } from "./engine/parseStored.ts";
import { loadWithEvents } from "./engine/record.ts";
import type { Derived } from "./engine/seal.ts";
import { storedAsText } from "./engine/storedText.ts";
import { readOrName } from "./engine/unreadable.ts";
import { pairSchemeOf } from "./pairScheme.ts";
import { pairSummaryText } from "./pairSummaryText.ts";

export const pairNoun: Noun<Pair> = { kind: "pair", schema: pairSchema };

/** A pair with its scheme, flag and newest events: one Query. */
export async function loadPair(store: Store, id: string, lastEvents = 25) {
  const found = await loadWithEvents(store, pairNoun, id, lastEvents);
  return found && { ...found, scheme: await pairSchemeOf(store, found.record) };
}

const itemSchema = z.object({ sk: z.string() });
const activityItemSchema = itemSchema.extend({ text: storedAsText(activityWordsSchema) });
const wordsItemSchema = itemSchema.extend({ text: storedAsText(z.object({ words: wordsSchema })) });
/** What stands beside a pair: of activities by their id, of all else by name and id (`MID-TERM mid-term`). */
export type PairWords = {
  activities: ReadonlyMap<string, ActivityWords>;
  others: ReadonlyMap<string, string>;
};

/** The words beside a pair: one Query, none where nobody has written any. */
export async function loadPairWords(store: Store, pair: Pair): Promise<PairWords> {
  const { id, activities, midTerms = [], statement, objections = [] } = pair;
  const found: { activities: [string, ActivityWords][]; others: [string, string][] } = {
    activities: [],
    others: [],
  };
  const hasWords = activities.length + midTerms.length + objections.length > 0 || statement !== undefined;
  for (const item of hasWords ? await itemsBeside(store, id) : []) {
    const of = { kind: "pair", id } as const;
    const [, name = "", textId = ""] = partsOf(itemSchema.parse(item).sk);
    const read = <T>(schema: z.ZodType<T>) =>
      readOrName(of, () => parseStored(schema, item, `words of pair ${id}`, of));
    if (name === activityTextName)
      found.activities.push(
        ...read(activityItemSchema).map(({ text }): [string, ActivityWords] => [textId, text]),
      );
    else
      found.others.push(
        ...read(wordsItemSchema).map(({ text }): [string, string] => [`${name} ${textId}`, text.words]),
      );
  }
  return { activities: new Map(found.activities), others: new Map(found.others) };
}

async function itemsBeside(store: Store, id: string) {
  const { Items = [] } = await store.documents.send(
    new QueryCommand({
      TableName: store.tableName,
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
      ExpressionAttributeValues: { ":pk": partitionOf("pair", id), ":prefix": `${recordSort}#` },
      ConsistentRead: true,
    }),
  );
  return Items;
}

/** Summary, due date and places in the indexes of a pair: in the directory of all, and with each unit and person. */
export function derivePair(rules: PairRules) {
  return (pair: Pair): Derived => {
    const summary = pairSummaryOf(pair, rules);
    const { mentor, apprentice, term, id } = pair;
    return {
      summary: pairSummaryText(summary),
      dueOn: summary.next,
      index: {
        directory: { name: "pair", sort: `${term.from}#${id}` },
        host: { branch: pairPartition(apprentice.branch.code), station: apprentice.unit.code },
        sending: { unit: pairPartition(mentor.branch.code) },
        officer: { serviceNumber: pairPartition(mentor.officer.serviceNumber), termFrom: term.from },
        cohort: { id: pairPartition(apprentice.officer.serviceNumber), serviceNumber: id },
      },
    };
  };
}
