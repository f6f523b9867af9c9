import { type KeyRing, parseKeyRing } from "@dunmiao/domain/audit/keyRing";
import { type NoteKey, parseNoteKey } from "@dunmiao/domain/audit/signedNote";
import type { TreeHead } from "@dunmiao/domain/audit/treeHead";
import { verifyEd25519 } from "../ed25519.ts";
import { readHead, unsignedHead } from "../verifyTree.ts";
import type { TextName } from "./texts.ts";

export type FieldName = "file" | "key" | "head" | "cosigners";
/** What was typed, or what is wrong in which field. */
export type Held =
  | { ok: true; keys: KeyRing | undefined; head: TreeHead | undefined; cosigners: NoteKey[] }
  | { ok: false; field: FieldName; problem: TextName };

export type Typed = Record<Exclude<FieldName, "file">, string>;

/** Reads keys and head as they were pasted: all may be left out; a head needs its key, but for one person's paper. */
export function readHeld({ key: keyText, head: headText, cosigners: others }: Typed, isPaper: boolean): Held {
  const keys = parseKeyRing(keyText, verifyEd25519);
  if (keyText.trim() !== "" && !keys) return { ok: false, field: "key", problem: "badKey" };
  const lines = others.split("\n").filter((line) => line.trim() !== "");
  const cosigners = lines.flatMap((line) => parseNoteKey(line) ?? []);
  if (cosigners.length < lines.length) return { ok: false, field: "cosigners", problem: "badCosigner" };
  if (headText.trim() === "") return { ok: true, keys, head: undefined, cosigners };
  if (!keys && !isPaper) return { ok: false, field: "key", problem: "headNeedsKey" };
  const head = keys ? readHead(asNote(headText), keys) : unsignedHead(asNote(headText));
  if (typeof head === "string") return { ok: false, field: "head", problem: head };
  return { ok: true, keys, head, cosigners };
}

/** A note as it was signed: what pasting does to ends of lines is undone. */
function asNote(pasted: string): string {
  return `${pasted.replace(/\r\n?/g, "\n").trim()}\n`;
}
