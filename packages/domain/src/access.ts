import type { Actor, Role } from "./actor.ts";
import type { Scheme } from "./scheme.ts";

type UnitCode = { readonly code: string };
type Whereabouts = {
  readonly officer: { readonly serviceNumber: string };
  /** Where its number was merged into another one of the same person. */
  readonly corrected?: readonly { readonly into?: string | undefined }[] | undefined;
  readonly sending: UnitCode;
  readonly hostBranch: UnitCode;
  readonly hostStation: UnitCode;
};

/** Whether a secondment lies inside what the actor's role lets them see; deny by default. */
export function isInScope(actor: Actor, secondment: Whereabouts): boolean {
  switch (actor.role) {
    case "hr":
    case "approver":
    case "inspector":
    case "auditor":
    case "system":
      return true;
    case "branch":
      return actor.unit === secondment.hostBranch.code;
    case "station":
      return actor.unit === secondment.hostStation.code;
    case "sending":
      return actor.unit === secondment.sending.code;
    case "officer":
      return isOfficerOf(actor, secondment);
    case "mentor":
      return false;
  }
}

/**
 * Whether the actor is the person whose term it is, under whichever number: the one that the record was made under, one
 * that it was merged into, or one that was merged into the actor's.
 */
export function isOfficerOf(
  actor: Pick<Actor, "serviceNumber" | "mergedNumbers">,
  { officer, corrected = [] }: Pick<Whereabouts, "officer" | "corrected">,
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

/** Whether the actor is the officer whose term is judged: nobody decides in their own case. */
export function isOwnCase(ground: {
  readonly actor: Pick<Actor, "serviceNumber" | "mergedNumbers">;
  readonly secondment: Pick<Whereabouts, "officer" | "corrected">;
}): boolean {
  return isOfficerOf(ground.actor, ground.secondment);
}

/** Who may do what to an absence before any question of person or rung (domain.md, "Absences" and "People who use it"). */
const rolesFor = {
  "record-request": ["officer", "station", "branch", "hr"],
  "record-finding": ["station", "branch", "hr", "inspector"],
  "confirm-finding": ["station", "branch", "hr", "approver"],
  "amend-or-void": ["station", "branch", "hr", "approver", "inspector"],
  "approve-proposal": ["hr", "approver"],
} as const satisfies Record<string, readonly Role[]>;

/** Whether a role may do this to an absence at all; deny by default. */
export function mayDo({ role }: Pick<Actor, "role">, act: keyof typeof rolesFor): boolean {
  return rolesFor[act].some((each) => each === role);
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
