import { headPart, partNames } from "@dunmiao/domain/audit/exportParts";
import type { KeyRing } from "@dunmiao/domain/audit/keyRing";
import {
  isSignedBy,
  keyIdOf,
  type NoteKey,
  noteKeyText,
  parseNote,
  parseNoteKey,
} from "@dunmiao/domain/audit/signedNote";
import { type Cosigner, cosignerKeysText } from "@dunmiao/domain/cosigner";
import { verifyEd25519 } from "./ed25519.ts";
import type { Finding } from "./findings.ts";
import type { Parts } from "./readZip.ts";

/**
 * Another organ that signs heads, and the last day (YYYY-MM-DD) whose signature by its key holds. `isHeld`: whoever checks
 * has the key from elsewhere.
 */
export type CosignedUntil = { organ: string; key: string; until: string | undefined; isHeld: boolean };

type Checking = {
  /** Our own keys, and the last day (YYYY-MM-DD) of which the export has a head. */
  own: KeyRing;
  last: string;
  cosigners: readonly Cosigner[];
  /** Keys of other organs that whoever checks has from elsewhere. */
  held: readonly NoteKey[];
  report: (finding: Finding) => void;
};

/** Checks the signatures of others under the heads: each holds, and they are those of which the records tell. */
export async function verifyCosignatures(
  parts: Parts,
  { own, last, cosigners, held, report }: Checking,
): Promise<CosignedUntil[]> {
  const listed = parts.names.includes(partNames.cosigners) ? await parts.text(partNames.cosigners) : "";
  if (listed !== cosignerKeysText(cosigners))
    report({ code: "cosigners-differ", about: partNames.cosigners });
  const known = cosigners.flatMap((cosigner) => {
    const key = parseNoteKey(cosigner.key);
    return key ? [{ ...cosigner, text: noteKeyText(key), read: key, until: "" }] : [];
  });
  for (const key of held.map(noteKeyText))
    if (!known.some(({ text }) => text === key)) report({ code: "cosigner-other", about: key });
  const names = parts.names.filter((name) => /^checkpoints\/\d/.test(name)).toSorted();
  for (const name of names) {
    const note = await parts.text(name);
    const parsed = parseNote(note);
    const day = name.slice("checkpoints/".length, -".txt".length);
    const told = cosigners.flatMap(({ cosigned }) => cosigned.filter((each) => each.day === day));
    for (const { line } of told)
      if (!note.split("\n").includes(line.trimEnd())) report({ code: "cosignature-missing", about: name });
    for (const each of parsed?.signatures ?? []) {
      if (own.some((key) => each.name === key.name && each.keyId === keyIdOf(key))) continue;
      const signer = known.find(({ id, read }) => each.keyId === id && each.name === read.name);
      if (!parsed || !signer?.cosigned.some((of) => of.day === day))
        report({ code: "cosignature-unknown", about: name, detail: each.name });
      else if (isSignedBy(parsed, signer.read, verifyEd25519)) signer.until = day;
      else report({ code: "cosignature-wrong", about: name, detail: signer.organ });
    }
  }
  for (const { organ, cosigned } of known)
    for (const { day } of cosigned)
      if (day <= last && !names.includes(headPart(day)))
        report({ code: "cosignature-missing", about: headPart(day), detail: organ });
  return known.map(({ organ, text, until }) => ({
    organ,
    key: text,
    until: until === "" ? undefined : until,
    isHeld: held.some((key) => noteKeyText(key) === text),
  }));
}
