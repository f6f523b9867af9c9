import type { Actor } from "@dunmiao/domain/actor";
import type { Officer } from "@dunmiao/domain/officer";
import type { Store } from "./engine/client.ts";
import { loadRecord } from "./engine/record.ts";
import { loadOrName } from "./engine/unreadable.ts";
import { officerNoun } from "./officer.ts";

import { type Moment, type Present, presentAccount } from "./presentAccount.ts";

/**
 * The person on file under a number, wherever it was merged into: one GetItem, and one for each merge on the way. A
 * number is merged once and never into one that was merged, so the way ends.
 */
export async function presentOfficer(store: Store, number: string): Promise<Officer | undefined> {
  const officer = await loadRecord(store, officerNoun, number);
  return officer?.mergedInto === undefined ? officer : presentOfficer(store, officer.mergedInto);
}

/**
 * Somebody who signed in under a service number, as the person is on file now: an account bound to a number that was
 * merged sees what the person has, and decides on none of it. One GetItem where there is a number. Where the person's
 * row does not parse, pages are shown as the account says, and what writes fails. Who signed in with an account of ours
 * is who the account says today, or nobody (`presentAccount`).
 */
export async function presentActor(store: Store, actor: Actor, at: Moment): Promise<Present | undefined> {
  const held =
    actor.assignment === undefined ? { actor, others: [] } : await presentAccount(store, actor, at);
  return held && { ...held, actor: await underPresentNumber(store, held.actor) };
}

async function underPresentNumber(store: Store, { mergedNumbers: _, ...given }: Actor): Promise<Actor> {
  if (given.serviceNumber === undefined) return given;
  const officer = await loadOrName(presentOfficer(store, given.serviceNumber));
  if (!officer) return given;
  const merged = (officer.numbers ?? []).map(({ number }) => number);
  return { ...given, serviceNumber: officer.id, ...(merged.length > 0 && { mergedNumbers: merged }) };
}
