import { type SchemeRecord, schemeRecordId, schemeRecordSchema } from "@dunmiao/domain/schemeRecord";
import type { Store } from "./engine/client.ts";
import type { Noun } from "./engine/kinds.ts";
import { loadRecord, loadWithEvents } from "./engine/record.ts";
import type { Derived } from "./engine/seal.ts";

export const schemeNoun: Noun<SchemeRecord> = { kind: "scheme", schema: schemeRecordSchema };

/** A scheme version made here, draft or published: one GetItem. Presets have no record. */
export async function loadSchemeRecord(
  store: Store,
  scheme: { id: string; version: number },
): Promise<SchemeRecord | undefined> {
  const id = schemeRecordId(scheme);
  // What an address or an old record asks for may be no id at all.
  return schemeRecordSchema.shape.id.safeParse(id).success ? loadRecord(store, schemeNoun, id) : undefined;
}

/** A scheme version made here with its newest events, for its page: one Query. */
export async function loadSchemeTrail(store: Store, scheme: { id: string; version: number }) {
  return loadWithEvents(store, schemeNoun, schemeRecordId(scheme), 50);
}

/** How lists find a version. */
export function deriveSchemeRecord({ id, scheme, status }: SchemeRecord): Derived {
  const summary = { schemeId: scheme.id, schemeVersion: scheme.version, status };
  return { summary, index: { directory: { name: "scheme", sort: id } } };
}
