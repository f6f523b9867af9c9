import type { Refusal } from "@dunmiao/domain/refusal";
import { type AccountRow, accountNoun, listAccounts } from "@dunmiao/store/account";
import { loadCredential } from "@dunmiao/store/credential";
import type { Acting } from "@dunmiao/store/engine/acting";
import { inGroups } from "@dunmiao/store/engine/batchGet";
import type { Store } from "@dunmiao/store/engine/client";
import { loadRecord } from "@dunmiao/store/engine/record";
import type { Context } from "hono";
import { issueAccountLink } from "../account/issueLink.ts";
import type { WebEnv } from "../deps.ts";

/** A one-time link of somebody, to be handed over. */
export type ListedLink = { number: string; name: string; link: string; endsAt: Date };
/** The address of a token. */
export type LinkTo = (c: Context<WebEnv>, token: string) => string;
export type RefusedLink = { number: string; refusals: readonly Refusal[] };

/** So many people at once: on AWS an answer for 500 of them has 29 seconds. */
export const peopleAtOnce = 10;
const accountsAtOnce = 50;

/** A link for each of these accounts, one transaction each; `linkTo` makes the address of a token. */
export async function issueLinks(
  acting: Acting,
  numbers: readonly string[],
  linkTo: (token: string) => string,
): Promise<{ links: ListedLink[]; refused: RefusedLink[] }> {
  const links: ListedLink[] = [];
  const refused: RefusedLink[] = [];
  const all = await inGroups([...new Set(numbers)], peopleAtOnce, (group) =>
    Promise.all(group.map(async (number) => ({ number, issued: await issueAccountLink(acting, number) }))),
  );
  for (const { number, issued } of all) {
    if ("refusals" in issued) refused.push({ number, refusals: issued.refusals });
    else {
      const { account, token, endsAt } = issued;
      links.push({ number, name: account.name, link: linkTo(token), endsAt });
    }
  }
  return { links, refused };
}

/**
 * Active accounts that nobody can sign in to: without a passphrase, and without an identity at the provider `issuer`. One
 * Query, a GetItem for each active account, and another one where there is no passphrase.
 */
export async function withoutWayIn(store: Store, issuer: string | undefined): Promise<AccountRow[]> {
  const active = (await listAccounts(store)).filter(({ status }) => status === "active");
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
