import { nodeHash, rootOf, treeOf } from "./merkleTree.ts";

/** The largest power of two below `size`, for sizes of two and more. */
function split(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

const rootOfRange = (leaves: readonly string[]) => rootOf(treeOf(leaves));

/**
 * The hashes by which leaf `index` leads to the root over `leaves` (hashes, hex), from the leaf upwards.
 * @throws RangeError when the tree has no such leaf
 */
export function inclusionProof(leaves: readonly string[], index: number): string[] {
  return inclusionRanges(leaves.length, index).map(([first, end]) => rootOfRange(leaves.slice(first, end)));
}

/** A stretch of leaves: from the first to before the second. */
export type LeafRange = readonly [first: number, end: number];

/**
 * Of which stretches of leaves the roots make an inclusion proof, in its order: whoever has too many leaves to hold them
 * lets them pass once.
 * @throws RangeError when the tree has no such leaf
 */
export function inclusionRanges(size: number, index: number): LeafRange[] {
  if (!isIndex(index) || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  let [first, end]: LeafRange = [0, size];
  const ranges: LeafRange[] = [];
  while (end - first > 1) {
    const at = first + split(end - first);
    const isLeft = index < at;
    ranges.push(isLeft ? [at, end] : [first, at]);
    [first, end] = isLeft ? [first, at] : [at, end];
  }
  return ranges.toReversed();
}

/** Whether a proof leads from a leaf's hash to a root (RFC 9162, 2.1.3.2). */
export function provesInclusion(
  of: { index: number; size: number; leaf: string; root: string },
  proof: readonly string[],
): boolean {
  const { index, size, leaf, root } = of;
  if (!isIndex(index) || !isIndex(size) || index >= size) return false;
  let [node, last, hash] = [index, size - 1, leaf];
  for (const other of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(other, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else hash = nodeHash(hash, other);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && hash === root;
}

/**
 * The hashes that show that the tree over `leaves` begins with the tree of its first `from` leaves; none where both are
 * the same or the earlier one is empty.
 * @throws RangeError when the earlier tree is the larger one
 */
export function consistencyProof(leaves: readonly string[], from: number): string[] {
  if (!isIndex(from) || from > leaves.length)
    throw new RangeError(`no tree of ${from} in one of ${leaves.length}`);
  return consistencyRanges(leaves.length, from).map(([first, end]) => rootOfRange(leaves.slice(first, end)));
}

/**
 * Of which stretches of leaves the roots make a consistency proof, in its order: whoever has too many leaves to hold them
 * lets them pass once.
 */
export function consistencyRanges(size: number, from: number): LeafRange[] {
  return from === 0 ? [] : subranges([0, size], from, true);
}

function subranges([first, end]: LeafRange, from: number, isWhole: boolean): LeafRange[] {
  const size = end - first;
  if (from === size) return isWhole ? [] : [[first, end]];
  const at = first + split(size);
  return from <= at - first
    ? [...subranges([first, at], from, isWhole), [at, end]]
    : [...subranges([at, end], from - (at - first), false), [first, at]];
}

type Head = { size: number; root: string };

/** Whether a proof shows that the later tree begins with the earlier one (RFC 9162, 2.1.4.2). */
export function provesConsistency(earlier: Head, later: Head, proof: readonly string[]): boolean {
  if (!isIndex(earlier.size) || !isIndex(later.size) || earlier.size > later.size) return false;
  if (earlier.size === later.size) return proof.length === 0 && earlier.root === later.root;
  if (earlier.size === 0) return proof.length === 0 && earlier.root === rootOf(treeOf([]));
  const isPower = Number.isInteger(Math.log2(earlier.size));
  const [first, ...rest] = isPower ? [earlier.root, ...proof] : proof;
  if (first === undefined) return false;
  let [node, last] = [earlier.size - 1, later.size - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let [old, now] = [first, first];
  for (const other of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      [old, now] = [nodeHash(other, old), nodeHash(other, now)];
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else now = nodeHash(now, other);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && old === earlier.root && now === later.root;
}

function isIndex(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function half(value: number): number {
  return Math.floor(value / 2);
}
