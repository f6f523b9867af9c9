import { isOtherHand } from "@dunmiao/domain/account/roles";
import { mayTry } from "@dunmiao/domain/permissions";
import { type AccountRow, accountNoun } from "@dunmiao/store/account";
import { loadRecord } from "@dunmiao/store/engine/record";
import type { Context } from "hono";
import { actorOf } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { backupAlert } from "../page.tsx";
import { link } from "../ui/link.ts";
import type { Text } from "../ui/text.ts";

type Duty = { id: string; name: string; count: number };
/** What waits for a hand: a backup that is missing or old, and roles that the other hand has asked for, by account. */
export type Duties = {
  readonly backup: string | undefined;
  readonly toConfirm: readonly Duty[];
  /** Uses of accounts for emergencies that the auditor has not looked over. */
  readonly toReview: readonly Duty[];
};

/** Reads the accounts with a role that waits: one GetItem each. */
export async function dutiesOf(c: Context<WebEnv>, rows: readonly AccountRow[]): Promise<Duties> {
  const actor = actorOf(c);
  const waiting = mayTry(actor, "confirm-role") ? rows.filter(({ asked }) => asked > 0) : [];
  const accounts = await Promise.all(waiting.map(({ id }) => loadRecord(c.var.deps.store, accountNoun, id)));
  const toConfirm = accounts.flatMap((account) => {
    if (!account || account.id === actor.id) return [];
    const { id, name, assignments } = account;
    const count = assignments.filter((each) => each.state === "asked" && isOtherHand(actor, each)).length;
    return count > 0 ? [{ id, name, count }] : [];
  });
  const used = mayTry(actor, "review-emergency") ? rows : [];
  const toReview = used.flatMap(({ id, name, used: count = 0 }) => (count > 0 ? [{ id, name, count }] : []));
  return { backup: backupAlert(c, actor), toConfirm, toReview };
}

/** The to-dos of the administrator, the security officer and the auditor; nothing where there are none. */
export function DutyList({ text, duties }: { text: Text; duties: Duties }) {
  const { backup, toConfirm, toReview } = duties;
  const words = text.accountPage;
  if (backup === undefined && toConfirm.length + toReview.length === 0) return null;
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
        {toConfirm.map((each) => item(each, words.toConfirm({ count: each.count })))}
        {toReview.map((each) => item(each, text.emergencyPage.toReview({ count: each.count })))}
      </ul>
    </section>
  );
}
