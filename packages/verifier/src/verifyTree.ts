import { consistencySchema, headPart, partNames } from "@dunmiao/domain/audit/exportParts";
import { type KeyRing, signedByRing } from "@dunmiao/domain/audit/keyRing";
import {
  appendLeaf,
  emptyAuditTree,
  keepNewest,
  type Leaf,
  leafSchema,
  leafText,
} from "@dunmiao/domain/audit/leaf";
import { provesConsistency } from "@dunmiao/domain/audit/merkleProof";
import { rootOf } from "@dunmiao/domain/audit/merkleTree";
import { parseNote } from "@dunmiao/domain/audit/signedNote";
import { parseHead, type TreeHead } from "@dunmiao/domain/audit/treeHead";
import { verifyEd25519 } from "./ed25519.ts";
import type { Finding } from "./findings.ts";
import type { Progress } from "./progress.ts";
import type { Parts } from "./readZip.ts";

/** The newest leaf of each record, the last head that is signed, and the day (YYYY-MM-DD) of the first leaf. */
export type CheckedTree = {
  newest: Map<string, Leaf>;
  last: TreeHead | undefined;
  firstDay: string;
  leaves: number;
};

export const recordName = ({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`;

type HeadProblem = "head-unreadable" | "head-unsigned" | "head-retired";

/** Whether a note is a head that one of the keys signed while it did; else what is wrong with it. */
export function readHead(note: string, ring: KeyRing): TreeHead | HeadProblem {
  const parsed = parseNote(note);
  const head = parsed && parseHead(parsed.text);
  if (!parsed || !head) return "head-unreadable";
  const { origin, day } = head;
  if (origin !== ring[0]?.name) return "head-unsigned";
  const signed = signedByRing(parsed, { ring, day, verify: verifyEd25519 });
  return signed === "signed" ? head : `head-${signed}`;
}

/** A head by its text alone, for whoever holds it as it was given to them. */
export function unsignedHead(note: string): TreeHead | "head-unreadable" {
  return parseHead(parseNote(note)?.text ?? "") ?? "head-unreadable";
}

type TreeChecking = {
  ring: KeyRing;
  held: TreeHead | undefined;
  report: (finding: Finding) => void;
  onProgress: (progress: Progress) => void;
};

/** Grows the tree anew from its leaves and compares it with every head, and with the one that the auditor holds. */
export async function verifyTreeParts(
  parts: Parts,
  { ring, held, report, onProgress }: TreeChecking,
): Promise<CheckedTree> {
  const heads = await headsOf(parts, ring, report);
  const checked: CheckedTree = { newest: new Map(), last: heads.at(-1), firstDay: "", leaves: 0 };
  const waiting = held ? [...heads, held] : heads;
  let tree = emptyAuditTree;
  const days = new Set<string>();
  const compare = () => {
    for (const head of waiting.filter(({ size }) => size === tree.size)) {
      if (head.root === rootOf(tree) && head.sm3 === tree.sm3) continue;
      report({ code: head === held ? "not-extended" : "head-other-tree", about: head.day });
    }
  };
  compare();
  for await (const line of parts.lines(partNames.leaves)) {
    const leaf = leafOf(line);
    if (!leaf) {
      report({ code: "line-unreadable", about: partNames.leaves, detail: String(tree.size) });
      return checked;
    }
    onProgress({ step: "leaves", done: tree.size, total: checked.last?.size ?? tree.size });
    checked.firstDay ||= leaf.day;
    days.add(leaf.day);
    keepNewest(checked.newest, recordName(leaf), leaf);
    tree = appendLeaf(tree, leaf);
    compare();
  }
  checked.leaves = tree.size;
  for (const head of waiting.filter(({ size }) => size > tree.size))
    report({ code: head === held ? "not-extended" : "head-other-tree", about: head.day });
  for (const day of days)
    if (day <= (checked.last?.day ?? "") && !parts.names.includes(headPart(day)))
      report({ code: "head-missing", about: headPart(day) });
  if (heads.length === 0) report({ code: "heads-none", about: "checkpoints/" });
  else if ((checked.last?.size ?? 0) < tree.size) report({ code: "leaves-beyond", about: partNames.leaves });
  await verifyProof(parts, rootOf(tree), report);
  return checked;
}

/** Exactly as the tree hashes it: another way to write the same leaf would be another leaf. */
function leafOf(line: string): Leaf | undefined {
  const { data } = leafSchema.safeParse(jsonOf(line));
  return data && leafText(data) === line ? data : undefined;
}

async function headsOf(parts: Parts, ring: KeyRing, report: (finding: Finding) => void): Promise<TreeHead[]> {
  const heads: TreeHead[] = [];
  const names = parts.names.filter((name) => /^checkpoints\/\d/.test(name)).toSorted();
  for (const name of names) {
    const head = readHead(await parts.text(name), ring);
    if (typeof head === "string") report({ code: head, about: name });
    else if (headPart(head.day) !== name) report({ code: "head-other-tree", about: name });
    else heads.push(head);
  }
  return heads;
}

async function verifyProof(parts: Parts, root: string, report: (finding: Finding) => void): Promise<void> {
  if (!parts.names.includes(partNames.consistency)) return;
  const { data } = consistencySchema.safeParse(jsonOf(await parts.text(partNames.consistency)));
  // Whoever made it says so themselves.
  if (data && !data.extends) report({ code: "not-extended", about: partNames.consistency });
  else if (!data || data.to.root !== root || !provesConsistency(data.from, data.to, data.proof))
    report({ code: "proof-wrong", about: partNames.consistency });
}

/** Undefined for what is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
