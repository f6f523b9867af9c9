import type { Secondment } from "@dunmiao/domain/secondment";
import * as z from "zod";
import { loadOfficerClaim } from "./engine/claims.ts";
import type { Store } from "./engine/client.ts";
import { byOfficer } from "./engine/lists.ts";
import { loadRecord } from "./engine/record.ts";
import { loadOrName } from "./engine/unreadable.ts";
import type { ClaimChange } from "./engine/writes.ts";
import { secondmentNoun } from "./secondment.ts";

/** Every secondment of an officer, and the claim on the officer as it is. */
export type OfficerTerms = { terms: Secondment[]; claim: ClaimChange };

/**
 * Reads all secondments of an officer consistently: those that the claim names, and those that hold nothing any more
 * from the index. The claim written again with a change refuses it when another secondment began meanwhile.
 */
export async function termsOf(store: Store, serviceNumber: string): Promise<OfficerTerms> {
  const [{ key, seen, periods }, { rows }] = await Promise.all([
    loadOfficerClaim(store, serviceNumber),
    byOfficer(store, serviceNumber, z.unknown()),
  ]);
  const ids = new Set([...periods.map((each) => each.secondmentId), ...rows.map(({ id }) => id)]);
  const load = (id: string) => loadOrName(loadRecord(store, secondmentNoun, id));
  const found = await Promise.all([...ids].map(load));
  const terms = found.flatMap((each) => each ?? []);
  terms.sort((one, other) => (one.term.from < other.term.from ? -1 : 1));
  return { terms, claim: { key, seen, periods } };
}
