import { isInScope } from "@dunmiao/domain/access";
import type { HandOverWords } from "@dunmiao/domain/handOverRule";
import type { Secondment } from "@dunmiao/domain/secondment";
import { loadPostChain } from "@dunmiao/store/postChain";
import { loadRecord } from "@dunmiao/store/record";
import { loadRecordText } from "@dunmiao/store/recordText";
import { secondmentNoun } from "@dunmiao/store/secondment";
import type { Context } from "hono";
import { actorOf } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { handOverWordsSchema } from "./form.ts";

/** A hand-over with its words, and the terms before and after at the same post. */
export type HandOverRead = {
  record: Secondment;
  words: HandOverWords | undefined;
  predecessor: Secondment | undefined;
  successor: Secondment | undefined;
  /** The actor sees the case itself, not only what is handed over to them. */
  isOwn: boolean;
};

/** The hand-over of the record in the URL for whoever sees that record or the successor's; else undefined. */
export async function loadHandOver(c: Context<WebEnv>): Promise<HandOverRead | undefined> {
  const { store } = c.var.deps;
  const actor = actorOf(c);
  const record = await loadRecord(store, secondmentNoun, c.req.param("id") ?? "");
  if (!record) return undefined;
  const { predecessorId, successorId } = await loadPostChain(store, record);
  const load = (id: string | undefined) =>
    id === undefined ? undefined : loadRecord(store, secondmentNoun, id);
  const [predecessor, successor] = await Promise.all([load(predecessorId), load(successorId)]);
  const isOwn = isInScope(actor, record);
  if (!isOwn && !(successor && isInScope(actor, successor))) return undefined;
  return { record, predecessor, successor, isOwn, words: await wordsOf(c, record) };
}

async function wordsOf(c: Context<WebEnv>, { id, handOver }: Secondment): Promise<HandOverWords | undefined> {
  if (!handOver) return undefined;
  const textId = String(handOver.text.revision);
  const text = await loadRecordText(c.var.deps.store, id, { name: "HANDOVER", id: textId });
  return handOverWordsSchema.parse(text);
}
