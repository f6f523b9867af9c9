import { type Actor, signature } from "../actor.ts";
import {
  isSignedBy,
  keyIdOf,
  parseNote,
  parseNoteKey,
  type SignedNote,
  signatureLine,
  type VerifySignature,
} from "../audit/signedNote.ts";
import { parseHead, type TreeHead } from "../audit/treeHead.ts";
import type { Cosigner, CosignerInput } from "../cosigner.ts";
import type { EventOfKind } from "../eventType.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { cosignerRefusals } from "./refusals.ts";

export type CosignerChange = { readonly after: Cosigner; readonly event: EventOfKind<"cosigner"> };
type By = { readonly actor: Actor; readonly today: string };

/**
 * A second holder by its public key (`<name>+<key id>+<base64>`); `origin` names our own tree, whose key is nobody
 * else's. Refuses `cosigner-key-unreadable`, `cosigner-is-ours` at `key`.
 */
export function addCosigner(
  { organ, key }: CosignerInput,
  origin: string | undefined,
  by: By,
): Outcome<CosignerChange> {
  const read = parseNoteKey(key);
  if (!read) return refuse("cosigner-key-unreadable", "key");
  if (read.name === origin) return refuse("cosigner-is-ours", "key", { name: read.name });
  const after = {
    id: keyIdOf(read),
    version: 0,
    head: "",
    organ,
    key,
    addedOn: by.today,
    addedBy: signature(by.actor),
    cosigned: [],
  };
  return accept({ after, event: { type: "cosigner.added", change: { organ, key } } });
}

/** A key that signs no more; refuses `cosigner-ended`. */
export function endCosigner(cosigner: Cosigner, { actor, today }: By): Outcome<CosignerChange> {
  if (cosigner.endedOn !== undefined) return refuse("cosigner-ended");
  const after = { ...cosigner, endedOn: today, endedBy: signature(actor) };
  return accept({ after, event: { type: "cosigner.ended", change: {} } });
}

/** A signed head that somebody brings: the note and what it says. */
export type Brought = { readonly note: SignedNote; readonly head: TreeHead };

/**
 * Reads a note as it comes back: line ends of other systems and blank lines at its end are no other text. Refuses
 * `cosigned-note-unreadable` at `note`.
 */
export function readBrought(text: string): Outcome<Brought> {
  const note = parseNote(`${text.replaceAll("\r\n", "\n").trimEnd()}\n`);
  const head = note && parseHead(note.text);
  return note && head ? accept({ note, head }) : refuse("cosigned-note-unreadable", "note");
}

/** Who of these is named under it, by the id of the key. */
export function signersOf<Known extends Pick<Cosigner, "id">>(
  { note }: Brought,
  known: readonly Known[],
): Known[] {
  return known.filter(({ id }) => note.signatures.some(({ keyId }) => keyId === id));
}

type CosignerRefusal = keyof typeof cosignerRefusals;
type Asked = By & { readonly ours: string | undefined; readonly verify: VerifySignature };

/**
 * Takes the signature of a second holder under the head of a day; `ours` is the text of our own head of that day.
 * Refuses `cosigner-ended`, `cosignature-missing`, `cosignature-wrong`, `cosigned-head-unknown`, `cosigned-head-differs`
 * (what was signed is not what we hold now), `cosignature-already-there`, all at `note`.
 */
export function bringCosignature(
  cosigner: Cosigner,
  { note, head }: Brought,
  { actor, today, ours, verify }: Asked,
): Outcome<CosignerChange> {
  const { id, organ, cosigned } = cosigner;
  const no = (code: CosignerRefusal) => refuse(code, "note", { day: head.day, organ });
  if (cosigner.endedOn !== undefined) return no("cosigner-ended");
  const key = parseNoteKey(cosigner.key);
  const own = note.signatures.find(({ name, keyId }) => name === key?.name && keyId === id);
  if (!key || !own) return no("cosignature-missing");
  if (!isSignedBy(note, key, verify)) return no("cosignature-wrong");
  if (ours === undefined) return no("cosigned-head-unknown");
  if (ours !== note.text) return no("cosigned-head-differs");
  if (cosigned.some(({ day }) => day === head.day)) return no("cosignature-already-there");
  const signed = { day: head.day, size: head.size, line: signatureLine(key, own.signature) };
  const brought = { ...signed, broughtBy: signature(actor), broughtOn: today };
  const after = { ...cosigner, cosigned: [...cosigned, brought] };
  return accept({ after, event: { type: "cosigner.head-cosigned", change: signed } });
}
