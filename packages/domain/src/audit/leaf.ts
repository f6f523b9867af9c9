import { createHash } from "node:crypto";
import * as z from "zod";
import { canonical } from "../event.ts";
import { append, leafHash, type MerkleTree } from "./merkleTree.ts";

/** What a day's closing says of one record: its version and the hash of its last event on that day (YYYY-MM-DD). */
export const leafSchema = z.object({
  kind: z.string(),
  id: z.string(),
  version: z.int().positive(),
  head: z.string(),
  day: z.iso.date(),
});
export type Leaf = z.infer<typeof leafSchema>;

/** A leaf as the tree hashes it: its canonical JSON. */
export function leafText({ kind, id, version, head, day }: Leaf): string {
  return canonical({ kind, id, version, head, day });
}

/** The tree, and beside it a second digest in SM3 (hex): of the one before and the leaf, so that it covers them all. */
export type AuditTree = MerkleTree & { readonly sm3: string };

export const emptyAuditTree: AuditTree = { size: 0, frontier: [], sm3: "0".repeat(64) };

/** The tree with one leaf more. */
export function appendLeaf(tree: AuditTree, leaf: Leaf): AuditTree {
  const text = leafText(leaf);
  const sm3 = createHash("sm3").update(tree.sm3, "hex").update(text).digest("hex");
  return { ...append(tree, leafHash(text)), sm3 };
}

/** Keeps the newest leaf of a record. By version: of two changes at midnight the later one may bear the earlier day. */
export function keepNewest(newest: Map<string, Leaf>, name: string, leaf: Leaf): void {
  if ((newest.get(name)?.version ?? 0) <= leaf.version) newest.set(name, leaf);
}
