import type { Actor, Role, Signature } from "./actor.ts";
import type { Relation } from "./relation.ts";
import type { Scheme } from "./scheme.ts";

type UnitCode = { readonly code: string };
type Holder = {
  readonly officer: { readonly serviceNumber: string };
  /** Where its number was merged into another one of the same person. */
  readonly corrected?: readonly { readonly into?: string | undefined }[] | undefined;
};
/** What an act is about: a file with where it lies and who follows at its post, or the people of a unit below another. */
export type Subject = Partial<Holder> & {
  readonly sending?: UnitCode;
  readonly hostBranch?: UnitCode;
  readonly hostStation?: UnitCode;
  readonly successor?: Holder | undefined;
  readonly unit?: { readonly code: string; readonly parent?: string | undefined };
  /** Of a pair: the people in it, and the units that an act is open to. */
  readonly members?: readonly Holder[];
  readonly units?: readonly UnitCode[];
};

/** Whether the actor stands in a relation to what an act is about; no where it has no such side. */
export function isRelated(relation: Relation, actor: Actor, subject: Subject): boolean {
  const { officer, corrected, successor, unit, members = [], units = [] } = subject;
  const isUnit = (code: string | undefined) => actor.unit !== undefined && actor.unit === code;
  switch (relation) {
    case "bureau":
      return true;
    case "branch":
      return isUnit(subject.hostBranch?.code);
    case "station":
      return isUnit(subject.hostStation?.code);
    case "sending":
      return isUnit(subject.sending?.code);
    case "own":
      return officer !== undefined && isOfficerOf(actor, { officer, corrected });
    case "successor":
      return successor !== undefined && isOfficerOf(actor, successor);
    case "people":
      return isUnit(unit?.code) || isUnit(unit?.parent) || units.some(({ code }) => isUnit(code));
    case "pair":
      return members.some((each) => isOfficerOf(actor, each));
    case "account":
    case "none":
      return false;
  }
}

/**
 * Whether the actor is the person whose term it is, under whichever number: the one that the record was made under, one
 * that it was merged into, or one that was merged into the actor's.
 */
export function isOfficerOf(
  actor: Pick<Actor, "serviceNumber" | "mergedNumbers">,
  { officer, corrected = [] }: Holder,
): boolean {
  return isPerson(actor, officer.serviceNumber, ...corrected.map(({ into }) => into));
}

/** Whether the actor is one of these people on file, under whichever number. */
export function isPerson(
  { serviceNumber, mergedNumbers = [] }: Pick<Actor, "serviceNumber" | "mergedNumbers">,
  ...numbers: readonly (string | undefined)[]
): boolean {
  if (serviceNumber === undefined) return false;
  return [serviceNumber, ...mergedNumbers].some((each) => numbers.includes(each));
}

type Person = Pick<Actor, "serviceNumber" | "mergedNumbers" | "actsFor" | "holderNumbers">;

/**
 * Whether these numbers are of somebody who stands behind an act: the actor in whichever role, or whom they act for. Neither
 * decides on their own, nor has it decided in their name.
 */
export function isConcerned(actor: Person, ...numbers: readonly (string | undefined)[]): boolean {
  const { actsFor, holderNumbers = [] } = actor;
  return (
    isPerson(actor, ...numbers) ||
    [actsFor?.id, ...holderNumbers].some((each) => each && numbers.includes(each))
  );
}

/** Whether the officer whose term is judged stands behind the act: nobody decides in their own case. */
export function isOwnCase({
  actor,
  secondment: { officer, corrected = [] },
}: {
  readonly actor: Person;
  readonly secondment: Holder;
}): boolean {
  return isConcerned(actor, officer.serviceNumber, ...corrected.map(({ into }) => into));
}

/**
 * Whether one of these is signed by somebody who stands behind the act: "another person" is another human being, in whichever
 * role, under whichever number and for whomever they act.
 */
export function isSamePerson(
  actor: Person & Pick<Actor, "id">,
  ...signed: readonly (Pick<Signature, "id" | "actsFor"> | undefined)[]
): boolean {
  return signed.some(
    (by) => by && (actor.id === by.id || isConcerned(actor, by.id) || isSigned(actor, by.actsFor?.id)),
  );
}

function isSigned(actor: Person & Pick<Actor, "id">, holder: string | undefined): boolean {
  return holder !== undefined && (actor.id === holder || isConcerned(actor, holder));
}

/**
 * Whether what waits for a role waits for this actor: a form for who files it, a decision for its rung, a to-do for its
 * owner. It says whose turn it is; who may at all stands in the table of permissions.
 */
export function isTurnOf(actor: { readonly role: Role } | undefined, whose: string): boolean {
  return actor?.role === whose;
}

const rungOfRole = { station: 0, branch: 1, approver: 2 } as const;
const rungOrder = { station: 0, branch: 1, bureau: 2 } as const;

/** Whether a role stands on or above a rung of the leave ladder; the approver is the bureau's rung. */
export function standsOnRung(role: Role, rung: "station" | "branch" | "bureau"): boolean {
  return (
    (role === "station" || role === "branch" || role === "approver") && rungOfRole[role] >= rungOrder[rung]
  );
}

/** HR and inspectors act for the bureau beside the ladder: above a station, below its approver. */
const heightOfRole: Partial<Record<Role, number>> = { branch: 1, hr: 1, inspector: 1, approver: 2 };

/** Whether one role stands above another where it is asked who may undo alone what somebody else decided. */
export function isAboveRole(role: Role, other: Role): boolean {
  return (heightOfRole[role] ?? 0) > (heightOfRole[other] ?? 0);
}

/** The lowest rung whose limit in working days covers a request of this length. */
export function rungFor(lengthDays: number, scheme: Scheme): "station" | "branch" | "bureau" {
  if (lengthDays <= scheme.ladderDays.station) return "station";
  return lengthDays <= scheme.ladderDays.branch ? "branch" : "bureau";
}
