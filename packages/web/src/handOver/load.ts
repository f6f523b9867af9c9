import { may } from "@dunmiao/domain/permissions";
import type { Secondment } from "@dunmiao/domain/secondment";
import { type HandOverWords, handOverTextName } from "@dunmiao/domain/term/writeHandOver";
import { loadRecord } from "@dunmiao/store/engine/record";
import { loadOrName } from "@dunmiao/store/engine/unreadable";
import { groundOf } from "@dunmiao/store/ground";
import { loadPostChain } from "@dunmiao/store/postChain";
import { loadRecordText } from "@dunmiao/store/recordText";
import { secondmentNoun } from "@dunmiao/store/secondment";
import type { Context } from "hono";
import { actorOf } from "../access.ts";
import { actingOf } from "../acting.ts";
import type { WebEnv } from "../deps.ts";
import { handOverWordsSchema } from "./form.ts";

/**
 * A hand-over with its words, and the terms before and after at the same post. `seen…` is undefined also where there is
 * one that the actor may not know of: an id holds a service number.
 */
export type HandOverRead = {
  record: Secondment;
  words: HandOverWords | undefined;
  successor: Secondment | undefined;
  seenPredecessor: Secondment | undefined;
  seenSuccessor: Secondment | undefined;
  /** There is one, seen or not. */
  hasPredecessor: boolean;
  /** The actor sees the case itself, not only what is handed over to them. */
  isOwn: boolean;
};

/**
 * The hand-over of the record in the URL for whoever sees that record (its host among them) and for the successor in
 * person; nobody else sees it through the successor, neither their sending unit nor who comes after them.
 */
export async function loadHandOver(c: Context<WebEnv>): Promise<HandOverRead | undefined> {
  const { store } = c.var.deps;
  const actor = actorOf(c);
  const onFile = await loadRecord(store, secondmentNoun, c.req.param("id") ?? "");
  if (!onFile) return undefined;
  const { ground } = await groundOf(actingOf(c), onFile);
  const record = ground.secondment;
  const { predecessorId, successorId } = await loadPostChain(store, record);
  const load = (id: string | undefined) =>
    id === undefined ? undefined : loadOrName(loadRecord(store, secondmentNoun, id));
  const [predecessor, successor] = await Promise.all([load(predecessorId), load(successorId)]);
  const isOwn = may(actor, "read-secondment", record);
  if (!may(actor, "read-hand-over", { ...record, successor })) return undefined;
  const seen = (other: Secondment | undefined) =>
    other && (may(actor, "read-secondment", other) || may(actor, "read-neighbours-at-post", record))
      ? other
      : undefined;
  const hasPredecessor = predecessor !== undefined;
  const neighbours = { seenPredecessor: seen(predecessor), seenSuccessor: seen(successor), hasPredecessor };
  return { record, successor, ...neighbours, isOwn, words: await wordsOf(c, record) };
}

async function wordsOf(c: Context<WebEnv>, { id, handOver }: Secondment): Promise<HandOverWords | undefined> {
  if (!handOver) return undefined;
  const textId = String(handOver.text.revision);
  const text = await loadRecordText(c.var.deps.store, id, { name: handOverTextName, id: textId });
  return text && handOverWordsSchema.parse(text);
}
