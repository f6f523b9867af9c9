import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { type Pair, pairSchema } from "@dunmiao/domain/pair";
import { type ActivityWords, activityTextName, activityWordsSchema } from "@dunmiao/domain/pair/activities";
import type { PairRules } from "@dunmiao/domain/pair/ground";
import { pairSummaryOf } from "@dunmiao/domain/pair/pairSummary";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { pairPartition } from "./engine/indexKeys.ts";
import { partsOf, textKey } from "./engine/keys.ts";
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
  return found && { ...found, scheme: pairSchemeOf(found.record) };
}

const wordsItemSchema = z.object({ sk: z.string(), text: storedAsText(activityWordsSchema) });

/** What the two learned, by the id of the activity: one Query of what stands beside the record, none without activities. */
export async function loadActivityWords(store: Store, { id, activities }: Pair) {
  if (activities.length === 0) return new Map<string, ActivityWords>();
  const { pk, sk } = textKey("pair", id, activityTextName, "v");
  const { Items = [] } = await store.documents.send(
    new QueryCommand({
      TableName: store.tableName,
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
      ExpressionAttributeValues: { ":pk": pk, ":prefix": sk },
      ConsistentRead: true,
    }),
  );
  const read = (item: unknown) =>
    parseStored(wordsItemSchema, item, `words of pair ${id}`, { kind: "pair", id });
  const found = Items.flatMap((item) => readOrName({ kind: "pair", id }, () => read(item)));
  return new Map(found.map((each) => [partsOf(each.sk).at(-1) ?? "", each.text]));
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
