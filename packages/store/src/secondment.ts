import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { type Secondment, secondmentSchema } from "@dunmiao/domain/secondment";
import type { Summary } from "@dunmiao/domain/summary";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { recordKey } from "./engine/keys.ts";
import type { Noun } from "./engine/kinds.ts";
import { byCohort } from "./engine/lists.ts";
import { parsedTexts } from "./engine/parsedTexts.ts";
import { parseStored } from "./engine/parseStored.ts";
import { loadWithEvents } from "./engine/record.ts";
import { openRecord } from "./engine/storedText.ts";
import { schemeOf } from "./scheme.ts";
import { storedSummarySchema } from "./summaryText.ts";

/** Some eighty records after a full year; with what is made of them about four megabytes. */
const parsed = parsedTexts<Secondment>(1_000_000);
export const secondmentNoun: Noun<Secondment> = { kind: "secondment", schema: secondmentSchema, parsed };

/** A secondment with its scheme, flag and newest events: one Query. */
export async function loadSecondment(store: Store, id: string, lastEvents = 25) {
  const found = await loadWithEvents(store, secondmentNoun, id, lastEvents);
  return found && { ...found, scheme: await schemeOf(store, found.record) };
}

const storedSchema = z.object({ record: secondmentSchema, summary: storedSummarySchema });

/** The record together with the summary written beside it, as the recount compares them: one GetItem. */
export async function loadWithSummary(
  store: Store,
  id: string,
): Promise<{ record: Secondment; summary: Summary } | undefined> {
  const Key = recordKey("secondment", id);
  const { Item } = await store.documents.send(
    new GetCommand({ TableName: store.tableName, Key, ConsistentRead: true }),
  );
  return Item && parseStored(storedSchema, openRecord(Item), `secondment ${id}`);
}

/** The summaries of everyone in a cohort: one Query. */
export async function cohortSummaries(store: Store, cohortId: string) {
  const { rows } = await byCohort(store, cohortId, storedSummarySchema);
  return rows.map((row) => row.summary);
}
