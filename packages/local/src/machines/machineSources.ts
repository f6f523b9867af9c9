import type { WorkflowDeps } from "@dunmiao/workflow/deps";
import { definitions, type TaskName, taskHandlers } from "@dunmiao/workflow/handlers";
import type { Task } from "./taskCall.ts";

const resources: Record<TaskName, string> = {
  decide: arnOf("decide"),
  takeStep: arnOf("takeStep"),
  flag: arnOf("flag"),
  fixDay: arnOf("fixDay"),
  listDue: arnOf("listDue"),
  startProgress: arnOf("startProgress"),
  continueSweep: arnOf("continueSweep"),
  importChunk: arnOf("importChunk"),
  finishImport: arnOf("finishImport"),
  recountPage: arnOf("recountPage"),
  closePage: arnOf("closePage"),
  signDay: arnOf("signDay"),
  exportPage: arnOf("exportPage"),
  sealExport: arnOf("sealExport"),
  failExport: arnOf("failExport"),
  verifyPage: arnOf("verifyPage"),
};

function arnOf(task: string): string {
  return `arn:aws:lambda:local:000000000000:function:${task}`;
}

/**
 * The state machines with their tasks. On AWS each task is a function; here each resource name stands for the
 * same function in this process.
 */
export function machineSources(deps: WorkflowDeps) {
  const handlers = taskHandlers(deps);
  const tasks: Record<string, Task> = Object.fromEntries(
    Object.entries(handlers).map(([name, task]) => [arnOf(name), task]),
  );
  return Object.fromEntries(
    Object.entries(definitions(resources)).map(([machine, definition]) => [machine, { definition, tasks }]),
  );
}
