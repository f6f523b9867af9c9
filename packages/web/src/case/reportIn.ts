import type { Actor, PersonRole } from "@dunmiao/domain/actor";
import type { Secondment } from "@dunmiao/domain/secondment";

/** Who confirms that an officer has arrived: the host, and HR. */
export const reportInRoles = ["hr", "station", "branch"] as const satisfies readonly PersonRole[];

/** Whether the page offers to confirm report-in; the rule decides again when it is sent. */
export function mayConfirmReportIn(actor: Actor, record: Secondment): boolean {
  const isRole = reportInRoles.some((role) => role === actor.role);
  return isRole && record.reportedInOn === undefined && ["planned", "under-review"].includes(record.status);
}
