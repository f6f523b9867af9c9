import { emergenciesToReview } from "@dunmiao/domain/account/emergency";
import { isOtherHand } from "@dunmiao/domain/account/roles";
import type { AbsentRole, Vacancy } from "@dunmiao/domain/account/vacantRoles";
import type { KeyChange } from "@dunmiao/domain/audit/signedNote";
import { mayTry } from "@dunmiao/domain/permissions";
import { type AccountRow, accountNoun } from "@dunmiao/store/account";
import { bureauRolesOn } from "@dunmiao/store/bureauRoles";
import { loadRecord } from "@dunmiao/store/engine/record";
import { loadOrName } from "@dunmiao/store/engine/unreadable";
import type { Context } from "hono";
import { actorOf } from "../access.ts";
import { newestKeyChange } from "../audit/signedHead.ts";
import { backupAlert } from "../backupAlert.ts";
import type { WebEnv } from "../deps.ts";
import { link } from "../ui/link.ts";
import type { Text } from "../ui/text.ts";

type Duty = { id: string; name: string; count: number };
/**
 * What waits for a hand: a backup that is missing or old, roles of the bureau in which nobody acts or soon will, and roles
 * that the other hand has asked for, by account; for the auditor what stands against the records and uses of accounts for
 * emergencies.
 */
export type Duties = {
  readonly backup: string | undefined;
  /** Differences in what is stored that wait for a signature. */
  readonly differences: number | undefined;
  readonly vacant: readonly Vacancy[];
  /** Whose days away these are is the personnel office's to know. */
  readonly absent: readonly Omit<AbsentRole, "holders">[];
  readonly toConfirm: readonly Duty[];
  /** Identities that nobody signs in by before the reader has confirmed whose they are. */
  readonly toConfirmIdentity: readonly Duty[];
  /** That another key signs the heads of days, which somebody must have announced. */
  readonly keyChange: KeyChange | undefined;
  /** Uses of accounts for emergencies that the auditor has not looked over. */
  readonly toReview: readonly Duty[];
};

/**
 * Reads the accounts with a role that waits, for the auditor those of an emergency to look over: one GetItem each; what
 * `bureauRolesOn` asks for the two hands that give roles; the heads of days: one Query.
 */
export async function dutiesOf(c: Context<WebEnv>, rows: readonly AccountRow[]): Promise<Duties> {
  const actor = actorOf(c);
  const isHand = mayTry(actor, "confirm-role");
  const concerned = isHand ? rows.filter(({ asked }) => asked > 0) : [];
  const load = ({ id }: AccountRow) => loadOrName(loadRecord(c.var.deps.store, accountNoun, id));
  const heads = mayTry(actor, "read-heads") ? newestKeyChange(c.var.deps.store) : undefined;
  const bureau = isHand ? bureauRolesOn(c.var.deps.store, rows, c.var.today) : undefined;
  const [keyChange, roles, ...loaded] = await Promise.all([heads, bureau, ...concerned.map(load)]);
  const accounts = loaded.filter((each) => each !== undefined);
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
  const used = mayTry(actor, "review-emergency") ? rows.filter((each) => each.used) : [];
  const now = c.var.deps.clock.now();
  const toReview = (await Promise.all(used.map(load))).flatMap((account) => {
    if (account === undefined) return [];
    const count = emergenciesToReview(account, { actor, now }).length;
    return count > 0 ? [{ id: account.id, name: account.name, count }] : [];
  });
  const { differences } = c.var;
  return {
    backup: backupAlert(c, actor),
    differences,
    keyChange,
    vacant: roles?.vacant ?? [],
    absent: roles?.absent.map(({ role, from }) => ({ role, from })) ?? [],
    toConfirm,
    toConfirmIdentity,
    toReview,
  };
}

/** The to-dos of the administrator, the security officer and the auditor; nothing where there are none. */
export function DutyList({ text, duties }: { text: Text; duties: Duties }) {
  const { backup, differences, keyChange, vacant, absent, toConfirm, toConfirmIdentity, toReview } = duties;
  const words = text.accountPage;
  const waiting = [vacant, absent, toConfirm, toConfirmIdentity, toReview];
  if (!backup && !differences && !keyChange && waiting.every((each) => each.length === 0)) return null;
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
        {keyChange ? (
          <li>
            {link(
              "/audit/heads",
              (keyChange.isHandedOver ? text.auditPage.keyHandedOver : text.auditPage.keyChanged)(keyChange),
            )}
          </li>
        ) : null}
        {differences ? (
          <li>{link("/audit/differences", text.differencePage.todo({ count: differences }))}</li>
        ) : null}
        {vacant.map((each) => (
          <li>{words.vacant({ role: text.role[each.role], until: each.until })}</li>
        ))}
        {absent.map(({ role, from }) => (
          <li>{text.delegationPage.absentForHands({ role: text.role[role], from })}</li>
        ))}
        {toConfirm.map((each) => item(each, words.toConfirm({ count: each.count })))}
        {toConfirmIdentity.map((each) => item(each, words.toConfirmIdentity({ count: each.count })))}
        {toReview.map((each) => item(each, text.emergencyPage.toReview({ count: each.count })))}
      </ul>
    </section>
  );
}
