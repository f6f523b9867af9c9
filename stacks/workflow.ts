import type { Resources } from "@dunmiao/workflow/definitions/asl";
import { closeDayDefinition, closeDayTasks } from "@dunmiao/workflow/definitions/closeDay";
import { dailySweepDefinition, dailySweepTasks } from "@dunmiao/workflow/definitions/dailySweep";
import { exportAuditDefinition, exportAuditTasks } from "@dunmiao/workflow/definitions/exportAudit";
import { importCohortDefinition, importCohortTasks } from "@dunmiao/workflow/definitions/importCohort";
import { progressDefinition, progressTasks } from "@dunmiao/workflow/definitions/progress";
import {
  recountCalendarDefinition,
  recountCalendarTasks,
} from "@dunmiao/workflow/definitions/recountCalendar";
import { verifyRecordsDefinition, verifyRecordsTasks } from "@dunmiao/workflow/definitions/verifyRecords";
import type { MachineName } from "@dunmiao/workflow/deps";
import { exporting } from "./exporting.ts";
import { type Extra, type Ground, type Lambda, lambda } from "./functions.ts";
import { robot } from "./robot.ts";
import { sweepDaily } from "./schedule.ts";
import { readingAnchors, signing } from "./signing.ts";
import { type Machine, stateMachine } from "./stateMachine.ts";

/** Longest run of each task in seconds; what is retried is cut short by nobody else. */
const taskSeconds = {
  decide: 30,
  takeStep: 30,
  flag: 30,
  fixDay: 10,
  listDue: 30,
  startProgress: 120,
  continueSweep: 30,
  importChunk: 300,
  finishImport: 60,
  recountPage: 300,
  closePage: 120,
  signDay: 60,
  exportPage: 300,
  sealExport: 900,
  failExport: 30,
  verifyPage: 300,
} as const;
type TaskName = keyof typeof taskSeconds;

/** The state machines of the workflow package, a function for each of their tasks, and the daily sweep. */
export function workflow(ground: Ground, archive: aws.s3.Bucket) {
  const telling = robot(ground);
  const exports = exporting(ground, archive);
  const tasks = {
    decide: task("decide", ground),
    takeStep: task("takeStep", ground, telling),
    flag: task("flag", ground),
    fixDay: task("fixDay", ground),
    listDue: task("listDue", ground),
    startProgress: task("startProgress", ground),
    continueSweep: task("continueSweep", ground),
    importChunk: task("importChunk", ground),
    finishImport: task("finishImport", ground),
    recountPage: task("recountPage", ground),
    closePage: task("closePage", ground),
    signDay: task("signDay", ground, both(signing(ground, archive), telling)),
    exportPage: task("exportPage", ground, exports.pages),
    sealExport: task("sealExport", ground, exports.seal),
    failExport: task("failExport", ground),
    verifyPage: task("verifyPage", ground, readingAnchors(ground, archive)),
  } satisfies Record<TaskName, Lambda>;
  const arns = $resolve({
    decide: tasks.decide.arn,
    takeStep: tasks.takeStep.arn,
    flag: tasks.flag.arn,
    fixDay: tasks.fixDay.arn,
    listDue: tasks.listDue.arn,
    startProgress: tasks.startProgress.arn,
    continueSweep: tasks.continueSweep.arn,
    importChunk: tasks.importChunk.arn,
    finishImport: tasks.finishImport.arn,
    recountPage: tasks.recountPage.arn,
    closePage: tasks.closePage.arn,
    signDay: tasks.signDay.arn,
    exportPage: tasks.exportPage.arn,
    sealExport: tasks.sealExport.arn,
    failExport: tasks.failExport.arn,
    verifyPage: tasks.verifyPage.arn,
  });
  const machine = (
    name: MachineName,
    of: readonly TaskName[],
    define: (resources: Resources<TaskName>) => object,
  ) => stateMachine(name, ground, { tasks: of.map((each) => tasks[each]), definition: arns.apply(define) });
  const machines = {
    progress: machine("progress", progressTasks, progressDefinition),
    "daily-sweep": machine("daily-sweep", dailySweepTasks, dailySweepDefinition),
    "import-cohort": machine("import-cohort", importCohortTasks, importCohortDefinition),
    "recount-calendar": machine("recount-calendar", recountCalendarTasks, recountCalendarDefinition),
    "close-day": machine("close-day", closeDayTasks, closeDayDefinition),
    "export-audit": machine("export-audit", exportAuditTasks, exportAuditDefinition),
    "verify-records": machine("verify-records", verifyRecordsTasks, verifyRecordsDefinition),
  } satisfies Record<MachineName, Machine>;
  sweepDaily(ground.stage, machines["daily-sweep"]);
  return { machines, tasks };
}

function both(one: Extra, other: Extra): Extra {
  return {
    environment: { ...one.environment, ...other.environment },
    services: [...(one.services ?? []), ...(other.services ?? [])],
  };
}

function task(name: TaskName, ground: Ground, extra: Extra = {}): Lambda {
  const handler = `packages/workflow/src/lambda/${name}.handler`;
  return lambda(name, ground, { handler, timeoutSeconds: taskSeconds[name], ...extra });
}
