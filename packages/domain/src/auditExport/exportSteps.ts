import { type Actor, signature } from "../actor.ts";
import type { ExportScope } from "../audit/exportScope.ts";
import type { ExportSeal } from "../audit/exportSeal.ts";
import type { TreeHead } from "../audit/treeHead.ts";
import type { AuditExport } from "../auditExport.ts";
import type { Change } from "../change.ts";
import type { EventOfKind } from "../eventType.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";

type ExportChange = Change<AuditExport, EventOfKind<"audit-export">>;
/** Who acts: on an Asia/Shanghai date, at an ISO instant. */
type Hand = { actor: Actor; today: string; now: string };
export type Asked = { id: string; scope: ExportScope; purpose: string };
/** The last head that was signed here, and the one that the auditor holds. */
type Heads = { until: TreeHead | undefined; since: TreeHead | undefined };

/** Asks for an export: refuses `no-signed-day` while nothing can be proved, `head-of-other-tree` for a head of another origin. */
export function askExport({ id, scope, purpose }: Asked, heads: Heads, by: Hand): Outcome<ExportChange> {
  const { until, since } = heads;
  if (!until) return refuse("no-signed-day");
  if (since && since.origin !== until.origin)
    return refuse("head-of-other-tree", "checkpoint", { origin: since.origin, own: until.origin });
  if (scope.of === "period" && scope.from > scope.to) return refuse("from-after-to", "to");
  const what = { scope, purpose, until: shortOf(until), ...(since && { since: shortOf(since) }) };
  const after = { id, version: 0, head: "", state: "asked" as const, ...what, asked: handOf(by) };
  return accept({ after, event: { type: "audit-export.asked", change: what } });
}

/** Ends an export that is still being written: refuses `export-over`. */
export function cancelExport(record: AuditExport, by: Hand): Outcome<ExportChange> {
  if (record.state !== "asked") return refuse("export-over");
  const after = { ...record, state: "cancelled" as const, ended: handOf(by) };
  return accept({ after, event: { type: "audit-export.cancelled", change: {} } });
}

/** Whether there is a file: refuses `export-not-ready`. */
export function readyExport(record: AuditExport): Outcome<true> {
  return record.state === "ready" ? accept(true) : refuse("export-not-ready");
}

/** The export is whole; undefined where it has ended already. */
export function sealExport(record: AuditExport, seal: ExportSeal, by: Hand): ExportChange | undefined {
  if (record.state !== "asked") return undefined;
  const after = { ...record, state: "ready" as const, ended: handOf(by), seal };
  return { after, event: { type: "audit-export.sealed", change: seal } };
}

/** The export cannot be written; undefined where it has ended already. */
export function failExport(record: AuditExport, reason: string, by: Hand): ExportChange | undefined {
  if (record.state !== "asked") return undefined;
  const after = { ...record, state: "failed" as const, ended: handOf(by), failure: reason };
  return { after, event: { type: "audit-export.failed", change: { reason } } };
}

function handOf({ actor, today, now }: Hand) {
  return { by: signature(actor), on: today, at: now };
}

function shortOf({ day, size, root }: TreeHead) {
  return { day, size, root };
}
