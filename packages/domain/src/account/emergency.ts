import { isSamePerson } from "../access.ts";
import type { Account, Emergency } from "../account.ts";
import { type Actor, signature } from "../actor.ts";
import { mayTry } from "../permissions.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { AccountChange } from "./roles.ts";

export const mostEmergencyAccounts = 2;
export const mostArmedHours = 24;
/** What was looked over is in the trail; the record keeps as many. */
const keptEmergencies = 20;

/** Who does it, and at which ISO instant. */
type EmergencyGround = { readonly actor: Actor; readonly now: string };
export type ArmInput = { readonly hours: number; readonly reason: string };

/** The emergency for which the account can be signed in to at this instant; it ends by itself. */
export function presentEmergency({ emergencies = [] }: Account, now: string): Emergency | undefined {
  const last = emergencies.at(-1);
  return last && now < last.until ? last : undefined;
}

/** Uses that are over and that no auditor has looked over. */
export function unreviewed({ emergencies = [] }: Account, now: string): readonly Emergency[] {
  return emergencies.filter(({ usedAt, until, review }) => usedAt && !review && until <= now);
}

/** Lets an account for emergencies be signed in to for some hours, from 1 to 24. */
export function armAccount(
  account: Account,
  { hours, reason }: ArmInput,
  { actor, now, id }: EmergencyGround & { readonly id: string },
): Outcome<AccountChange> {
  if (account.kind !== "emergency") return refuse("account-not-of-emergencies");
  if (account.status === "suspended") return refuse("account-suspended");
  if (presentEmergency(account, now)) return refuse("account-armed");
  const until = new Date(Date.parse(now) + hours * 3_600_000).toISOString();
  const armed: Emergency = { id, reason, at: now, until, by: signature(actor) };
  return accept({
    after: { ...account, emergencies: kept([...(account.emergencies ?? []), armed]) },
    event: { type: "account.armed", change: { emergency: id, reason, until } },
  });
}

/** The oldest go that nobody has to look over any more. */
function kept(emergencies: readonly Emergency[]): Emergency[] {
  const surplus = emergencies.length - keptEmergencies;
  const done = emergencies.filter(({ usedAt, review }) => !usedAt || review);
  const gone = new Set(done.slice(0, Math.max(0, surplus)));
  return emergencies.filter((each) => !gone.has(each));
}

/** Ends it before its hours are over: whoever is signed in is signed in no more. */
export function disarmAccount(
  account: Account,
  { now }: Pick<EmergencyGround, "now">,
): Outcome<AccountChange> {
  const armed = presentEmergency(account, now);
  if (!armed) return refuse("account-not-armed");
  return accept({
    after: replaced(account, { ...armed, until: now }),
    event: { type: "account.disarmed", change: { emergency: armed.id } },
  });
}

/** Somebody signs in to it: said every time, and to be looked over once. */
export function useEmergency(
  account: Account,
  { now }: Pick<EmergencyGround, "now">,
): Outcome<AccountChange> {
  const armed = presentEmergency(account, now);
  if (!armed) return refuse("account-not-armed");
  const { id, until, usedAt = now } = armed;
  return accept({
    after: replaced(account, { ...armed, usedAt }),
    event: { type: "account.emergency-used", change: { emergency: id, until } },
  });
}

/** The auditor has looked over what was done in it, once it is over; somebody else than who armed it. */
export function reviewEmergency(
  account: Account,
  { id, note }: { readonly id: string; readonly note: string },
  { actor, now }: EmergencyGround,
): Outcome<AccountChange> {
  const found = account.emergencies?.find((each) => each.id === id);
  if (!found) return refuse("not-found");
  if (found.usedAt === undefined) return refuse("emergency-not-used");
  if (found.review) return refuse("emergency-reviewed");
  if (now < found.until) return refuse("emergency-goes-on");
  if (isSamePerson(actor, found.by)) return refuse("same-person-decides");
  return accept({
    after: replaced(account, { ...found, review: { by: signature(actor), at: now, note } }),
    event: { type: "account.emergency-reviewed", change: { emergency: id, note } },
  });
}

/** The uses that somebody may look over now, oldest first: those that are over and that they did not arm. */
export function emergenciesToReview(account: Account, { actor, now }: EmergencyGround): readonly Emergency[] {
  if (!mayTry(actor, "review-emergency")) return [];
  return unreviewed(account, now).filter(({ by }) => !isSamePerson(actor, by));
}

function replaced(account: Account, changed: Emergency): Account {
  const emergencies = account.emergencies?.map((each) => (each.id === changed.id ? changed : each));
  return { ...account, emergencies };
}
