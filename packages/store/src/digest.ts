import { QueryCommand, type QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import type { Digest } from "@dunmiao/domain/digest";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { digestPartition, partsOf } from "./engine/keys.ts";
import type { Kind } from "./engine/kinds.ts";
import { parseStored } from "./engine/parseStored.ts";
import { parsedText } from "./engine/storedText.ts";
import { readOrName } from "./engine/unreadable.ts";

const text = z.string();
const unit = z.tuple([text, text]);

/** What `deriveSecondment` writes beside every record. */
const digestSchema: z.ZodType<Digest> = z.strictObject({
  id: text,
  number: text,
  name: text,
  branch: unit,
  station: unit,
  sending: unit,
  post: text,
  from: text,
  to: text,
  status: text,
  counted: z.number(),
  pending: z.number().optional(),
  limit: z.number(),
  next: text.optional(),
  checkpoints: z.array(z.tuple([text, text, text, text])),
  absences: z.array(z.tuple([text, text, text, text])),
  forms: z.array(z.tuple([text, text, text, text, text, text, text, text.optional()])),
  signers: z.array(z.tuple([text, text, text])).optional(),
  evidence: z.array(z.tuple([text, text])),
  awards: z.array(text),
  contributions: z.array(z.tuple([text, text])),
});
const rowSchema = z.object({ sk: text, digest: text });

/** Everybody of a cohort as pictures and tables need them, by service number: one Query of at most a few pages. */
export async function cohortDigests(store: Store, cohortId: string): Promise<Digest[]> {
  const digests: Digest[] = [];
  let start: QueryCommandInput["ExclusiveStartKey"];
  do {
    const page = await store.documents.send(
      new QueryCommand({
        TableName: store.tableName,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": digestPartition(cohortId) },
        ExclusiveStartKey: start,
      }),
    );
    digests.push(
      ...(page.Items ?? []).flatMap((item) => readOrName(personOf(item), () => digestOfItem(item))),
    );
    start = page.LastEvaluatedKey;
  } while (start);
  return digests;
}

/** Whose row it is: told by its key alone, whatever is in it. */
function personOf({ sk }: Record<string, unknown>): { kind: Kind; id: string } {
  return { kind: "secondment", id: partsOf(String(sk)).at(-1) ?? "" };
}

function digestOfItem(item: Record<string, unknown>): Digest {
  const { sk, digest } = parseStored(rowSchema, item, `digest ${String(item.pk)} ${String(item.sk)}`);
  return digestOfText(digest, sk);
}

/** Reads the text of one row; throws `StoredRowError` naming the row where it is none. */
export function digestOfText(digest: string, row: string): Digest {
  return parseStored(digestSchema, parsedText(digest), `digest ${row}`);
}
