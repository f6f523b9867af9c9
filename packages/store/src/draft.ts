import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { type Signature, signatureSchema } from "@dunmiao/domain/actor";
import { canonical } from "@dunmiao/domain/event";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { draftKey } from "./engine/keys.ts";
import { parseStored } from "./engine/parseStored.ts";
import { readOrName } from "./engine/unreadable.ts";

const draftSchema = z.object({
  by: signatureSchema,
  savedAt: z.iso.datetime(),
  /** Counts the saves: what somebody who saves again says to have seen. */
  version: z.int().positive(),
  /** Revision of the form that it was written on, 0 before there was one. */
  basedOn: z.int().nonnegative(),
  /** What stands in the fields, as typed. */
  values: z.record(z.string(), z.string()),
});
export type Draft = z.infer<typeof draftSchema>;
/** Whose draft: a secondment, and the form of it (`mid-term.station`). */
export type DraftOf = { readonly secondmentId: string; readonly form: string };
export type DraftSave = {
  by: Signature;
  savedAt: string;
  basedOn: number;
  values: Readonly<Record<string, string>>;
  /** The version that was shown; without it only one's own draft is replaced. */
  seen?: number | undefined;
};
/** `changed`: the draft that stands is not the one that was seen; nothing was written. */
export type DraftSaved = { outcome: "saved" | "changed"; draft: Draft };

/** The draft of a form; undefined when nobody saved one. One GetItem. */
export async function loadDraft(store: Store, of: DraftOf): Promise<Draft | undefined> {
  const { Item } = await store.documents.send(
    new GetCommand({ TableName: store.tableName, Key: keyOf(of), ConsistentRead: true }),
  );
  if (!Item) return undefined;
  return readOrName({ kind: "secondment", id: of.secondmentId }, () => parseDraft(of, Item))[0];
}

/**
 * Saves what was typed so far, over the version seen and no other: one Put. Somebody else's newer draft is never
 * overwritten, one's own is where no version is named; the same values twice are one save.
 */
export function saveDraft(store: Store, of: DraftOf, save: DraftSave): Promise<DraftSaved> {
  return saveOver(store, of, save, save.seen ?? 0);
}

/** Over one version; where none was named over the newest of one's own, however many pages save at the same time. */
async function saveOver(store: Store, of: DraftOf, save: DraftSave, version: number): Promise<DraftSaved> {
  const { seen, ...facts } = save;
  const draft = { ...facts, values: { ...save.values }, version: version + 1 };
  const standing = await putOver(store, of, draft);
  if (standing === "unreadable") return replaceUnreadable(store, of, draft);
  if (standing === "none") return saveOver(store, of, save, 0);
  if (!standing) return { outcome: "saved", draft };
  const isOwn = standing.by.id === save.by.id;
  if (isOwn && canonical(standing.values) === canonical(save.values))
    return { outcome: "saved", draft: standing };
  if (!isOwn || seen !== undefined) return { outcome: "changed", draft: standing };
  return saveOver(store, of, save, standing.version);
}

/** Nobody can read or continue the one that stands there: what was typed now is kept, and the form goes on. */
async function replaceUnreadable(store: Store, of: DraftOf, draft: Draft): Promise<DraftSaved> {
  const Item = { ...keyOf(of), ...draft };
  await store.documents.send(new PutCommand({ TableName: store.tableName, Item }));
  return { outcome: "saved", draft };
}

/** Puts a draft over the version before it; answers the one that stands there instead, `none` where there is none. */
async function putOver(
  store: Store,
  of: DraftOf,
  draft: Draft,
): Promise<Draft | "none" | "unreadable" | undefined> {
  const condition =
    draft.version === 1
      ? { ConditionExpression: "attribute_not_exists(pk)" }
      : {
          ConditionExpression: "#version = :seen",
          ExpressionAttributeNames: { "#version": "version" },
          ExpressionAttributeValues: { ":seen": draft.version - 1 },
        };
  try {
    await store.documents.send(
      new PutCommand({
        TableName: store.tableName,
        Item: { ...keyOf(of), ...draft },
        ...condition,
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      }),
    );
    return undefined;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    if (!error.Item) return "none";
    const standing = draftSchema.safeParse(unmarshall(error.Item));
    return standing.success ? standing.data : "unreadable";
  }
}

function parseDraft(of: DraftOf, item: unknown): Draft {
  return parseStored(draftSchema, item, `secondment ${of.secondmentId} draft ${of.form}`);
}

function keyOf({ secondmentId, form }: DraftOf) {
  return draftKey("secondment", secondmentId, form);
}
