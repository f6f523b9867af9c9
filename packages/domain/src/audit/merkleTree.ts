import { createHash } from "node:crypto";

/**
 * The state of an append-only tree (RFC 9162, SHA-256): its size and the roots of its complete subtrees, largest first,
 * in hex; at most one for each bit of the size.
 */
export type MerkleTree = { readonly size: number; readonly frontier: readonly string[] };

export const emptyTree: MerkleTree = { size: 0, frontier: [] };

/** Hash of a leaf, hex: of a zero byte and the leaf. */
export function leafHash(leaf: string | Uint8Array): string {
  return createHash("sha256").update(Uint8Array.of(0)).update(leaf).digest("hex");
}

/** Hash of a node over two hashes in hex: of a one byte and both. */
export function nodeHash(left: string, right: string): string {
  return createHash("sha256").update(Uint8Array.of(1)).update(left, "hex").update(right, "hex").digest("hex");
}

/** The tree with one leaf more, given by its hash. */
export function append({ size, frontier }: MerkleTree, leaf: string): MerkleTree {
  const roots = [...frontier];
  let hash = leaf;
  // Two subtrees of equal size become one, as a carry does in a sum.
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) hash = nodeHash(roots.pop() ?? "", hash);
  return { size: size + 1, frontier: [...roots, hash] };
}

/** The root, hex; of an empty tree the hash of nothing. */
export function rootOf({ frontier }: MerkleTree): string {
  const [last, ...larger] = frontier.toReversed();
  if (last === undefined) return createHash("sha256").digest("hex");
  return larger.reduce((right, left) => nodeHash(left, right), last);
}

/** The tree over the hashes of all leaves. */
export function treeOf(leaves: readonly string[]): MerkleTree {
  return leaves.reduce(append, emptyTree);
}
