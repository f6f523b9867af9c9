import { type PairSchemeRecord, pairSchemeRecordSchema } from "@dunmiao/domain/pairSchemeRecord";
import { schemeRecordId } from "@dunmiao/domain/schemeRecord";
import type { Store } from "./engine/client.ts";
import type { Noun } from "./engine/kinds.ts";
import { loadRecord, loadWithEvents } from "./engine/record.ts";
import type { Derived } from "./engine/seal.ts";

export const pairSchemeNoun: Noun<PairSchemeRecord> = { kind: "pair-scheme", schema: pairSchemeRecordSchema };

/** A version of a pair scheme made here, draft or published: one GetItem. Presets have no record. */
export async function loadPairSchemeRecord(
  store: Store,
  scheme: { id: string; version: number },
): Promise<PairSchemeRecord | undefined> {
  const id = schemeRecordId(scheme);
  // What an address or an old record asks for may be no id at all.
  return pairSchemeRecordSchema.shape.id.safeParse(id).success
    ? loadRecord(store, pairSchemeNoun, id)
    : undefined;
}

/** The same with its newest events, for its page: one Query. */
export async function loadPairSchemeTrail(store: Store, scheme: { id: string; version: number }) {
  return loadWithEvents(store, pairSchemeNoun, schemeRecordId(scheme), 50);
}

/** How lists find a version. */
export function derivePairSchemeRecord({ id, scheme, status }: PairSchemeRecord): Derived {
  const summary = { schemeId: scheme.id, schemeVersion: scheme.version, status };
  return { summary, index: { directory: { name: "pair-scheme", sort: id } } };
}
