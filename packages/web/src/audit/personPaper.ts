import { countForPaper, factsOf, type PersonPaper, personPaperText } from "@dunmiao/domain/audit/personPaper";
import { parseNote } from "@dunmiao/domain/audit/signedNote";
import { parseHead, type TreeHead } from "@dunmiao/domain/audit/treeHead";
import { cosignedNote } from "@dunmiao/domain/cosigner";
import { secondmentSchema } from "@dunmiao/domain/secondment";
import { packText } from "@dunmiao/store/audit/packText";
import { proveLeaf, sealedTexts } from "@dunmiao/store/audit/recordProof";
import { type KeptHead, newestHeads, newestLeafOf } from "@dunmiao/store/audit/treeRead";
import { listCosigners } from "@dunmiao/store/cosigner";
import type { Store } from "@dunmiao/store/engine/client";
import { parsedText } from "@dunmiao/store/engine/storedText";
import * as z from "zod";
import type { CaseView } from "../secondment/caseView.ts";

/** Heads that are offered: a month of them. */
const offered = 31;
const sealed = z.record(z.string(), z.unknown());

/** The place of a record in the tree, as it is on file now; undefined while no closing has taken up its last change. */
async function placeOf(store: Store, { id, version }: { id: string; version: number }) {
  const leaf = await newestLeafOf(store, { kind: "secondment", id });
  return leaf?.version === version ? leaf.index : undefined;
}

/** The last heads, newest first, against which a record can be proved as it is on file now. Two Query. */
export async function headsOver(store: Store, record: { id: string; version: number }): Promise<TreeHead[]> {
  const [index, heads] = await Promise.all([placeOf(store, record), newestHeads(store, offered)]);
  return heads.flatMap((head) =>
    index !== undefined && index < head.size ? (parseHead(parseNote(head.note)?.text ?? "") ?? []) : [],
  );
}

/**
 * One person's paper against a head, as a file; undefined where the head does not cover the record as it is on file. Reads
 * every leaf of the tree.
 */
export async function paperFor(store: Store, view: CaseView, head: KeptHead): Promise<string | undefined> {
  const { id, version } = view.record;
  const of = { kind: "secondment", id, version } as const;
  const index = await placeOf(store, of);
  if (index === undefined) return undefined;
  const [proved, texts, cosigners] = await Promise.all([
    proveLeaf(store, { index, head }),
    sealedTexts(store, of),
    listCosigners(store),
  ]);
  const record = sealed.safeParse(parsedText(texts?.record)).data;
  const event = sealed.safeParse(parsedText(texts?.event)).data;
  // Written anew since it was read: its next closing takes it up.
  if (!proved || !record || !event || record.version !== version) return undefined;
  const { leaf, proof } = proved;
  const facts = factsOf(secondmentSchema.parse({ ...record, head: leaf.head }));
  const paper = { leaf, event, record, facts, count: countOf(view) };
  return personPaperText(paper, { index, proof, checkpoint: cosignedNote(head, cosigners) }, packText);
}

function countOf({ count, days, calendar, today }: CaseView): PersonPaper["count"] {
  return countForPaper({ count, days, calendarVersion: calendar.version, on: today });
}
