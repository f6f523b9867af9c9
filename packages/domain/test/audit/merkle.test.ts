import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { appendLeaf, emptyAuditTree, type Leaf } from "../../src/audit/leaf.ts";
import {
  consistencyProof,
  inclusionProof,
  provesConsistency,
  provesInclusion,
} from "../../src/audit/merkleProof.ts";
import { leafHash, rootOf, treeOf } from "../../src/audit/merkleTree.ts";

// The leaves and roots of the reference tests of Certificate Transparency.
const leaves = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map((hex) => leafHash(Buffer.from(hex, "hex")));
const roots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

test("roots are those of the reference tests", () => {
  expect(roots.map((_, size) => rootOf(treeOf(leaves.slice(0, size))))).toEqual(roots);
});

test("proofs are those of the reference tests", () => {
  expect(inclusionProof(leaves, 5)).toEqual([
    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  ]);
  expect(consistencyProof(leaves, 6)).toEqual([
    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  ]);
});

const other = "f".repeat(64);
const wronged = (proof: readonly string[]) => [
  [...proof, other],
  ...proof.map((_, at) => proof.with(at, other)),
  ...(proof.length > 0 ? [proof.slice(1), proof.slice(0, -1)] : []),
];

describe("of trees of every size up to 40", () => {
  const many = Array.from({ length: 40 }, (_, at) => leafHash(String(at)));
  const sizes = fc.integer({ min: 1, max: many.length });

  test("every leaf is proved, and by nothing else", () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (size, any) => {
        const index = any % size;
        const part = many.slice(0, size);
        const of = { index, size, leaf: part[index] ?? "", root: rootOf(treeOf(part)) };
        const proof = inclusionProof(part, index);
        expect(provesInclusion(of, proof)).toBe(true);
        for (const wrong of wronged(proof)) expect(provesInclusion(of, wrong)).toBe(false);
        expect(provesInclusion({ ...of, leaf: other }, proof)).toBe(false);
        expect(provesInclusion({ ...of, index: index + 1 }, proof)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test("every tree is shown to begin with every earlier one, and with no other", () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (size, any) => {
        const from = any % (size + 1);
        const head = (of: number) => ({ size: of, root: rootOf(treeOf(many.slice(0, of))) });
        const proof = consistencyProof(many.slice(0, size), from);
        expect(provesConsistency(head(from), head(size), proof)).toBe(true);
        for (const wrong of wronged(proof))
          expect(provesConsistency(head(from), head(size), wrong)).toBe(false);
        expect(provesConsistency({ size: from, root: other }, head(size), proof)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

test("there is no proof of what is not in the tree", () => {
  for (const index of [-1, 8, 0.5]) expect(() => inclusionProof(leaves, index)).toThrow(RangeError);
  for (const from of [-1, 9]) expect(() => consistencyProof(leaves, from)).toThrow(RangeError);
});

test("the second digest covers every leaf in its place", () => {
  const leaf = (id: string): Leaf => ({ kind: "unit", id, version: 1, head: other, day: "2026-03-02" });
  const sm3 = (...ids: string[]) => ids.map(leaf).reduce(appendLeaf, emptyAuditTree).sm3;
  expect(new Set([sm3(), sm3("a"), sm3("a", "b"), sm3("b", "a"), sm3("b")]).size).toBe(5);
});
