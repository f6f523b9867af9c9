import type { Actor, Signature } from "@dunmiao/domain/actor";
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
 * is who the account says today, or nobody (`presentAccount`); who acts for another, with the numbers of that one, too.
 */
export async function presentActor(store: Store, signedIn: Actor, at: Moment): Promise<Present | undefined> {
  const held =
    signedIn.assignment === undefined
      ? { actor: signedIn, others: [] }
      : await presentAccount(store, signedIn, at);
  if (!held) return undefined;
  const actor = await underPresentNumber(store, held.actor);
  const { actsFor } = actor;
  if (!actsFor) return { ...held, actor };
  return { ...held, actor: { ...actor, holderNumbers: await numbersOf(store, actsFor.id) } };
}

/** Whoever signed, with every number that the person has by now. One GetItem, and one for each merge on the way. */
export function presentSigner(store: Store, by: Signature): Promise<Actor> {
  return underPresentNumber(store, { ...by, serviceNumber: by.id });
}

/** Every number of somebody for whom another acts: neither decides what the other asked for. */
async function numbersOf(store: Store, number: string): Promise<string[]> {
  const officer = await loadOrName(presentOfficer(store, number));
  return officer ? [officer.id, ...(officer.numbers ?? []).map((each) => each.number)] : [number];
}

async function underPresentNumber(store: Store, { mergedNumbers: _, ...given }: Actor): Promise<Actor> {
  if (given.serviceNumber === undefined) return given;
  const officer = await loadOrName(presentOfficer(store, given.serviceNumber));
  if (!officer) return given;
  const merged = (officer.numbers ?? []).map(({ number }) => number);
  return { ...given, serviceNumber: officer.id, ...(merged.length > 0 && { mergedNumbers: merged }) };
}
