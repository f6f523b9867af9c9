import type { Pair } from "@dunmiao/domain/pair";
import type { Secondment } from "@dunmiao/domain/secondment";
import type { Store } from "../engine/client.ts";
import { partitionOf, recordSort } from "../engine/keys.ts";
import type { Kind } from "../engine/kinds.ts";
import { type Known, knownOfPair, knownOfSecondment, textFaults } from "./knownTexts.ts";
import { type Item, readBeside } from "./verify.ts";

/**
 * Words beside a secondment that are not those whose hash stands in the record, or in the event that wrote a revision
 * before; and words that are told of and are not there. One Query.
 */
export async function verifyTexts(
  store: Store,
  record: Secondment,
  eventItems: readonly Item[],
): Promise<string[]> {
  const of = { kind: "secondment", id: record.id } as const;
  return compared(store, of, knownOfSecondment(record, eventItems));
}

/** The same of a pair: activities, looks at the middle, the statement in all of its revisions, objections. One Query. */
export async function verifyPairTexts(
  store: Store,
  pair: Pair,
  eventItems: readonly Item[],
): Promise<string[]> {
  return compared(store, { kind: "pair", id: pair.id }, knownOfPair(pair, eventItems));
}

type Of = { kind: Kind; id: string };
async function compared(store: Store, { kind, id }: Of, { current, told }: Known): Promise<string[]> {
  return textFaults(await readBeside(store, partitionOf(kind, id), `${recordSort}#`), { current, told });
}
