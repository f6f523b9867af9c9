import type { ExportScope } from "@dunmiao/domain/audit/exportScope";
import type { ExportSeal } from "@dunmiao/domain/audit/exportSeal";
import { parseNote } from "@dunmiao/domain/audit/signedNote";
import { parseHead, type TreeHead } from "@dunmiao/domain/audit/treeHead";
import { type AuditExport, auditExportSchema } from "@dunmiao/domain/auditExport";
import { askExport, cancelExport, failExport, sealExport } from "@dunmiao/domain/auditExport/exportSteps";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import type * as z from "zod";
import { newestHeads } from "./audit/treeRead.ts";
import { cohortNoun } from "./cohort.ts";
import { type Acting, stampOf } from "./engine/acting.ts";
import { type Changed, change, create, type Decided } from "./engine/change.ts";
import type { Store } from "./engine/client.ts";
import type { Answer, KeyUse } from "./engine/idempotency.ts";
import type { Noun } from "./engine/kinds.ts";
import { byKind } from "./engine/lists.ts";
import { loadRecord } from "./engine/record.ts";
import type { Derived } from "./engine/seal.ts";
import { officerNoun } from "./officer.ts";
import { unitNoun } from "./unit.ts";

export const auditExportNoun: Noun<AuditExport> = { kind: "audit-export", schema: auditExportSchema };
const rowSchema = auditExportSchema.pick({
  state: true,
  scope: true,
  purpose: true,
  asked: true,
  seal: true,
});
/** An audit export as the list shows it. */
export type AuditExportRow = z.infer<typeof rowSchema> & { id: string };
type ExportOnce = { use: KeyUse; answer: (record: AuditExport) => Answer } | undefined;

/** All audit exports, newest first: one Query. */
export async function listAuditExports(store: Store): Promise<AuditExportRow[]> {
  const { rows } = await byKind(store, "audit-export", rowSchema);
  return rows.map(({ id, summary }) => ({ id, ...summary })).toReversed();
}

/** One that is asked for stays due until it has ended, so that a sweep starts again what died. */
export function deriveAuditExport({ id, state, scope, purpose, asked, seal }: AuditExport): Derived {
  return {
    summary: { state, scope, purpose, asked, ...(seal && { seal }) },
    dueOn: state === "asked" ? asked.on : undefined,
    index: { directory: { name: "audit-export", sort: `${asked.at}#${id}` } },
  };
}

/** What is asked for; `since`: the head that the auditor holds. */
export type ExportWish = { scope: ExportScope; purpose: string; since: TreeHead | undefined };

/**
 * Puts an export on the trail, which is what starts it; refuses a scope that names nothing on file. At most three reads
 * and one transaction.
 */
export async function askAuditExport(
  acting: Acting,
  { scope, purpose, since }: ExportWish,
  { id, once }: { id: string; once?: ExportOnce },
): Promise<Changed<AuditExport>> {
  const decide = async (): Promise<Outcome<Decided<AuditExport>>> => {
    const [[newest], known] = await Promise.all([
      newestHeads(acting.store, 1),
      isOnFile(acting.store, scope),
    ]);
    if (!known.ok) return known;
    const until = newest && parseHead(parseNote(newest.note)?.text ?? "");
    return decided(askExport({ id, scope, purpose }, { until, since }, acting));
  };
  return create(acting.store, { noun: auditExportNoun, id, once, decide }, await stamp(acting));
}

async function isOnFile(store: Store, scope: ExportScope): Promise<Outcome<true>> {
  if (scope.of === "cohort" && !(await loadRecord(store, cohortNoun, scope.cohortId)))
    return refuse("unknown-cohort", "cohortId", { cohort: scope.cohortId });
  if (scope.of === "unit" && !(await loadRecord(store, unitNoun, scope.unit)))
    return refuse("unknown-unit", "unit", { unit: scope.unit });
  if (scope.of === "officer" && !(await loadRecord(store, officerNoun, scope.serviceNumber)))
    return refuse("unknown-officer", "serviceNumber", { serviceNumber: scope.serviceNumber });
  return accept(true);
}

/** Ends an export that is still being written. */
export async function cancelAuditExport(
  acting: Acting,
  { id, once }: { id: string; once?: ExportOnce },
): Promise<Changed<AuditExport>> {
  const decide = (record: AuditExport) => decided(cancelExport(record, acting));
  return change(acting.store, { noun: auditExportNoun, id, once, decide }, await stamp(acting));
}

/** How the writing ended: whole, or why it cannot be. What had ended before stays as it is. */
export async function endAuditExport(
  acting: Acting,
  id: string,
  end: ExportSeal | { reason: string },
): Promise<Changed<AuditExport>> {
  const decide = (record: AuditExport): Outcome<Decided<AuditExport> | undefined> => {
    const made = "reason" in end ? failExport(record, end.reason, acting) : sealExport(record, end, acting);
    return made ? decided(accept(made)) : accept(undefined);
  };
  return change(acting.store, { noun: auditExportNoun, id, decide }, await stamp(acting));
}

function decided(outcome: ReturnType<typeof askExport>): Outcome<Decided<AuditExport>> {
  if (!outcome.ok) return outcome;
  const { after, event } = outcome.value;
  return accept({ after, event, derive: deriveAuditExport });
}

async function stamp(acting: Acting) {
  return stampOf(acting, await acting.calendar.current());
}
