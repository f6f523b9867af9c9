import type { Kind } from "@dunmiao/store/engine/kinds";
import type { MachineName, WorkflowDeps } from "./deps.ts";
import { executionName } from "./names.ts";

/** Kinds of records that can be due, in the order in which a sweep asks for them. */
export const dueKinds = [
  "secondment",
  "pair",
  "import",
  "notice",
  "audit-export",
] as const satisfies readonly Kind[];
export type DueKind = (typeof dueKinds)[number];

/** The state machine that works on a kind; it signs its changes with the same name. */
export const machineOf: Record<DueKind, MachineName> = {
  secondment: "progress",
  pair: "progress",
  import: "import-cohort",
  notice: "recount-calendar",
  "audit-export": "export-audit",
};

/** Starts the state machine of a due record; the payload carries ids only. */
export async function startFor(
  deps: Pick<WorkflowDeps, "start">,
  of: { kind: DueKind; id: string; version: number },
  asOf: string,
): Promise<void> {
  const { kind, id, version } = of;
  const machine = machineOf[kind];
  const input = {
    secondment: { kind, id },
    pair: { kind, id },
    import: { importId: id },
    notice: { noticeId: id },
    "audit-export": { exportId: id },
  }[kind];
  await deps.start(machine, executionName(machine, { id, version, asOf }), { ...input, asOf });
}
