import type { VerifySignature } from "@dunmiao/domain/audit/signedNote";
import { parseNote } from "@dunmiao/domain/audit/signedNote";
import { parseHead } from "@dunmiao/domain/audit/treeHead";
import { type Cosigner, type CosignerInput, cosignerSchema } from "@dunmiao/domain/cosigner";
import {
  addCosigner,
  bringCosignature,
  type CosignerChange,
  endCosigner,
  readBrought,
  signersOf,
} from "@dunmiao/domain/cosigner/cosign";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { headOf, newestHeads } from "./audit/treeRead.ts";
import { type Acting, stampOf } from "./engine/acting.ts";
import { type Changed, change, create } from "./engine/change.ts";
import type { Store } from "./engine/client.ts";
import type { Answer, KeyUse } from "./engine/idempotency.ts";
import type { Noun } from "./engine/kinds.ts";
import { byKind } from "./engine/lists.ts";
import { loadRecord } from "./engine/record.ts";
import type { Derived } from "./engine/seal.ts";
import { loadOrName } from "./engine/unreadable.ts";

export const cosignerNoun: Noun<Cosigner> = { kind: "cosigner", schema: cosignerSchema };
const rowSchema = cosignerSchema.pick({ organ: true });
type Once = { use: KeyUse; answer: (record: Cosigner) => Answer } | undefined;

/**
 * All second holders with what they signed, in the order in which they were added; one that does not parse is named and left
 * out. One Query and one GetItem each.
 */
export async function listCosigners(store: Store): Promise<Cosigner[]> {
  const { rows } = await byKind(store, "cosigner", rowSchema);
  const loaded = await Promise.all(rows.map(({ id }) => loadOrName(loadRecord(store, cosignerNoun, id))));
  return loaded.filter((each) => each !== undefined);
}

export function deriveCosigner({ id, organ, addedOn }: Cosigner): Derived {
  return { summary: { organ }, index: { directory: { name: "cosigner", sort: `${addedOn}#${id}` } } };
}

/** Enters the public key of a second holder. Refuses what `addCosigner` refuses, and `cosigner-already-there`. */
export async function saveCosigner(
  acting: Acting,
  input: CosignerInput,
  once: Once,
): Promise<Changed<Cosigner>> {
  const stamp = stampOf(acting, await acting.calendar.current());
  const [newest] = await newestHeads(acting.store, 1);
  const origin = newest && parseHead(parseNote(newest.note)?.text ?? "")?.origin;
  const added = addCosigner(input, origin, acting);
  if (!added.ok) return { outcome: "refused", refusals: added.refusals, retries: 0 };
  const { id } = added.value.after;
  const decide = async () => accept({ ...added.value, derive: deriveCosigner });
  const created = await create(acting.store, { noun: cosignerNoun, id, once, decide }, stamp);
  if (created.outcome !== "exists") return created;
  const { refusals } = refuse("cosigner-already-there", "key", { organ: created.record.organ });
  return { outcome: "refused", refusals, retries: created.retries };
}

type Request = { id: string; once: Once };

/** The key of a second holder signs no more. */
export function dismissCosigner(acting: Acting, request: Request): Promise<Changed<Cosigner>> {
  return changeCosigner(acting, request, (cosigner) => endCosigner(cosigner, acting));
}

/**
 * Takes what a second holder signed, as it was brought: whose it is, the key says that is named under it. Refuses what
 * `readBrought` and `bringCosignature` refuse.
 */
export async function keepCosignature(
  acting: Acting,
  once: Once,
  { note, verify }: { note: string; verify: VerifySignature },
): Promise<Changed<Cosigner>> {
  const brought = readBrought(note);
  if (!brought.ok) return { outcome: "refused", refusals: brought.refusals, retries: 0 };
  const { day } = brought.value.head;
  const [kept, known] = await Promise.all([headOf(acting.store, day), listCosigners(acting.store)]);
  const signers = signersOf(brought.value, known);
  const signer = signers.find(({ cosigned }) => !cosigned.some((each) => each.day === day)) ?? signers[0];
  if (!signer)
    return { outcome: "refused", refusals: refuse("cosignature-missing", "note").refusals, retries: 0 };
  const ours = kept && parseNote(kept.note)?.text;
  return changeCosigner(acting, { id: signer.id, once }, (cosigner) =>
    bringCosignature(cosigner, brought.value, { ...acting, ours, verify }),
  );
}

async function changeCosigner(
  acting: Acting,
  request: Request,
  rule: (cosigner: Cosigner) => Outcome<CosignerChange>,
): Promise<Changed<Cosigner>> {
  const decide = (cosigner: Cosigner) => {
    const outcome = rule(cosigner);
    return outcome.ok ? accept({ ...outcome.value, derive: deriveCosigner }) : outcome;
  };
  const stamp = stampOf(acting, await acting.calendar.current());
  return change(acting.store, { noun: cosignerNoun, ...request, decide }, stamp);
}
