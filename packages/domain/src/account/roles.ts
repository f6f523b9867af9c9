import { isSamePerson } from "../access.ts";
import type { Account, AccountKind, Assignment, AssignmentInput } from "../account.ts";
import { type Actor, signature } from "../actor.ts";
import type { Change } from "../change.ts";
import type { EventOfKind } from "../eventType.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { Unit } from "../unit.ts";

export type AccountChange = Change<Account, EventOfKind<"account">>;
/** Who does it, and on which day. */
export type AccountGround = { readonly actor: Actor; readonly today: string };

/** As many as one person can have over the years. */
const mostRoles = 60;
/** Nobody holds two of these: who keeps accounts, who gives roles, and who looks over both. */
const hands: readonly Assignment["role"][] = ["administrator", "security", "auditor"];
/** Whether it is one of the three hands. */
export function isHand({ role }: Pick<Assignment, "role">): boolean {
  return hands.includes(role);
}
/** Beside one of the three hands another one among roles that are the same person's; none beside other roles. */
export function otherHand(
  role: Pick<Assignment, "role">,
  others: readonly Assignment[],
): Assignment | undefined {
  if (!isHand(role)) return undefined;
  return others.find((each) => each.state !== "ended" && isHand(each) && each.role !== role.role);
}
/** Given by the security officer and confirmed by the administrator. */
const byBothHands: readonly Assignment["role"][] = ["hr", "approver"];
/**
 * What an account for emergencies can be: it gives no roles, looks over nobody, and is never the second person. A machine
 * keeps no accounts, gives no roles and approves nothing.
 */
const rolesOfKind: Readonly<Record<AccountKind, readonly Assignment["role"][]>> = {
  emergency: ["administrator", "hr"],
  machine: ["hr", "branch", "station", "sending", "inspector", "auditor"],
};
const unitRoles: readonly Assignment["role"][] = ["branch", "station", "sending"];

/**
 * Gives somebody a role: at once, or as asked for where both hands are needed, as they are for whatever a list proposes.
 * `unit` is the one that the input names. Nobody gives one to themselves, and of the three hands nobody holds two, whenever and under
 * whichever number.
 */
export function grantRole(
  account: Account,
  input: AssignmentInput,
  ground: AccountGround & {
    readonly id: string;
    readonly unit: Unit | undefined;
    /** Roles of the same person in accounts under other numbers. */
    readonly elsewhere?: readonly Assignment[];
    readonly isProposal?: true;
  },
): Outcome<AccountChange> {
  const { actor, id, unit, elsewhere = [] } = ground;
  const { role, from, to, access } = input;
  if (isSamePerson(actor, account)) return refuse("own-case");
  if (account.assignments.length >= mostRoles) return refuse("too-many-roles", "role", { limit: mostRoles });
  if (to !== undefined && to < from) return refuse("from-after-to", "to", { from });
  if (!isOfKind(account, role)) return refuse("role-not-of-kind", "role");
  const writes = access === "write";
  if (writes && (account.kind !== "machine" || isHand(input))) return refuse("role-not-of-kind", "access");
  const place = placeOfRole(input, unit);
  if (!place.ok) return place;
  const held = account.assignments.filter((each) => each.state !== "ended");
  const other = otherHand(input, [...held, ...elsewhere]);
  if (other) return refuse("hands-together", "role", { role: other.role });
  if (held.some((each) => each.role === role && each.unit?.code === input.unit && meets(each, input)))
    return refuse("role-held-already", "role");
  // A token says who asks, not in which of several roles.
  if (account.kind === "machine" && held.some((each) => meets(each, input)))
    return refuse("machine-has-role", "role");
  const isOfBoth = ground.isProposal || account.kind !== undefined || byBothHands.includes(role);
  const state = isOfBoth ? "asked" : "granted";
  const limits = { ...(to !== undefined && { to }), ...(writes && { access }) };
  const given = { id, role, ...place.value, from, ...limits };
  const assignment: Assignment = { ...given, state, grantedBy: signature(actor) };
  const { id: _, ...said } = given;
  return accept({
    after: { ...account, assignments: [...account.assignments, assignment] },
    event: {
      type: state === "asked" ? "account.role-asked" : "account.role-granted",
      change: { assignment: id, ...said },
    },
  });
}

/** Whether an account of this kind can have the role. */
export function isOfKind({ kind }: Pick<Account, "kind">, role: Assignment["role"]): boolean {
  return kind === undefined || rolesOfKind[kind].includes(role);
}

function placeOfRole({ role, unit: code }: AssignmentInput, unit: Unit | undefined) {
  if (!unitRoles.includes(role)) {
    return code === undefined ? accept({}) : refuse("role-without-unit", "unit");
  }
  if (code === undefined) return refuse("role-needs-unit", "unit");
  const isFit = unit && (role === "sending" || unit.kind === role);
  return isFit ? accept({ unit: { code, name: unit.name } }) : refuse("unknown-unit", "unit", { unit: code });
}

type Period = { readonly from: string; readonly to?: string | undefined };

function meets(one: Period, other: Period): boolean {
  const isBefore = (a: Period, b: Period) => a.to !== undefined && a.to < b.from;
  return !isBefore(one, other) && !isBefore(other, one);
}

/** Whether this is another hand than the one that asked for the role. */
export function isOtherHand({ role }: Pick<Actor, "role">, { grantedBy }: Assignment): boolean {
  return role !== grantedBy.role;
}

/**
 * The second hand: the other one of the two than that which asked for it, and not for themselves. Of the three hands nobody
 * gets a second one here either, though they had none when it was asked for.
 */
export function confirmRole(
  account: Account,
  id: string,
  { actor, elsewhere = [] }: AccountGround & { readonly elsewhere?: readonly Assignment[] },
): Outcome<AccountChange> {
  const found = account.assignments.find((each) => each.id === id);
  if (!found) return refuse("not-found");
  if (found.state !== "asked") return refuse("role-not-asked");
  if (isSamePerson(actor, account)) return refuse("own-case");
  if (isSamePerson(actor, found.grantedBy)) return refuse("same-person-decides");
  if (!isOtherHand(actor, found)) return refuse("other-hand-confirms", undefined, { role: actor.role });
  const other = otherHand(found, [...account.assignments, ...elsewhere]);
  if (other) return refuse("hands-together", undefined, { role: other.role });
  return accept({
    after: withAssignment(account, { ...found, state: "granted" }),
    event: { type: "account.role-confirmed", change: { assignment: id, role: found.role } },
  });
}

/** Ends a role at once, or drops one that was asked for; one's own is another's to end. */
export function endRole(account: Account, id: string, { actor }: AccountGround): Outcome<AccountChange> {
  const found = account.assignments.find((each) => each.id === id);
  if (!found) return refuse("not-found");
  if (found.state === "ended") return refuse("role-ended");
  if (isSamePerson(actor, account)) return refuse("own-case");
  return accept({
    after: withAssignment(account, { ...found, state: "ended" }),
    event: { type: "account.role-ended", change: { assignment: id, role: found.role } },
  });
}

function withAssignment(account: Account, changed: Assignment): Account {
  const assignments = account.assignments.map((each) => (each.id === changed.id ? changed : each));
  return { ...account, assignments };
}
