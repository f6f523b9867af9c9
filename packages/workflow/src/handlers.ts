import { closeDayDefinition } from "./definitions/closeDay.ts";
import { dailySweepDefinition } from "./definitions/dailySweep.ts";
import { exportAuditDefinition } from "./definitions/exportAudit.ts";
import { importCohortDefinition } from "./definitions/importCohort.ts";
import { progressDefinition } from "./definitions/progress.ts";
import { recountCalendarDefinition } from "./definitions/recountCalendar.ts";
import { verifyRecordsDefinition } from "./definitions/verifyRecords.ts";
import type { WorkflowDeps } from "./deps.ts";
import { closePageTask, signDayTask } from "./tasks/closeDay.ts";
import { exportPageTask, failExportTask, sealExportTask } from "./tasks/exportAudit.ts";
import { flagTask } from "./tasks/flag.ts";
import { finishImportTask, importChunkTask } from "./tasks/importCohort.ts";
import { decideTask, takeStepTask } from "./tasks/progress.ts";
import { recountPageTask } from "./tasks/recountCalendar.ts";
import { continueSweepTask, fixDayTask, listDueTask, startProgressTask } from "./tasks/sweep.ts";
import { verifyPageTask } from "./tasks/verifyRecords.ts";

/** Every task function by the name that the definitions use for it. */
export function taskHandlers(deps: WorkflowDeps) {
  return {
    decide: decideTask(deps),
    takeStep: takeStepTask(deps),
    flag: flagTask(deps),
    fixDay: fixDayTask(deps),
    listDue: listDueTask(deps),
    startProgress: startProgressTask(deps),
    continueSweep: continueSweepTask(deps),
    importChunk: importChunkTask(deps),
    finishImport: finishImportTask(deps),
    recountPage: recountPageTask(deps),
    closePage: closePageTask(deps),
    signDay: signDayTask(deps),
    exportPage: exportPageTask(deps),
    sealExport: sealExportTask(deps),
    failExport: failExportTask(deps),
    verifyPage: verifyPageTask(deps),
  };
}
export type TaskName = keyof ReturnType<typeof taskHandlers>;

/** All definitions over the resource names of their tasks. */
export function definitions(resources: Readonly<Record<TaskName, string>>) {
  return {
    progress: progressDefinition(resources),
    "daily-sweep": dailySweepDefinition(resources),
    "import-cohort": importCohortDefinition(resources),
    "recount-calendar": recountCalendarDefinition(resources),
    "close-day": closeDayDefinition(resources),
    "export-audit": exportAuditDefinition(resources),
    "verify-records": verifyRecordsDefinition(resources),
  };
}
