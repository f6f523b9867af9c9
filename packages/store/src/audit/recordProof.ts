import { type Leaf, leafText } from "@dunmiao/domain/audit/leaf";
import { inclusionRanges } from "@dunmiao/domain/audit/merkleProof";
import { append, emptyTree, leafHash, rootOf } from "@dunmiao/domain/audit/merkleTree";
import { loadItems } from "../engine/batchGet.ts";
import type { Store } from "../engine/client.ts";
import { eventKey, recordKey } from "../engine/keys.ts";
import type { Kind } from "../engine/kinds.ts";
import { textOfEvent, textOfRecord } from "../engine/storedText.ts";
import { allLeaves, type KeptHead } from "./treeRead.ts";

type Proved = { leaf: Leaf; proof: string[] };

/**
 * The leaf of an index and the hashes (hex) that lead from it to the root of a head; undefined where the head does not cover
 * it. Lets every leaf pass once, a Query for each megabyte of them; memory holds a frontier for each hash.
 */
export async function proveLeaf(
  store: Store,
  { index, head }: { index: number; head: Pick<KeptHead, "size"> },
): Promise<Proved | undefined> {
  if (index >= head.size) return undefined;
  const ranges = inclusionRanges(head.size, index).map(([first, end]) => ({ first, end, tree: emptyTree }));
  let leaf: Leaf | undefined;
  for await (const { index: at, ...each } of allLeaves(store)) {
    if (at >= head.size) break;
    if (at === index) leaf = each;
    const range = ranges.find(({ first, end }) => first <= at && at < end);
    if (range) range.tree = append(range.tree, leafHash(leafText(each)));
  }
  return leaf && { leaf, proof: ranges.map(({ tree }) => rootOf(tree)) };
}

/** A record and one of its events as the texts that their hashes cover; undefined where either is not there. One BatchGet. */
export async function sealedTexts(
  store: Store,
  { kind, id, version }: { kind: Kind; id: string; version: number },
): Promise<{ record: string; event: string } | undefined> {
  const keys = [recordKey(kind, id), eventKey(kind, id, version)];
  const items = await loadItems(store, keys);
  const [record, event] = keys.map(({ sk }) => items.find((item) => item.sk === sk));
  return record && event && { record: textOfRecord(record), event: textOfEvent(event) };
}
