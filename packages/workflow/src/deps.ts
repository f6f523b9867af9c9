import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import { type Acting, systemActor } from "@dunmiao/store/engine/acting";
import type { Cached } from "@dunmiao/store/engine/cached";
import type { Store } from "@dunmiao/store/engine/client";
import type { Anchor } from "./anchor.ts";
import type { PageLimits } from "./auditExport/page.ts";
import type { ExportShelf } from "./auditExport/shelf.ts";
import type { Notifier } from "./notifier.ts";
import type { Robot } from "./wecom.ts";

export type MachineName =
  | "progress"
  | "daily-sweep"
  | "import-cohort"
  | "recount-calendar"
  | "close-day"
  | "export-audit"
  | "verify-records";

/** What the tasks stand on; the entry of each function (or the local server) provides it. */
export type WorkflowDeps = {
  readonly store: Store;
  readonly calendar: Cached<WorkCalendar>;
  /** Asia/Shanghai date. */
  readonly today: () => string;
  /** ISO instant. */
  readonly now: () => string;
  /** Starts an execution; one that already exists under that name is success. */
  readonly start: (machine: MachineName, name: string, input: object) => Promise<void>;
  /** Who hears of reminders, lateness, escalations and reviews; the inbox of the product unless told. */
  readonly notifiers?: readonly Notifier[];
  /** The group that gets the check code of each signed day; a system need not have one. */
  readonly robot?: Robot | undefined;
  /** Signs the heads of days; only what closes days has one. */
  readonly anchor?: Anchor;
  /** Where audit exports are written; only what writes them has one. */
  readonly exports?: ExportShelf;
  /** How much one page of an export holds, where it is not the usual. */
  readonly exportLimits?: PageLimits;
  /** Pages of one sweep before it goes on as a new execution; 500 unless told. */
  readonly pagesPerExecution?: number;
};

/** The workflow as actor, on the date that its execution was started for. */
export function actingAs(deps: WorkflowDeps, id: string, asOf: string): Acting {
  const { store, calendar } = deps;
  return { store, calendar, actor: systemActor(id), today: asOf, now: deps.now() };
}
