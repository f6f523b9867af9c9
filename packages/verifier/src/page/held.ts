import { type NoteKey, parseNoteKey } from "@dunmiao/domain/audit/signedNote";
import type { TreeHead } from "@dunmiao/domain/audit/treeHead";
import { readHead } from "../verifyTree.ts";
import type { TextName } from "./texts.ts";

export type FieldName = "file" | "key" | "head";
/** What was typed, or what is wrong in which field. */
export type Held =
  | { ok: true; key: NoteKey | undefined; head: TreeHead | undefined }
  | { ok: false; field: FieldName; problem: TextName };

/** Reads key and head as they were pasted: both may be left out, a head needs its key. */
export function readHeld(keyText: string, headText: string): Held {
  const key = parseNoteKey(keyText);
  if (keyText.trim() !== "" && !key) return { ok: false, field: "key", problem: "badKey" };
  if (headText.trim() === "") return { ok: true, key, head: undefined };
  if (!key) return { ok: false, field: "key", problem: "headNeedsKey" };
  const head = readHead(asNote(headText), key);
  if (typeof head === "string") return { ok: false, field: "head", problem: head };
  return { ok: true, key, head };
}

/** A note as it was signed: what pasting does to ends of lines is undone. */
function asNote(pasted: string): string {
  return `${pasted.replace(/\r\n?/g, "\n").trim()}\n`;
}
