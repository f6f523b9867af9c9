import type { Account } from "@dunmiao/domain/account";
import { actorIn } from "@dunmiao/domain/account";
import type { Actor, PersonRole } from "@dunmiao/domain/actor";
import { accept } from "@dunmiao/domain/refusal";
import { openAccount } from "@dunmiao/store/account";
import { changeAccount } from "@dunmiao/store/changeAccount";
import { systemActor } from "@dunmiao/store/engine/acting";
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
  { app, store }: Pick<TestApp, "app" | "store">,
  people: readonly Wanted[] = everybody,
): Promise<Person[]> {
  const known = new Map<string, Account>();
  const signed: Person[] = [];
  for (const [number, role, unit] of people) {
    const account = await withRole(store, known.get(number), [number, role, unit]);
    known.set(number, account);
    const assignment = account.assignments.at(-1);
    if (!assignment) throw new Error(`no role ${role}`);
    const cookie = await signIn(store, actorIn(account, assignment), { device: "test" });
    const at = { today, now: `${today}T01:00:00.000Z` };
    const present = await presentActor(store, actorIn(account, assignment), at);
    if (!present) throw new Error(`${role} is nobody`);
    const who = `${role} ${unit ?? number}`;
    signed.push({ who, actor: present.actor, client: clientOf(app, cookie) });
  }
  return signed;
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
