import type { PersonRole } from "./actor.ts";

/**
 * How a person must stand to what an act is about. To a file: the whole bureau is theirs, its host branch, host station or
 * sending unit is their unit, it is their own, they follow at its post, they are of its pair. `people` are those of one's
 * own unit and the units below it; `account` is what one has as a user; `none` is for what is nobody's file.
 */
export const relations = [
  "bureau",
  "branch",
  "station",
  "sending",
  "own",
  "successor",
  "pair",
  "people",
  "account",
  "none",
] as const;
export type Relation = (typeof relations)[number];

/** A role that an act is given to, and the relations of which one must hold; without it the answer is no. */
export type Grant = { readonly role: PersonRole; readonly relations: readonly [Relation, ...Relation[]] };

/** Where each role stands to a file (domain.md, "People who use it"). */
const placeOf: Readonly<Record<PersonRole, Relation>> = {
  hr: "bureau",
  approver: "bureau",
  branch: "branch",
  station: "station",
  sending: "sending",
  officer: "own",
  mentor: "pair",
  inspector: "bureau",
  auditor: "bureau",
  administrator: "account",
  security: "account",
};

/** Gives an act to roles, each where it stands. */
export function inPlace(...roles: readonly PersonRole[]): readonly Grant[] {
  return roles.map((role) => ({ role, relations: [placeOf[role]] }));
}

/** Gives an act to roles by another relation than the one of their place. */
export function by(relation: Relation, ...roles: readonly PersonRole[]): readonly Grant[] {
  return roles.map((role) => ({ role, relations: [relation] }));
}
