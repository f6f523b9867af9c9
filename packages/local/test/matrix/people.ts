import type { Account } from "@dunmiao/domain/account";
import { actorIn } from "@dunmiao/domain/account";
import { endRole } from "@dunmiao/domain/account/roles";
import type { Actor, PersonRole } from "@dunmiao/domain/actor";
import { accept } from "@dunmiao/domain/refusal";
import { accountNoun, openAccount } from "@dunmiao/store/account";
import { changeAccount } from "@dunmiao/store/changeAccount";
import { delegate, endDelegation } from "@dunmiao/store/delegation";
import { systemActor } from "@dunmiao/store/engine/acting";
import { loadRecord } from "@dunmiao/store/engine/record";
import { usableRoles } from "@dunmiao/store/presentAccount";
import { presentActor } from "@dunmiao/store/presentOfficer";
import { signIn } from "@dunmiao/store/signedIn";
import { type Client, clientOf, type TestApp } from "../../../web/test/app.ts";
import { actingOn } from "../../../web/test/people.ts";

const from = "2025-01-01";
const today = "2026-03-02";

/** Somebody with an account and a session of it; `actor`: who they are to the product today. */
export type Person = { readonly who: string; readonly actor: Actor; readonly client: Client };

/** Who they are, the role, the unit that bounds it; numbers of the nineties are nobody's on file. */
type Wanted = readonly [number: string, role: PersonRole, unit?: string | undefined];

/** Every role, and of those that are bounded one who is near and one who is far. */
export const everybody: readonly Wanted[] = [
  ["9001", "hr"],
  ["9002", "approver"],
  ["9003", "inspector"],
  ["9004", "auditor"],
  ["9005", "administrator"],
  ["9006", "security"],
  ["9011", "branch", "B0"],
  ["9012", "branch", "B1"],
  ["9013", "station", "B0-S1"],
  ["9014", "station", "B1-S1"],
  ["9015", "station", "B1-S2"],
  ["9016", "sending", "O1"],
  ["9017", "sending", "O2"],
  ["0021", "officer"],
  ["0022", "officer"],
  ["0003", "officer"],
  ["0011", "officer"],
  ["0041", "officer"],
  ["0021", "mentor"],
  ["0024", "mentor"],
  ["9018", "mentor"],
];

/** Opens the accounts of these people and signs each in, in one role. */
export async function signedIn(
  { app, store }: Site,
  people: readonly Wanted[] = everybody,
): Promise<Person[]> {
  const known = new Map<string, Account>();
  const signed: Person[] = [];
  for (const [number, role, unit] of people) {
    const account = await withRole(store, known.get(number), [number, role, unit]);
    known.set(number, account);
    const assignment = account.assignments.at(-1);
    if (!assignment) throw new Error(`no role ${role}`);
    signed.push(await begun({ app, store }, actorIn(account, assignment), `${role} ${unit ?? number}`));
  }
  return signed;
}

type Site = Pick<TestApp, "app" | "store">;

async function begun({ app, store }: Site, actor: Actor, who: string): Promise<Person> {
  const cookie = await signIn(store, actor, { device: "test" });
  const present = await presentActor(store, actor, { today, now: `${today}T01:00:00.000Z` });
  if (!present) throw new Error(`${who} is nobody`);
  return { who, actor: present.actor, client: clientOf(app, cookie) };
}

/** Everybody, and an officer who acts for a station. */
export async function withDelegate(site: Site): Promise<Person[]> {
  const all = await signedIn(site);
  const holder = all.find(({ actor }) => actor.role === "station" && actor.unit === "B1-S1");
  if (!holder) throw new Error("no station");
  return [...all, await actingFor(site, holder, "0022")];
}

/** Signs in one of these people who acts for another one, in the role of that one. */
async function actingFor(site: Site, holder: Person, number: string): Promise<Person> {
  const { id, assignment = "", role } = holder.actor;
  const days = { from: today, to: today, reason: "外出学习" };
  const acting = actingOn(site.store, holder.actor);
  const given = { holder: id, delegation: `${number}-for-${id}` };
  const changed = await delegate(acting, given, { assignment, delegate: number, ...days });
  const account = await loadRecord(site.store, accountNoun, number);
  if (changed.outcome !== "committed" || !account) throw new Error(`nobody acts for ${id}`);
  const actor = (await usableRoles(site.store, account, today)).find(({ actsFor }) => actsFor?.id === id);
  if (!actor) throw new Error(`${number} does not act for ${id}`);
  return begun(site, actor, `${number} for ${role} ${id}`);
}

/** Ends the role of a session, or the delegation by which it acts. */
export async function lose(store: TestApp["store"], { actor }: Person): Promise<void> {
  const { id, assignment = "", actsFor } = actor;
  const acting = actingOn(store, systemActor("set-up"));
  const changed = actsFor
    ? await endDelegation(acting, { holder: actsFor.id, delegation: assignment })
    : await changeAccount(acting, { id }, (account) => endRole(account, assignment, acting));
  if (changed.outcome !== "committed") throw new Error(`${id} keeps ${assignment}`);
}

async function withRole(
  store: TestApp["store"],
  known: Account | undefined,
  [number, role, unit]: Wanted,
): Promise<Account> {
  const acting = actingOn(store, systemActor("set-up"));
  if (!known) await openAccount(acting, { number, name: `学员${number}` });
  const id = `${role}-${number}`;
  const place = unit !== undefined && { unit: { code: unit, name: unit } };
  const grantedBy = { id: "set-up", role: "system" } as const;
  const given = { id, role, ...place, from, state: "granted", grantedBy } as const;
  const changed = await changeAccount(acting, { id: number }, (account) =>
    accept({
      // With codes set up: who approves and who keeps accounts acts in no role without.
      after: { ...account, assignments: [...account.assignments, given], hasSecondFactor: true },
      event: { type: "account.role-granted", change: { assignment: id, role, ...place, from } },
    }),
  );
  if (changed.outcome !== "committed") throw new Error(`no role ${role} for ${number}`);
  return changed.record;
}
