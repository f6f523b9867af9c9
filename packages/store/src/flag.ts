import { DeleteCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Store } from "./client.ts";
import { flagKey, indexAttributes } from "./keys.ts";
import type { Kind } from "./kinds.ts";
import { byKind, type Row } from "./lists.ts";

/** Work that a workflow could not finish: a code, a sentence for the log, since when, which execution. */
export const flagSchema = z.object({
  code: z.string().max(80),
  detail: z.string().max(300),
  since: z.iso.datetime(),
  execution: z.string().max(200).optional(),
});
export type Flag = z.infer<typeof flagSchema>;

/** Flags a record for a person. One Put that never reads the record: it may be the broken part. */
export async function putFlag(store: Store, of: { kind: Kind; id: string }, flag: Flag): Promise<void> {
  const Item = {
    ...flagKey(of.kind, of.id),
    ...indexAttributes(of.kind, of.id, {
      directory: { name: "flag", sort: `${flag.since}#${of.kind}#${of.id}` },
    }),
    kind: of.kind,
    summary: flag,
  };
  await store.documents.send(new PutCommand({ TableName: store.tableName, Item }));
}

/** Takes the flag off; none there is no error. */
export async function clearFlag(store: Store, of: { kind: Kind; id: string }): Promise<void> {
  await store.documents.send(new DeleteCommand({ TableName: store.tableName, Key: flagKey(of.kind, of.id) }));
}

/** Everything flagged, oldest first. */
export async function listFlags(store: Store): Promise<Row<Flag>[]> {
  const { rows } = await byKind(store, "flag", flagSchema);
  return rows;
}
