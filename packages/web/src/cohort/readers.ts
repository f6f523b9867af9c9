import type { PersonRole } from "@dunmiao/domain/actor";

/** Roles that see everyone of a cohort; a station, branch or sending unit sees its own people in the list. */
export const centralReaders = [
  "hr",
  "approver",
  "inspector",
  "auditor",
] as const satisfies readonly PersonRole[];
