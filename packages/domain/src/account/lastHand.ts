import type { Account } from "../account.ts";
import type { PersonRole } from "../actor.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";

/** Without somebody in each of these nobody else gets in any more. */
const indispensable: readonly PersonRole[] = ["administrator", "security"];

/** Somebody who has one of these roles without an end; `isAble` once they have codes, without which nobody
 * acts in it, or sign in at a provider, confirmed, and can set codes up. */
export type Holder = { account: string; role: PersonRole; from: string; isAble: boolean };

/** In which of these roles a person stands without an end; in none while the account is suspended. */
export function heldForGood({
  id,
  status,
  assignments,
  hasSecondFactor,
  identities = [],
  kind,
}: Account): readonly Holder[] {
  if (status === "suspended" || kind !== undefined) return [];
  const isAble = hasSecondFactor || identities.some(({ askedBy }) => !askedBy);
  return assignments
    .filter(({ role, state, to }) => state === "granted" && to === undefined && indispensable.includes(role))
    .map(({ role, from }) => ({ account: id, role, from, isAble }));
}

/**
 * All holders after a change of one account, whose state before and after is given. Refused as `last-of-role` where it would
 * leave a role that it takes away, or whose holder it takes the only identity from, without anybody else who can act in it
 * today: a new identity waits for the security officer. Codes that go are set up anew by their owner.
 */
export function keepLastHands(
  holders: readonly Holder[],
  { before, after, today }: { before: Account; after: Account; today: string },
): Outcome<readonly Holder[]> {
  const kept = heldForGood(after);
  const next = [...holders.filter(({ account }) => account !== after.id), ...kept];
  const wasBound = !before.hasSecondFactor;
  const lost = heldForGood(before).find(({ role, isAble }) =>
    kept.every((each) => each.role !== role || (wasBound && isAble && !each.isAble)),
  );
  const isLeft = next.some(({ role, from, isAble }) => role === lost?.role && isAble && from <= today);
  return !lost || isLeft ? accept(next) : refuse("last-of-role", undefined, { role: lost.role });
}
