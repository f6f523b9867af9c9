import type { Actor } from "@dunmiao/domain/actor";
import { loadDelegationNews } from "@dunmiao/store/delegationNews";
import type { InboxMessage } from "@dunmiao/store/notification";
import type { Context } from "hono";
import type { WebEnv } from "../deps.ts";
import { roleInUse } from "../ui/roleInUse.ts";

/** What the reader is told of delegations, as holder and as delegate, whichever role they use: at the head of the inbox. */
export async function delegationMessages(c: Context<WebEnv>, actor: Actor): Promise<InboxMessage[]> {
  const { deps, text, today } = c.var;
  const news = await loadDelegationNews(deps.store, actor.id, today);
  return news.map(({ code, on, delegation, side, other, role, unit, from, to }) => {
    const name = text.accountPage.one({ name: other.name, number: other.id });
    const label = text.delegationPage.told[side]({
      name,
      role: roleInUse(text, { role, unitName: unit?.name }),
      from,
      to,
    });
    return { code, matter: { kind: "delegation", id: delegation, label }, on };
  });
}
