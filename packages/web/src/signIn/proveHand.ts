import type { Account } from "@dunmiao/domain/account";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import type { AccountLink } from "@dunmiao/store/accountLink";
import type { Store } from "@dunmiao/store/engine/client";
import type { Beside } from "@dunmiao/store/engine/writes";
import { isLinkCode, linkCodeUse, loadLinkCode } from "@dunmiao/store/linkCode";
import { presentSigner } from "@dunmiao/store/presentOfficer";
import { countTry, forgive } from "@dunmiao/store/tries";
import { proveCode } from "./check.ts";

const freeTries = 5;

/** What is asked for beside a link: nothing, a code of the person's own device, or the one of the security officer. */
export function askedBeside(
  { isAlone }: Pick<AccountLink, "isAlone">,
  { hasSecondFactor }: Pick<Account, "hasSecondFactor">,
): "nothing" | "own" | "handed" {
  if (hasSecondFactor) return "own";
  return isAlone ? "nothing" : "handed";
}

/**
 * That whoever holds the link is not only whoever made it: what is written with its use. Refused at `code`: `required`,
 * `code-wrong`, `link-code-wrong`, and `sign-in-blocked` after five wrong ones.
 */
export async function proveHand(
  store: Store,
  { link, account, code }: { link: AccountLink; account: Account; code: string },
  now: string,
): Promise<Outcome<readonly Beside[]>> {
  const asked = askedBeside(link, account);
  if (asked === "nothing") return accept([]);
  if (code === "") return refuse("required", "code");
  const at = new Date(now);
  if (asked === "own") {
    const proven = await proveCode(store, account.id, { code, now: at });
    return proven.ok ? accept([]) : proven;
  }
  const trier = { name: `link code ${account.id}`, free: freeTries };
  const wait = await countTry(store, trier, at);
  if (wait !== undefined) return refuse("sign-in-blocked", "code", { minutes: Math.ceil(wait / 60) });
  const known = await loadLinkCode(store, account.id);
  const linkBy = link.by && (await presentSigner(store, link.by));
  if (!isLinkCode(known, code, { now, linkBy })) return refuse("link-code-wrong", "code");
  await forgive(store, trier, "all", at);
  return accept([linkCodeUse(account.id, known, now)]);
}
