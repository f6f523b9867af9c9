import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WorkflowDeps } from "@dunmiao/workflow/deps";
import { onEvent } from "@dunmiao/workflow/onEvent";
import { executionStarter } from "@dunmiao/workflow/startExecution";
import type { DynamoDBStreamEvent } from "aws-lambda";
import type { World } from "../../workflow/test/support/world.ts";
import { type Execution, ExecutionStore } from "../src/machines/executionStore.ts";
import { machineSources } from "../src/machines/machineSources.ts";
import { untilQuiet } from "../src/machines/quiet.ts";
import { StateMachines } from "../src/machines/stateMachines.ts";
import { stateMachineArn } from "../src/machines/stepFunctionsArn.ts";
import { serveStepFunctions } from "../src/machines/stepFunctionsServer.ts";
import { StreamPump } from "../src/stream/streamPump.ts";

export const machineNames = [
  "progress",
  "daily-sweep",
  "import-cohort",
  "recount-calendar",
  "close-day",
  "export-audit",
  "verify-records",
] as const;
type MachineName = (typeof machineNames)[number];

/** The real tasks on the real machines behind their API, for one world; pauses before retries pass at once. */
export type Stack = {
  /** Starts an execution through the SDK and settles when it, and all that came of it, has ended. */
  run(machine: MachineName, name: string, input: object): Promise<Execution>;
  /** Starts without waiting. */
  start: WorkflowDeps["start"];
  /** Settles when every change was delivered and every execution that came of it has ended. */
  quiet(): Promise<void>;
  /** Ended executions of a machine, oldest first. */
  ended(machine: MachineName): Execution[];
  stop(): Promise<void>;
};
type How = {
  pagesPerExecution?: number;
  withStream?: boolean;
  parallel?: number;
  deps?: Partial<WorkflowDeps>;
};

/** Opens the workflow over a world; with `withStream` the table's changes start executions as on AWS. */
export async function openStack(world: World, how: How = {}): Promise<Stack> {
  const dir = mkdtempSync(join(tmpdir(), "dunmiao-workflow-"));
  const store = new ExecutionStore(dir);
  const start: WorkflowDeps["start"] = (...execution) => starter(...execution);
  const pages = how.pagesPerExecution === undefined ? {} : { pagesPerExecution: how.pagesPerExecution };
  const deps = { ...world.deps, ...pages, ...how.deps, start };
  const { parallel = 4 } = how;
  const machines = new StateMachines({ machines: machineSources(deps), store, waits: "none", parallel });
  const server = await serveStepFunctions(machines);
  Object.assign(process.env, server.variables);
  const arns = Object.fromEntries(machineNames.map((name) => [name, stateMachineArn(name)]));
  const starter = executionStarter(arns as Record<MachineName, string>);
  const deliver = onEvent(deps);
  const handler = (event: unknown) => deliver(event as DynamoDBStreamEvent);
  const pump = new StreamPump({ tableName: world.store.tableName, dir, handler });
  if (how.withStream) {
    pump.start();
    await pump.ready;
  }
  const quiet = () => (how.withStream ? untilQuiet(pump, machines) : machines.idle());
  return {
    run: async (machine, name, input) => {
      await start(machine, name, input);
      await quiet();
      const found = store.find(machine, name);
      if (!found) throw new Error(`no execution ${name}`);
      return found;
    },
    start,
    quiet,
    ended: (machine) => store.list(machine, undefined, Number.MAX_SAFE_INTEGER, 10_000).toReversed(),
    stop: async () => {
      await pump.stop();
      await machines.stop();
      await server.close();
      store.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
