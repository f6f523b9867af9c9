import { personRoles } from "./actor.ts";
import { by } from "./relation.ts";

/** Roles that see everyone of a cohort. */
export const central = ["hr", "approver", "inspector", "auditor"] as const;
/** Everyone but who keeps accounts and who gives roles: these two see nothing of people. */
export const staff = personRoles.filter((role) => role !== "administrator" && role !== "security");
/** Everyone who reads: without the mentor, whose pages are those of the pairs. */
export const readers = staff.filter((role) => role !== "mentor");

/** The two offices, and the units that people are of. */
export const officesAndUnits = [
  ...by("bureau", "hr", "approver"),
  ...by("people", "branch", "station", "sending"),
];
/** The personnel office, and the unit that leads a pair. */
export const leading = [...by("bureau", "hr"), ...by("people", "branch", "station", "sending")];
export const ofThePair = by("pair", "officer", "mentor");
