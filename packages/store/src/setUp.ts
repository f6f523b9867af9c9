import type { Account, AccountInput } from "@dunmiao/domain/account";
import { newAccount } from "@dunmiao/domain/account/planAccount";
import { type Actor, signature } from "@dunmiao/domain/actor";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { uuidv7 } from "uuidv7";
import * as z from "zod";
import { accountNoun, deriveAccount } from "./account.ts";
import { newLink } from "./accountLink.ts";
import { credentialWrite } from "./credential.ts";
import { type Acting, stampOf } from "./engine/acting.ts";
import { create } from "./engine/change.ts";
import type { Store } from "./engine/client.ts";
import { loadItem } from "./engine/record.ts";
import { seal } from "./engine/seal.ts";
import { setUpKey } from "./engine/signInKeys.ts";
import { hashPassphrase } from "./passphrase.ts";

/** Whether there is a first administrator. One consistent GetItem. */
export async function isSetUp(store: Store): Promise<boolean> {
  return (await loadItem(store, setUpKey, z.looseObject({}))) !== undefined;
}

/** Without a passphrase the first administrator gets a link, too, with which they sign in at the provider. */
type SetUp = { administrator: AccountInput; security: AccountInput; passphrase?: string | undefined };
/** `token`: the link for the security officer; `ownToken`: the one for the administrator, if any. */
export type WasSetUp = { administrator: Account; token: string; ownToken: string | undefined; endsAt: Date };

/**
 * Makes the account of the first administrator and that of the first security officer, with a link for the second, in one
 * transaction, once for ever: whoever comes later or loses is refused as `link-not-valid`.
 */
export async function setUp(
  acting: Omit<Acting, "actor">,
  { administrator, security, passphrase }: SetUp,
): Promise<Outcome<WasSetUp>> {
  if (administrator.number === security.number) return refuse("same-two-people", "securityNumber");
  const actor: Actor = { id: administrator.number, role: "administrator", name: administrator.name };
  const stamp = stampOf({ ...acting, actor }, await acting.calendar.current());
  const hashed = passphrase === undefined ? undefined : await hashPassphrase(passphrase);
  // The first two have nobody beside them: their links do alone.
  const ground = { now: acting.now, by: signature(actor), isAlone: true };
  const own = hashed ? undefined : newLink(administrator.number, ground);
  const { token, endsAt, write } = newLink(security.number, ground);
  const first = opening(administrator, "administrator", { actor, today: acting.today });
  const second = opening(security, "security", { actor, today: acting.today });
  const invited = { type: "account.link-issued", change: { purpose: "invitation" } } as const;
  const other = {
    noun: accountNoun,
    after: second.after,
    earlier: [...second.earlier, { ...second.last, actor }],
    event: invited,
    derive: deriveAccount,
  };
  const decide = async () => {
    if (await isSetUp(acting.store)) return refuse("link-not-valid");
    return accept({
      after: first.after,
      earlier: first.earlier,
      event: first.last.event,
      derive: deriveAccount,
      together: [seal(other, stamp)],
      beside: [
        { put: { ...setUpKey, at: acting.now }, onlyOver: "nothing" as const },
        own
          ? own.write
          : credentialWrite(administrator.number, undefined, { passphrase: hashed, recovery: [] }),
        write,
      ],
    });
  };
  const created = await create(acting.store, { noun: accountNoun, id: administrator.number, decide }, stamp);
  if (created.outcome === "committed")
    return accept({ administrator: created.record, token, ownToken: own?.token, endsAt });
  return created.outcome === "refused" ? { ok: false, refusals: created.refusals } : refuse("link-not-valid");
}

/** An account that is opened with a role: what it is afterwards, and the two events that say so. */
function opening(
  input: AccountInput,
  role: "administrator" | "security",
  { actor, today }: { actor: Actor; today: string },
) {
  const opened = newAccount(input);
  const id = uuidv7();
  const assignment = { id, role, from: today, state: "granted", grantedBy: signature(actor) } as const;
  const after: Account = { ...opened, assignments: [assignment] };
  const granted = { type: "account.role-granted", change: { assignment: id, role, from: today } } as const;
  const event = { type: "account.opened", change: { name: input.name } } as const;
  return { after, earlier: [{ after: opened, event, actor }], last: { after, event: granted } };
}
