import {
  ExecutionError,
  ExecutionTimeoutError,
  type RunOptions,
  StateMachine,
  type StateMachineDefinition,
} from "aws-local-stepfunctions";
import * as z from "zod";
import { ExecutionCounter, type ExecutionCounts } from "./executionCounts.ts";
import { callTask, type Task } from "./taskCall.ts";

/** ASL (JSONPath) and, for each `Resource` that its tasks name, the function that stands for it. */
export type MachineSource = { definition: object; tasks: Record<string, Task> };

export type Outcome =
  | { status: "SUCCEEDED"; output: string }
  | { status: "FAILED" | "TIMED_OUT"; error: string; cause: string };
export type Run = {
  /** `undefined` when the run was aborted. Settles when no task of it runs any more. */
  ended: Promise<(Outcome & { counts: ExecutionCounts }) | undefined>;
  abort(): void;
};
export type RunnableMachine = { run(input: string, context: NonNullable<RunOptions["context"]>): Run };

/** The interpreter ends a task after 60 seconds unless told; on AWS the limit is that of the function, 900 at most. */
const LAMBDA_SECONDS = 900;

/**
 * Prepares a definition. `waits: "none"` makes Wait states and the pauses of Retry pass at once (tests, simulation).
 * Whether it is valid ASL is not asked: that would take half of every start and 13 MB.
 * @throws Error when no function stands for a `Resource`
 */
export function prepareMachine(source: MachineSource, waits: "real" | "none"): RunnableMachine {
  // Only the type: the tests judge the content (`packages/workflow/test/definitions.test.ts`).
  const definition = z.custom<StateMachineDefinition>().parse(structuredClone(source.definition));
  const states = [...statesOf(definition)];
  const tasks = new Map<string, Task>();
  for (const [name, state] of states) {
    if (state.Type !== "Task") continue;
    if (!state.TimeoutSeconds && !state.TimeoutSecondsPath) state.TimeoutSeconds = LAMBDA_SECONDS;
    const task = source.tasks[state.Resource];
    if (!task) throw new Error(`No function stands for ${state.Resource}, which the state "${name}" names.`);
    tasks.set(name, task);
  }
  const machine = new StateMachine(definition, { validationOptions: { noValidate: true } });
  const noWaits = Object.fromEntries(states.map(([name]) => [name, 0]));
  const pauses = waits === "none" ? { waitTimeOverrides: noWaits, retryIntervalOverrides: noWaits } : {};
  return { run: (input, context) => runOnce(machine, { input, context, tasks, pauses }) };
}

type State = StateMachineDefinition["States"][string];

function* statesOf(definition: Pick<StateMachineDefinition, "States">): Generator<[string, State]> {
  for (const [name, state] of Object.entries(definition.States)) {
    yield [name, state];
    const inner = state.Type === "Map" ? [state.ItemProcessor ?? state.Iterator] : [];
    for (const branch of state.Type === "Parallel" ? state.Branches : inner)
      if (branch) yield* statesOf(branch);
  }
}

type How = {
  input: string;
  context: NonNullable<RunOptions["context"]>;
  tasks: Map<string, Task>;
  pauses: NonNullable<RunOptions["overrides"]>;
};

function runOnce(machine: StateMachine, { input, context, tasks, pauses }: How): Run {
  const counter = new ExecutionCounter();
  const inFlight = new Set<Promise<unknown>>();
  const handler = (task: Task) => (value: unknown) => {
    counter.addTaskTry();
    const call = callTask(task, value);
    inFlight.add(call);
    return call.finally(() => inFlight.delete(call));
  };
  const taskResourceLocalHandlers = Object.fromEntries(
    [...tasks].map(([name, task]) => [name, handler(task)]),
  );
  const overrides = { ...pauses, taskResourceLocalHandlers };
  const run = machine.run(JSON.parse(input), { context, overrides });
  const counted = (async () => {
    for await (const log of run.eventLogs) counter.addLogged(log);
  })();
  let isAborted = false;
  const end = async () => {
    const outcome = await run.result.then(succeeded, failed);
    await Promise.allSettled([counted, ...inFlight]);
    return isAborted ? undefined : { ...outcome, counts: counter.counts };
  };
  const abort = () => {
    isAborted = true;
    run.abort();
  };
  return { ended: end(), abort };
}

function succeeded(output: unknown): Outcome {
  return { status: "SUCCEEDED", output: JSON.stringify(output) };
}

function failed(error: unknown): Outcome {
  if (error instanceof ExecutionTimeoutError)
    return { status: "TIMED_OUT", error: "States.Timeout", cause: "" };
  const reason = error instanceof ExecutionError ? error.cause : error;
  const { name, message } = reason instanceof Error ? reason : new Error(String(reason));
  return { status: "FAILED", error: name, cause: message };
}
