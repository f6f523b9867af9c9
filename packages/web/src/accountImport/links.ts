import type { Refusal } from "@dunmiao/domain/refusal";
import { type AccountRow, listAccounts } from "@dunmiao/store/account";
import { loadCredential } from "@dunmiao/store/credential";
import type { Acting } from "@dunmiao/store/engine/acting";
import type { Store } from "@dunmiao/store/engine/client";
import type { Context } from "hono";
import { issueAccountLink } from "../account/issueLink.ts";
import type { WebEnv } from "../deps.ts";

/** A one-time link of somebody, to be handed over. */
export type ListedLink = { number: string; name: string; link: string; endsAt: Date };
/** The address of a token. */
export type LinkTo = (c: Context<WebEnv>, token: string) => string;
export type RefusedLink = { number: string; refusals: readonly Refusal[] };

/** A link for each of these accounts, one transaction each; `linkTo` makes the address of a token. */
export async function issueLinks(
  acting: Acting,
  numbers: readonly string[],
  linkTo: (token: string) => string,
): Promise<{ links: ListedLink[]; refused: RefusedLink[] }> {
  const links: ListedLink[] = [];
  const refused: RefusedLink[] = [];
  for (const number of new Set(numbers)) {
    const issued = await issueAccountLink(acting, number);
    if ("refusals" in issued) refused.push({ number, refusals: issued.refusals });
    else {
      const { account, token, endsAt } = issued;
      links.push({ number, name: account.name, link: linkTo(token), endsAt });
    }
  }
  return { links, refused };
}

/** Active accounts of which nobody has set a passphrase: one Query, and a GetItem for each active account. */
export async function withoutPassphrase(store: Store): Promise<AccountRow[]> {
  const active = (await listAccounts(store)).filter(({ status }) => status === "active");
  const has = await Promise.all(active.map(({ id }) => loadCredential(store, id)));
  return active.filter((_, index) => has[index] === undefined);
}
