import { consistencySchema, headPart, partNames } from "@dunmiao/domain/audit/exportParts";
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
import { isSignedBy, type NoteKey, parseNote } from "@dunmiao/domain/audit/signedNote";
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

/** Whether a note is a head that the key signed; else what is wrong with it. */
export function readHead(note: string, key: NoteKey): TreeHead | "head-unreadable" | "head-unsigned" {
  const parsed = parseNote(note);
  const head = parsed && parseHead(parsed.text);
  if (!parsed || !head) return "head-unreadable";
  return head.origin === key.name && isSignedBy(parsed, key, verifyEd25519) ? head : "head-unsigned";
}

type TreeChecking = {
  key: NoteKey;
  held: TreeHead | undefined;
  report: (finding: Finding) => void;
  onProgress: (progress: Progress) => void;
};

/** Grows the tree anew from its leaves and compares it with every head, and with the one that the auditor holds. */
export async function verifyTreeParts(
  parts: Parts,
  { key, held, report, onProgress }: TreeChecking,
): Promise<CheckedTree> {
  const heads = await headsOf(parts, key, report);
  const checked: CheckedTree = { newest: new Map(), last: heads.at(-1), firstDay: "", leaves: 0 };
  const waiting = held ? [...heads, held] : heads;
  let tree = emptyAuditTree;
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
    keepNewest(checked.newest, recordName(leaf), leaf);
    tree = appendLeaf(tree, leaf);
    compare();
  }
  checked.leaves = tree.size;
  for (const head of waiting.filter(({ size }) => size > tree.size))
    report({ code: head === held ? "not-extended" : "head-other-tree", about: head.day });
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

async function headsOf(parts: Parts, key: NoteKey, report: (finding: Finding) => void): Promise<TreeHead[]> {
  const heads: TreeHead[] = [];
  const names = parts.names.filter((name) => /^checkpoints\/\d/.test(name)).toSorted();
  for (const name of names) {
    const head = readHead(await parts.text(name), key);
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
