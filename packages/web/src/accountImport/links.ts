import type { Refusal, Refused } from "@dunmiao/domain/refusal";
import { type AccountRow, accountNoun, listAccounts } from "@dunmiao/store/account";
import { loadCredential } from "@dunmiao/store/credential";
import type { Acting } from "@dunmiao/store/engine/acting";
import { inGroups } from "@dunmiao/store/engine/batchGet";
import type { Store } from "@dunmiao/store/engine/client";
import { loadRecord } from "@dunmiao/store/engine/record";
import type { Context } from "hono";
import { type Issued, issueAccountLink } from "../account/issueLink.ts";
import type { WebEnv } from "../deps.ts";

/** What somebody is handed, by name: a one-time link or the code beside it. */
export type Listed = { number: string; name: string; secret: string; endsAt: Date };
/** The address of a token. */
export type LinkTo = (c: Context<WebEnv>, token: string) => string;
export type RefusedOne = { number: string; refusals: readonly Refusal[] };

/** So many people at once: on AWS an answer for 500 of them has 29 seconds. */
export const peopleAtOnce = 10;
const accountsAtOnce = 50;

/** What `issue` makes for each of these accounts, one transaction each. */
export async function issueAll(
  acting: Acting,
  numbers: readonly string[],
  issue: (acting: Acting, number: string) => Promise<Issued | Refused>,
): Promise<{ listed: Listed[]; refused: RefusedOne[] }> {
  const listed: Listed[] = [];
  const refused: RefusedOne[] = [];
  const all = await inGroups([...new Set(numbers)], peopleAtOnce, (group) =>
    Promise.all(group.map(async (number) => ({ number, issued: await issue(acting, number) }))),
  );
  for (const { number, issued } of all) {
    if ("refusals" in issued) refused.push({ number, refusals: issued.refusals });
    else listed.push({ number, name: issued.account.name, secret: issued.secret, endsAt: issued.endsAt });
  }
  return { listed, refused };
}

/** A link for each of these accounts; `linkTo` makes the address of a token. */
export async function issueLinks(
  acting: Acting,
  numbers: readonly string[],
  linkTo: (token: string) => string,
): Promise<{ listed: Listed[]; refused: RefusedOne[] }> {
  const { listed, refused } = await issueAll(acting, numbers, issueAccountLink);
  return { listed: listed.map((each) => ({ ...each, secret: linkTo(each.secret) })), refused };
}

/** Links as programs get them. */
export function linksAsJson(listed: readonly Listed[]) {
  return listed.map(({ secret: link, ...each }) => ({ ...each, link }));
}

/**
 * Active accounts of people that nobody can sign in to: without a passphrase, and without an identity at the provider `issuer`. One
 * Query, a GetItem for each active account, and another one where there is no passphrase.
 */
export async function withoutWayIn(store: Store, issuer: string | undefined): Promise<AccountRow[]> {
  const active = (await listAccounts(store)).filter(
    ({ status, kind }) => status === "active" && kind !== "machine",
  );
  return inGroups(active, accountsAtOnce, async (group) => {
    const isOut = await Promise.all(group.map(async ({ id }) => !(await hasWayIn(store, id, issuer))));
    return group.filter((_, index) => isOut[index]);
  });
}

async function hasWayIn(store: Store, id: string, issuer: string | undefined): Promise<boolean> {
  if ((await loadCredential(store, id))?.passphrase) return true;
  const { identities = [] } = (await loadRecord(store, accountNoun, id)) ?? {};
  return identities.some((each) => each.issuer === issuer);
}
