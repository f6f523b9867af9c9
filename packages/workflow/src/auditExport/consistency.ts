import type { ExportHead } from "@dunmiao/domain/audit/exportSeal";
import { leafText } from "@dunmiao/domain/audit/leaf";
import { consistencyRanges } from "@dunmiao/domain/audit/merkleProof";
import { append, emptyTree, leafHash, rootOf } from "@dunmiao/domain/audit/merkleTree";
import { allLeaves } from "@dunmiao/store/audit/treeRead";
import type { Store } from "@dunmiao/store/engine/client";

type Head = Pick<ExportHead, "size" | "root">;
/** That the tree of an export begins with the head that the auditor holds, or that it does not. */
export type Consistency = { from: Head; to: Head; extends: boolean; proof: string[] };

/** Lets every leaf pass once; memory holds the frontiers of the stretches of which the proof is made. */
export async function consistencyOf(store: Store, until: Head, since: Head): Promise<Consistency> {
  const [from, to] = [headOf(since), headOf(until)];
  if (from.size > to.size) return { from, to, extends: false, proof: [] };
  const ranges = consistencyRanges(to.size, from.size).map(([first, end]) => ({
    first,
    end,
    tree: emptyTree,
  }));
  let held = emptyTree;
  for await (const leaf of allLeaves(store)) {
    if (leaf.index >= to.size) break;
    const hash = leafHash(leafText(leaf));
    if (leaf.index < from.size) held = append(held, hash);
    for (const range of ranges)
      if (range.first <= leaf.index && leaf.index < range.end) range.tree = append(range.tree, hash);
  }
  if (rootOf(held) !== from.root) return { from, to, extends: false, proof: [] };
  return { from, to, extends: true, proof: ranges.map(({ tree }) => rootOf(tree)) };
}

function headOf({ size, root }: Head): Head {
  return { size, root };
}
