import type { StateMachine } from "aws-local-stepfunctions";

/** What AWS would count: transitions are billed, and an execution may have at most 25,000 history events. */
export type ExecutionCounts = { stateTransitions: number; historyEvents: number };

type Log = ReturnType<StateMachine["run"]>["eventLogs"] extends AsyncGenerator<infer Event> ? Event : never;

/**
 * Counts an execution from its log as AWS counts it. Each state entered is a transition and so is each retry
 * (AWS Step Functions pricing: "each time a step of your workflow is executed", "including retries").
 * History events: start and end of the execution 2; each state entered 1 and left 1 (a Fail is not left);
 * each try of a task 3 (scheduled, started, succeeded or failed), given by `taskTries` because the log has no
 * event for it; a Map or Parallel 2 more (started, succeeded or failed) and a Map iteration 2.
 */
export class ExecutionCounter {
  #transitions = 0;
  #events = 0;
  #taskTries = 0;

  addTaskTry(): void {
    this.#taskTries += 1;
  }

  addLogged(log: Log): void {
    if (log.type === "StateEntered" || log.type === "StateRetried") this.#transitions += 1;
    this.#events += eventsOf(log);
  }

  get counts(): ExecutionCounts {
    return { stateTransitions: this.#transitions, historyEvents: this.#events + 3 * this.#taskTries };
  }
}

function eventsOf(log: Log): number {
  switch (log.type) {
    case "ExecutionStarted":
    case "ExecutionSucceeded":
    case "ExecutionFailed":
    case "ExecutionAborted":
    case "ExecutionTimeout":
    case "MapIterationStarted":
    case "MapIterationSucceeded":
    case "MapIterationFailed":
      return 1;
    case "StateEntered":
    case "StateExited":
      return 1 + whenBranching(log.state.type, 1);
    case "StateFailed":
    case "StateRetried":
      return whenBranching(log.state.type, 1);
    case "StateCaught":
      return whenBranching(log.state.type, -1);
    case "ParallelBranchStarted":
    case "ParallelBranchSucceeded":
    case "ParallelBranchFailed":
      return 0;
  }
}

/** A caught Map or Parallel is left without having succeeded, which leaving it has counted. */
function whenBranching(type: string, count: number): number {
  return type === "Map" || type === "Parallel" ? count : 0;
}
