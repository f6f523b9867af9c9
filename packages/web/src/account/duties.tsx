import { isOtherHand } from "@dunmiao/domain/account/roles";
import { isBureauRole, type Vacancy, vacantRoles } from "@dunmiao/domain/account/vacantRoles";
import { mayTry } from "@dunmiao/domain/permissions";
import { type AccountRow, accountNoun } from "@dunmiao/store/account";
import { loadRecord } from "@dunmiao/store/engine/record";
import { loadOrName } from "@dunmiao/store/engine/unreadable";
import type { Context } from "hono";
import { actorOf } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { backupAlert } from "../page.tsx";
import { link } from "../ui/link.ts";
import type { Text } from "../ui/text.ts";

type Duty = { id: string; name: string; count: number };
/**
 * What waits for a hand: a backup that is missing or old, roles of the bureau that nobody holds or soon will hold, and
 * roles that the other hand has asked for, by account.
 */
export type Duties = {
  readonly backup: string | undefined;
  readonly vacant: readonly Vacancy[];
  readonly toConfirm: readonly Duty[];
  /** Identities that nobody signs in by before the reader has confirmed whose they are. */
  readonly toConfirmIdentity: readonly Duty[];
  /** Uses of accounts for emergencies that the auditor has not looked over. */
  readonly toReview: readonly Duty[];
};

/** Reads the accounts with a role that waits or is one of the bureau: one GetItem each, and none for the auditor. */
export async function dutiesOf(c: Context<WebEnv>, rows: readonly AccountRow[]): Promise<Duties> {
  const actor = actorOf(c);
  const isHand = mayTry(actor, "confirm-role");
  const concerned = isHand ? rows.filter(({ asked, roles }) => asked > 0 || roles.some(isBureauRole)) : [];
  const load = ({ id }: AccountRow) => loadOrName(loadRecord(c.var.deps.store, accountNoun, id));
  const loaded = await Promise.all(concerned.map(load));
  const accounts = loaded.filter((each) => each !== undefined);
  const vacant = isHand ? vacantRoles(accounts, c.var.today) : [];
  const toConfirm = accounts.flatMap((account) => {
    if (account.id === actor.id) return [];
    const { id, name, assignments } = account;
    const count = assignments.filter((each) => each.state === "asked" && isOtherHand(actor, each)).length;
    return count > 0 ? [{ id, name, count }] : [];
  });
  const bound = mayTry(actor, "confirm-identity") ? rows.filter(({ id }) => id !== actor.id) : [];
  const toConfirmIdentity = bound.flatMap(({ id, name, unconfirmed: count = 0 }) =>
    count > 0 ? [{ id, name, count }] : [],
  );
  const used = mayTry(actor, "review-emergency") ? rows : [];
  const toReview = used.flatMap(({ id, name, used: count = 0 }) => (count > 0 ? [{ id, name, count }] : []));
  return { backup: backupAlert(c, actor), vacant, toConfirm, toConfirmIdentity, toReview };
}

/** The to-dos of the administrator, the security officer and the auditor; nothing where there are none. */
export function DutyList({ text, duties }: { text: Text; duties: Duties }) {
  const { backup, vacant, toConfirm, toConfirmIdentity, toReview } = duties;
  const words = text.accountPage;
  const waiting = [vacant, toConfirm, toConfirmIdentity, toReview];
  if (backup === undefined && waiting.every((each) => each.length === 0)) return null;
  const item = ({ id, name }: Duty, what: string) => (
    <li>
      {link(`/accounts/${encodeURIComponent(id)}`, words.one({ name, number: id }))} {what}
    </li>
  );
  return (
    <section>
      <h2 class="govuk-heading-m">{words.duties}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {backup === undefined ? null : <li>{backup}</li>}
        {vacant.map((each) => (
          <li>{words.vacant({ role: text.role[each.role], until: each.until })}</li>
        ))}
        {toConfirm.map((each) => item(each, words.toConfirm({ count: each.count })))}
        {toConfirmIdentity.map((each) => item(each, words.toConfirmIdentity({ count: each.count })))}
        {toReview.map((each) => item(each, text.emergencyPage.toReview({ count: each.count })))}
      </ul>
    </section>
  );
}
