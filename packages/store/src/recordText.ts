import { GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { textKey } from "./engine/keys.ts";
import { parseStored } from "./engine/parseStored.ts";
import { storedAsText } from "./engine/storedText.ts";
import { readOrName } from "./engine/unreadable.ts";

/** Which long text beside a secondment: its name (`ASSESSMENT`), and which one and which revision (`f3.2`). */
export type TextRef = { readonly name: string; readonly id: string };
type Words = Readonly<Record<string, unknown>>;

const itemSchema = z.object({ text: storedAsText(z.record(z.string(), z.unknown())) });

/** A long text beside a secondment; undefined when there is none. One GetItem. */
export async function loadRecordText(
  store: Store,
  secondmentId: string,
  { name, id }: TextRef,
): Promise<Words | undefined> {
  const Key = textKey("secondment", secondmentId, name, id);
  const { Item } = await store.documents.send(
    new GetCommand({ TableName: store.tableName, Key, ConsistentRead: true }),
  );
  const of = { kind: "secondment", id: secondmentId } as const;
  const read = () => parseStored(itemSchema, Item, `secondment ${secondmentId} ${Key.sk}`, of).text;
  return Item && readOrName(of, read)[0];
}

/** Several of them by id; ids without a text are left out. One GetItem each, at the same time. */
export async function loadRecordTexts(
  store: Store,
  secondmentId: string,
  refs: readonly TextRef[],
): Promise<ReadonlyMap<string, Words>> {
  const texts = await Promise.all(refs.map((ref) => loadRecordText(store, secondmentId, ref)));
  return new Map(
    refs.flatMap(({ id }, at): [string, Words][] => {
      const words = texts[at];
      return words ? [[id, words]] : [];
    }),
  );
}
