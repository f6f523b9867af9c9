import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { executionStarter } from "@dunmiao/workflow/startExecution";
import { ExecutionStore } from "../../packages/local/src/machines/executionStore.ts";
import { machineSources } from "../../packages/local/src/machines/machineSources.ts";
import { StateMachines } from "../../packages/local/src/machines/stateMachines.ts";
import { stateMachineArn } from "../../packages/local/src/machines/stepFunctionsArn.ts";
import { serveStepFunctions } from "../../packages/local/src/machines/stepFunctionsServer.ts";
import type { World } from "../../packages/workflow/test/support/world.ts";

export type Task = (input: unknown) => Promise<unknown>;

/** What a function of the workflow finds in its environment, over the machines of this process. */
export const machineArns = {
  PROGRESS_ARN: stateMachineArn("progress"),
  DAILY_SWEEP_ARN: stateMachineArn("daily-sweep"),
  IMPORT_COHORT_ARN: stateMachineArn("import-cohort"),
  RECOUNT_CALENDAR_ARN: stateMachineArn("recount-calendar"),
  CLOSE_DAY_ARN: stateMachineArn("close-day"),
  EXPORT_AUDIT_ARN: stateMachineArn("export-audit"),
  VERIFY_RECORDS_ARN: stateMachineArn("verify-records"),
};

/** The state machines behind their API, each task the one that `tasks` holds; nothing runs from source. */
export async function openMachines(world: World, tasks: Readonly<Record<string, Task>>) {
  const dir = mkdtempSync(join(tmpdir(), "dunmiao-deployed-"));
  const store = new ExecutionStore(dir);
  const sources = Object.entries(machineSources(world.deps)).map(([name, { definition, tasks: named }]) => {
    const arns = Object.keys(named);
    const bundled = arns.map((arn) => [arn, tasks[arn.split(":").at(-1) ?? ""] ?? missing(arn)]);
    return [name, { definition, tasks: Object.fromEntries(bundled) }];
  });
  const machines = new StateMachines({ machines: Object.fromEntries(sources), store, waits: "none" });
  const server = await serveStepFunctions(machines);
  Object.assign(process.env, server.variables);
  const start = executionStarter({
    progress: machineArns.PROGRESS_ARN,
    "daily-sweep": machineArns.DAILY_SWEEP_ARN,
    "import-cohort": machineArns.IMPORT_COHORT_ARN,
    "recount-calendar": machineArns.RECOUNT_CALENDAR_ARN,
    "close-day": machineArns.CLOSE_DAY_ARN,
    "export-audit": machineArns.EXPORT_AUDIT_ARN,
    "verify-records": machineArns.VERIFY_RECORDS_ARN,
  });
  return {
    /** Starts an execution and settles when it, and all that came of it, has ended. */
    run: async (...execution: Parameters<typeof start>) => {
      await start(...execution);
      await machines.idle();
    },
    idle: () => machines.idle(),
    /** Names of the ended executions of a machine, oldest first, with how they ended. */
    ended: (machine: string) =>
      store
        .list(machine, undefined, Number.MAX_SAFE_INTEGER, 1_000)
        .toReversed()
        .map(({ name, status }) => ({ name, status })),
    stop: async () => {
      await machines.stop();
      await server.close();
      store.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
export type Machines = Awaited<ReturnType<typeof openMachines>>;

function missing(arn: string): Task {
  return async () => {
    throw new Error(`no bundle stands for ${arn}`);
  };
}
