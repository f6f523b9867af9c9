import { outageNames } from "@dunmiao/store/engine/outage";
import { DeferredExecutions } from "./deferredExecutions.ts";
import type { Execution, ExecutionStore } from "./executionStore.ts";
import { type MachineSource, prepareMachine, type Run, type RunnableMachine } from "./stateMachine.ts";
import { executionArn, stateMachineArn } from "./stepFunctionsArn.ts";
import { Turns } from "./turns.ts";

export type StateMachinesOptions = {
  machines: Record<string, MachineSource>;
  store: ExecutionStore;
  /** Executions that run at the same time, 4 unless told; the others wait in order of start. */
  parallel?: number;
  /** Machines whose executions a person waits for: while one is to be run, only one of another machine runs beside it. */
  awaited?: readonly string[];
  /** `none`: Wait states and pauses before a retry pass at once. */
  waits?: "real" | "none";
};

/**
 * Runs executions that are kept in a store: an execution that a killed process left is run again from its start, and so
 * is one that the engine was not there for, until it is.
 */
export class StateMachines {
  readonly store: ExecutionStore;
  readonly #machines: Map<string, RunnableMachine>;
  readonly #turns: Turns;
  readonly #active = new Map<number, Run>();
  readonly #deferred = new DeferredExecutions((id) => this.#enqueue(id));
  #waiting: PromiseWithResolvers<void>[] = [];
  #ending: Promise<unknown>[] = [];
  #starts = 0;
  #isStopped = false;

  /** @throws Error for a definition that names a function that is not there */
  constructor({ machines, store, parallel = 4, awaited = [], waits = "real" }: StateMachinesOptions) {
    const prepared = Object.entries(machines).map(
      ([name, source]) => [name, prepareMachine(source, waits)] as const,
    );
    this.store = store;
    this.#machines = new Map(prepared);
    this.#turns = new Turns(parallel, awaited);
  }

  has(machine: string): boolean {
    return this.#machines.has(machine);
  }

  /** How many executions were ever started or resumed here: unchanged means that nothing new came. */
  get starts(): number {
    return this.#starts;
  }

  /** Writes the execution down, then runs it when its turn comes. Returns the instant in ms since 1970. */
  start(machine: string, name: string, input: string): number {
    const startedAt = Date.now();
    this.#enqueue(this.store.add(machine, name, input, startedAt), machine);
    return startedAt;
  }

  /** Runs again what was not finished when the last process ended. Returns how many. */
  resume(): number {
    const ids = this.store.unfinished().filter((id) => !this.#turns.has(id));
    for (const id of ids) this.#enqueue(id);
    return ids.length;
  }

  /** Runs again at once what failed for want of the engine. */
  rerun(): void {
    this.#deferred.release();
  }

  /** Settles when no execution runs or waits; rejects at `stop()`. */
  idle(): Promise<void> {
    if (this.#isStopped) return Promise.reject(new Error("The state machines have stopped."));
    if (this.#isIdle) return Promise.resolve();
    const waiter = Promise.withResolvers<void>();
    this.#waiting.push(waiter);
    return waiter.promise;
  }

  /** Lets running tasks end, begins no other, and leaves what is not finished to the next `resume()`. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#turns.clear();
    this.#deferred.clear();
    for (const run of this.#active.values()) run.abort();
    await Promise.all(this.#ending);
    for (const waiter of this.#waiting.splice(0))
      waiter.reject(new Error("The state machines have stopped."));
  }

  get #isIdle(): boolean {
    return this.#turns.size === 0 && this.#deferred.size === 0;
  }

  #enqueue(id: number, machine = this.store.get(id).machine): void {
    this.#starts += 1;
    this.#turns.add(id, machine);
    this.#fill();
  }

  #fill(): void {
    while (!this.#isStopped) {
      const id = this.#turns.next();
      if (id === undefined) return;
      const ending = this.#run(this.store.get(id)).finally(() => {
        this.#ending = this.#ending.filter((other) => other !== ending);
      });
      this.#ending.push(ending);
    }
  }

  async #run(execution: Execution): Promise<void> {
    const { id, machine, input } = execution;
    const runnable = this.#machines.get(machine);
    if (!runnable) this.#endWithoutMachine(id);
    else {
      const run = runnable.run(input, contextOf(execution));
      this.#active.set(id, run);
      const ended = await run.ended;
      if (ended && !this.#isStopped) this.#end(id, ended);
      this.#active.delete(id);
    }
    this.#turns.end(id);
    this.#fill();
    if (this.#isIdle) for (const waiter of this.#waiting.splice(0)) waiter.resolve();
  }

  /** What the engine was not there for, or what cannot be written down, has not ended: it stays running and comes again. */
  #end(id: number, { counts, ...outcome }: NonNullable<Awaited<Run["ended"]>>): void {
    const isOutage = outcome.status === "FAILED" && outageNames.includes(outcome.error);
    if (isOutage && this.#deferred.add(id)) return;
    const none = { output: null, error: null, cause: null };
    try {
      this.store.end(id, { ...none, stoppedAt: Date.now(), ...outcome, ...counts });
      this.#deferred.forget(id);
    } catch (error) {
      if (!this.#deferred.add(id)) throw error;
    }
  }

  /** A release without this state machine came since: nothing can finish the execution. */
  #endWithoutMachine(id: number): void {
    const none = { output: null, stateTransitions: 0, historyEvents: 0 };
    const cause = "The state machine is not there any more.";
    this.store.end(id, {
      ...none,
      status: "ABORTED",
      error: "StateMachineDeleted",
      cause,
      stoppedAt: Date.now(),
    });
  }
}

/** The part of the Context Object (`$$`) that the interpreter does not fill itself. */
function contextOf({ machine, name }: Execution) {
  return {
    Execution: { Id: executionArn(machine, name), Name: name },
    StateMachine: { Id: stateMachineArn(machine), Name: machine },
  };
}
