import { isSamePerson } from "../access.ts";
import { type Account, type Assignment, actorIn, rolesOn } from "../account.ts";
import { type Actor, signature } from "../actor.ts";
import { addDays } from "../calendarDate.ts";
import { type Delegation, type DelegationInput, isGivenOn, type StandIn } from "../delegation.ts";
import { mayTry } from "../permissions.ts";
import { accept, type Outcome, type Refused, refuse } from "../refusal.ts";
import { type AccountChange, type AccountGround, isHand } from "./roles.ts";

/** Whoever is away longer hands over the role itself, which needs both hands where it needs them. */
const mostDays = 92;
const mostGiven = 20;
/** What is over is in the trail; the record keeps as many. */
const keptOver = 20;

/** The account of the holder and that of the delegate, changed together. */
export type DelegationChange = { readonly holder: AccountChange; readonly delegate: AccountChange };

/** Whether somebody else can act in a role for its holder. */
export function isDelegable(role: Pick<Assignment, "role">): boolean {
  return mayTry(role, "delegate-role");
}

/** The roles that a person can have delegated: those that are theirs today or begin later, and in which others may act. */
export function delegableRoles({ assignments, kind }: Account, today: string): readonly Assignment[] {
  if (kind !== undefined) return [];
  return assignments.filter(
    (each) => isStanding(each, today) && each.state === "granted" && isDelegable(each),
  );
}

function isStanding({ state, to }: Assignment, today: string): boolean {
  return state !== "ended" && (to === undefined || today <= to);
}

/**
 * Lets somebody act for the holder of `account` in one of their roles, from a day that is not past, within the days of the
 * role and for 92 days at most. `delegate` is the account that the input names. Whoever acts for another delegates nothing,
 * the personnel office not to itself, and nobody gets to one of the three hands or comes from it in this way.
 */
export function delegateRole(
  account: Account,
  input: DelegationInput,
  ground: AccountGround & { readonly id: string; readonly delegate: Account | undefined },
): Outcome<DelegationChange> {
  const { actor, today, id, delegate } = ground;
  const { from, to, reason } = input;
  if (actor.actsFor !== undefined) return refuse("delegated-not-further");
  if (account.status === "suspended") return refuse("account-suspended");
  const held = account.assignments.find((each) => each.id === input.assignment);
  if (held?.state !== "granted") return refuse("role-not-held", "assignment");
  if (account.kind !== undefined || !isDelegable(held)) return refuse("role-not-delegable", "assignment");
  const days = refusedDays(input, held, today);
  if (days) return days;
  if (delegate === undefined) return refuse("delegate-not-fit", "delegate");
  const unfit = refusedDelegate(account, delegate, ground);
  if (unfit) return unfit;
  const given = (account.delegations ?? []).filter((each) => each.state === "given" && today <= each.to);
  const other = given.find((each) => each.assignment === held.id && each.from <= to && from <= each.to);
  if (other)
    return refuse("delegated-already", "from", { name: other.delegate.name, from: other.from, to: other.to });
  if (given.length >= mostGiven) return refuse("too-many-delegations", undefined, { limit: mostGiven });
  const whom = { id: delegate.id, name: delegate.name };
  const delegation: Delegation = {
    id,
    assignment: held.id,
    delegate: whom,
    from,
    to,
    reason,
    state: "given",
    by: signature(actor),
  };
  const over = (account.delegations ?? []).filter((each) => !given.includes(each)).slice(-keptOver);
  const holder = { id: account.id, name: account.name };
  const said = { role: held.role, ...(held.unit && { unit: held.unit }), from, to };
  return accept({
    holder: {
      after: { ...account, delegations: [...over, ...given, delegation] },
      event: {
        type: "account.delegated",
        change: { delegation: id, assignment: held.id, ...said, delegate: whom, reason },
      },
    },
    delegate: {
      after: { ...delegate, standsIn: [...standInsFrom(delegate, today), { id, holder, from, to }] },
      event: { type: "account.delegate-named", change: { delegation: id, ...said, holder } },
    },
  });
}

/** The last day on which somebody acts for the holder, today or later: of roles that are the holder's until then. */
export function delegatedUntil(
  { assignments, delegations = [] }: Account,
  today: string,
): string | undefined {
  const lastDays = delegations.flatMap(({ state, assignment, from, to }) => {
    const role = assignments.find(({ id }) => id === assignment);
    if (state !== "given" || role?.state !== "granted") return [];
    const last = role.to !== undefined && role.to < to ? role.to : to;
    return last < today || last < from ? [] : [last];
  });
  return lastDays.toSorted().at(-1);
}

function refusedDays({ from, to }: DelegationInput, role: Assignment, today: string): Refused | undefined {
  const first = role.from > today ? role.from : today;
  if (from < first) return refuse("delegation-begins-early", "from", { from: first });
  if (to < from) return refuse("from-after-to", "to", { from });
  if (role.to !== undefined && to > role.to) return refuse("delegation-outlasts-role", "to", { to: role.to });
  const last = addDays(from, mostDays - 1);
  return to > last ? refuse("delegation-too-long", "to", { days: mostDays, to: last }) : undefined;
}

function refusedDelegate(
  account: Account,
  delegate: Account,
  { actor, today }: AccountGround,
): Refused | undefined {
  if (delegate.id === account.id) return refuse("delegate-is-holder", "delegate");
  if (delegate.kind !== undefined || delegate.status === "suspended")
    return refuse("delegate-not-fit", "delegate");
  if (!isSamePerson(actor, account) && isSamePerson(actor, delegate)) return refuse("own-case", "delegate");
  const hand = delegate.assignments.find((each) => isHand(each) && isStanding(each, today));
  return hand && refuse("delegate-is-hand", "delegate", { role: hand.role });
}

function standInsFrom({ standsIn = [] }: Account, today: string): readonly StandIn[] {
  return standsIn.filter(({ to }) => today <= to);
}

/** Ends a delegation at once. `delegate` is the account that it names. */
export function endDelegation(
  account: Account,
  id: string,
  { today, delegate }: AccountGround & { readonly delegate: Account },
): Outcome<DelegationChange> {
  const { delegations = [] } = account;
  const found = delegations.find((each) => each.id === id);
  const role = account.assignments.find((each) => each.id === found?.assignment)?.role;
  if (!found || role === undefined) return refuse("not-found");
  if (found.state === "ended" || found.to < today) return refuse("delegation-ended");
  const ended: Delegation = { ...found, state: "ended" };
  const standsIn = standInsFrom(delegate, today).filter((each) => each.id !== id);
  return accept({
    holder: {
      after: { ...account, delegations: delegations.map((each) => (each === found ? ended : each)) },
      event: { type: "account.delegation-ended", change: { delegation: id, role, delegate: found.delegate } },
    },
    delegate: {
      after: { ...delegate, standsIn },
      event: {
        type: "account.delegate-released",
        change: { delegation: id, holder: { id: account.id, name: account.name } },
      },
    },
  });
}

/** For whom a person acts on a day, as their own account says it; whether it still holds the account of the holder says. */
export function standInsOn({ standsIn = [] }: Account, today: string): readonly StandIn[] {
  return standsIn.filter(({ from, to }) => from <= today && today <= to);
}

/**
 * The delegate in each role in which they act for the holder on a day: while the delegation goes on, the holder has the role,
 * neither account is suspended, and the delegate has none of the three hands.
 */
export function actorsFor(
  delegate: Account,
  holder: Account,
  today: string,
): readonly { readonly actor: Actor; readonly assignment: Assignment }[] {
  if (delegate.status === "suspended" || delegate.kind !== undefined) return [];
  if (rolesOn(delegate, today).some(isHand)) return [];
  const held = rolesOn(holder, today).filter(isDelegable);
  return (holder.delegations ?? [])
    .filter((each) => each.delegate.id === delegate.id && isGivenOn(each, today))
    .flatMap((each) => {
      const assignment = held.find(({ id }) => id === each.assignment);
      return assignment
        ? [{ assignment, actor: actorFor(delegate, holder, { ...assignment, id: each.id }) }]
        : [];
    });
}

function actorFor(delegate: Account, { id, name }: Account, held: Assignment): Actor {
  const actsFor = { id, name };
  return { ...actorIn(delegate, held), actsFor };
}
