import { mkdirSync } from "node:fs";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import type { ExecutionCounts } from "@dunmiao/local/machines/executionCounts";
import { ExecutionStore } from "@dunmiao/local/machines/executionStore";
import { machineSources } from "@dunmiao/local/machines/machineSources";
import { StateMachines } from "@dunmiao/local/machines/stateMachines";
import { stateMachineArn } from "@dunmiao/local/machines/stepFunctionsArn";
import { serveStepFunctions } from "@dunmiao/local/machines/stepFunctionsServer";
import type { Cached } from "@dunmiao/store/engine/cached";
import type { Store } from "@dunmiao/store/engine/client";
import type { MachineName, WorkflowDeps } from "@dunmiao/workflow/deps";
import { executionStarter } from "@dunmiao/workflow/startExecution";

/** The real state machines over a table, started through the Step Functions protocol. */
export type Workflows = {
  /** Starts an execution and waits until it and everything that it started has ended. */
  run(machine: MachineName, name: string, input: object): Promise<void>;
  /** What all ended executions took together, child executions included, as AWS counts. */
  counts(): ExecutionCounts & { executions: number };
  stop(): Promise<void>;
};

/** Opens the state machines on a table; `clock.today` is what the simulated calendar says. */
export async function openWorkflows(
  { store, calendar, dir }: { store: Store; calendar: Cached<WorkCalendar>; dir: string },
  clock: { today: string },
): Promise<Workflows> {
  mkdirSync(dir, { recursive: true });
  const executions = new ExecutionStore(dir);
  const start: WorkflowDeps["start"] = (...execution) => starter(...execution);
  const now = () => `${clock.today}T04:00:00.000Z`;
  const deps = { store, calendar, start, now, today: () => clock.today };
  const runner = new StateMachines({ machines: machineSources(deps), store: executions });
  const server = await serveStepFunctions(runner);
  Object.assign(process.env, server.variables);
  const starter = executionStarter({
    progress: stateMachineArn("progress"),
    "daily-sweep": stateMachineArn("daily-sweep"),
    "import-cohort": stateMachineArn("import-cohort"),
    "recount-calendar": stateMachineArn("recount-calendar"),
  });
  return {
    run: async (machine, name, input) => {
      await starter(machine, name, input);
      await runner.idle();
    },
    counts: () => sumOf(executions),
    stop: async () => {
      await runner.stop();
      await server.close();
      executions.close();
    },
  };
}

function sumOf(executions: ExecutionStore) {
  return executions.totals().reduce(
    (sum, each) => ({
      executions: sum.executions + each.executions,
      stateTransitions: sum.stateTransitions + each.stateTransitions,
      historyEvents: sum.historyEvents + each.historyEvents,
    }),
    { executions: 0, stateTransitions: 0, historyEvents: 0 },
  );
}
