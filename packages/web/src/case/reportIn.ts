import type { Actor } from "@dunmiao/domain/actor";
import { mayTry } from "@dunmiao/domain/permissions";
import type { Secondment } from "@dunmiao/domain/secondment";

/** Whether the page offers to confirm report-in; the rule decides again when it is sent. */
export function mayConfirmReportIn(actor: Actor, record: Secondment): boolean {
  const isRole = mayTry(actor, "confirm-report-in");
  return isRole && record.reportedInOn === undefined && ["planned", "under-review"].includes(record.status);
}
