import type { KeyRing } from "@dunmiao/domain/audit/keyRing";
import { type Leaf, leafText } from "@dunmiao/domain/audit/leaf";
import { provesInclusion } from "@dunmiao/domain/audit/merkleProof";
import { leafHash } from "@dunmiao/domain/audit/merkleTree";
import { factsOf, type PersonPaper, personPaperSchema } from "@dunmiao/domain/audit/personPaper";
import { isSignedBy, keyIdOf, type NoteKey, noteKeyText, parseNote } from "@dunmiao/domain/audit/signedNote";
import { isTlogProof, parseTlogProof, type TlogProof } from "@dunmiao/domain/audit/tlogProof";
import { headText, parseHead, type TreeHead } from "@dunmiao/domain/audit/treeHead";
import { canonical, hashOf } from "@dunmiao/domain/event";
import { secondmentSchema } from "@dunmiao/domain/secondment";
import { verifyEd25519 } from "./ed25519.ts";
import type { Finding, FindingCode } from "./findings.ts";
import { unpackText } from "./unpackText.ts";
import { jsonOf, readHead } from "./verifyTree.ts";

/** What whoever checks a paper has from elsewhere: our keys, a head of theirs, keys of others who sign heads. */
export type PaperChecking = {
  keys?: KeyRing | undefined;
  head?: TreeHead | undefined;
  cosigners?: readonly NoteKey[] | undefined;
};
/**
 * `reach`: what the proof covers, each with what stands before it: nothing, the last event's hash alone, the last event
 * with the record's hash, the record itself. `cosigned`: of each key that was given, whether it signed the head.
 */
export type VerifiedPaper = {
  findings: Finding[];
  paper: PersonPaper | undefined;
  head: TreeHead | undefined;
  reach: "nothing" | "hash" | "event" | "record";
  cosigned: { key: string; isSigned: boolean }[];
};

/** Whether what a paper says of its record is proved, not its last event alone. */
export function isProved({ findings, reach }: VerifiedPaper): boolean {
  return findings.length === 0 && reach === "record";
}

/** Whether a file is to be checked as a paper: by its first line. */
export async function isPaper(file: Blob): Promise<boolean> {
  return isTlogProof(await file.slice(0, 100).text());
}

/** Checks one person's paper, a text file: its place in the tree, the signature, what its record says. */
export function verifyPaper(
  text: string,
  { keys, head: held, cosigners = [] }: PaperChecking,
): VerifiedPaper {
  const proof = parseTlogProof(text);
  const said = proof?.extra && unpackText(proof.extra);
  const paper = personPaperSchema.safeParse(jsonOf(said ?? "")).data;
  const note = proof && parseNote(proof.checkpoint);
  const head = note && parseHead(note.text);
  const findings: Finding[] = [];
  const about = paper ? `${paper.leaf.kind} ${paper.leaf.id}` : "";
  const report = (code: FindingCode, detail?: string) => findings.push({ code, about, detail });
  if (!proof || !paper || !note || !head) {
    report("paper-unreadable");
    return { findings, paper, head, reach: "nothing", cosigned: [] };
  }
  if (!keys && !held) report("paper-unanchored");
  const signed = keys && readHead(proof.checkpoint, keys);
  if (typeof signed === "string") report(signed, head.day);
  if (held && headText(held) !== headText(head)) report("paper-head-other", `${head.day} ≠ ${held.day}`);
  const cosigned = cosigners.map((each) => {
    const names = note.signatures.some(({ name, keyId }) => name === each.name && keyId === keyIdOf(each));
    const isSigned = isSignedBy(note, each, verifyEd25519);
    if (names && !isSigned) report("cosignature-wrong", each.name);
    return { key: noteKeyText(each), isSigned };
  });
  if (!isInTree(proof, paper.leaf, head)) report("paper-not-in-tree", head.day);
  for (const code of recordFaults(paper)) report(code);
  return { findings, paper, head, reach: findings.length > 0 ? "nothing" : reachOf(paper), cosigned };
}

function isInTree({ index, proof }: TlogProof, leaf: Leaf, { size, root }: TreeHead): boolean {
  return provesInclusion({ index, size, leaf: leafHash(leafText(leaf)), root }, proof);
}

/** From the leaf to the event by its hash, from the event to the record by its, from the record to what is told of it. */
function recordFaults({ leaf, event, record, facts }: PersonPaper): FindingCode[] {
  if (!event) return record ? ["paper-event-other"] : [];
  const isOfLeaf =
    hashOf(event) === leaf.head &&
    event.recordKind === leaf.kind &&
    event.recordId === leaf.id &&
    event.version === leaf.version;
  if (!isOfLeaf) return ["paper-event-other"];
  if (!record) return [];
  if (hashOf(record) !== event.recordHash) return ["paper-record-other"];
  const read = secondmentSchema.safeParse({ ...record, head: leaf.head }).data;
  return read && canonical(factsOf(read)) === canonical(facts) ? [] : ["paper-facts-other"];
}

function reachOf({ event, record }: PersonPaper): VerifiedPaper["reach"] {
  if (record) return "record";
  return event ? "event" : "hash";
}
