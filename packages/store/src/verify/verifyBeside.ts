import type { ChainFault } from "@dunmiao/domain/event";
import type { CalendarHistory } from "../calendarHistory.ts";
import { concurrentPostNoun } from "../concurrentPost.ts";
import type { Store } from "../engine/client.ts";
import type { Kind } from "../engine/kinds.ts";
import { StoredRowError } from "../engine/parseStored.ts";
import { parseRecord } from "../engine/record.ts";
import { openEvent, openRecord } from "../engine/storedText.ts";
import { importNoun } from "../import.ts";
import { officerNoun } from "../officer.ts";
import { pairNoun } from "../pair.ts";
import { UnknownSchemeError } from "../schemeShelf.ts";
import { secondmentNoun } from "../secondment.ts";
import { spotCheckNoun } from "../spotCheck.ts";
import { chainFaults, type Item, readEvents, whileUnmoved } from "./verify.ts";
import { verifyChanges } from "./verifyChanges.ts";
import { verifyClaims } from "./verifyClaims.ts";
import { verifyConcurrentPost } from "./verifyConcurrentPost.ts";
import { type DerivedFaults, verifyDerived } from "./verifyDerived.ts";
import { verifyIdentity } from "./verifyIdentity.ts";
import { verifyImport } from "./verifyImport.ts";
import { verifyMerge, verifyNumber } from "./verifyMerge.ts";
import { verifyPair } from "./verifyPair.ts";
import { verifySpotCheck } from "./verifySpotCheck.ts";
import { verifyPairTexts, verifyTexts } from "./verifyTexts.ts";

type Of = { kind: Kind; id: string };

/** What is wrong with a record and with what stands beside it. */
export type RecordFaults = DerivedFaults & { chain: ChainFault[] };

/**
 * The chain of a record, what its events say, and everything that stands beside it and must agree with it: what lists and sweeps read,
 * claims, words, outcomes. Names what differs, never content. Without a record there is nothing to compare with.
 */
export function verifyWhole(store: Store, of: Of, calendars: CalendarHistory): Promise<RecordFaults> {
  return whileUnmoved(store, of, async (item) => {
    const items = await readEvents(store, of);
    const events = items.map(openEvent);
    const beside = item
      ? await besideOf(store, { of, item: openRecord(item), events }, calendars)
      : { faults: [] };
    const faults = [...verifyChanges(of.kind, events), ...beside.faults];
    return { chain: chainFaults(of, items, item) ?? [], ...beside, faults };
  });
}

type Stored = { of: Of; item: Item; events: readonly Item[] };

async function besideOf(store: Store, stored: Stored, calendars: CalendarHistory): Promise<DerivedFaults> {
  try {
    const derived = await verifyDerived(store, stored.of, stored.item, calendars);
    return { ...derived, faults: [...derived.faults, ...(await ownFaults(store, stored))] };
  } catch (error) {
    if (error instanceof StoredRowError) return { faults: [`unreadable: ${error.row}`] };
    if (error instanceof UnknownSchemeError) return { faults: ["unknown-scheme"] };
    // Dates and numbers that parse and lead nowhere, e.g. a term that ends before it starts.
    if (error instanceof RangeError) return { faults: ["not-computable"] };
    throw error;
  }
}

async function ownFaults(store: Store, { of: { kind, id }, item, events }: Stored): Promise<string[]> {
  if (kind === "import") return verifyImport(store, parseRecord(importNoun, id, item.record));
  if (kind === "officer") {
    const officer = parseRecord(officerNoun, id, item.record);
    return [...(await verifyIdentity(store, officer)), ...(await verifyMerge(store, officer))];
  }
  if (kind === "spot-check") return verifySpotCheck(store, parseRecord(spotCheckNoun, id, item.record));
  if (kind === "pair") {
    const pair = parseRecord(pairNoun, id, item.record);
    return [...(await verifyPair(store, pair)), ...(await verifyPairTexts(store, pair, events))];
  }
  if (kind === "post") return verifyConcurrentPost(store, parseRecord(concurrentPostNoun, id, item.record));
  if (kind !== "secondment") return [];
  const secondment = parseRecord(secondmentNoun, id, item.record);
  return [
    ...(await verifyClaims(store, secondment)),
    ...(await verifyNumber(store, secondment)),
    ...(await verifyTexts(store, secondment, events)),
  ];
}
