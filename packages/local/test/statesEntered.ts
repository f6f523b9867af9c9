import { vi } from "vitest";
import { ExecutionCounter } from "../src/machines/executionCounts.ts";
import { machineNames } from "./workflowStack.ts";

type Definitions = Record<string, { definition: { StartAt: string; States: object } }>;

/** `machine: state` for every state of every definition. */
export function allStates(definitions: Definitions): string[] {
  return machineNames
    .flatMap((name) =>
      Object.keys(definitions[name]?.definition.States ?? {}).map((state) => `${name}: ${state}`),
    )
    .toSorted();
}

/**
 * Watches from now on which states executions enter, read from the same log that counts them. An execution's log does
 * not name its machine; its first state does, which is another one in each definition.
 */
export function watchStates(definitions: Definitions): Set<string> {
  const machineOfStart = new Map(
    machineNames.map((name) => [definitions[name]?.definition.StartAt, name] as const),
  );
  const machineOf = new WeakMap<ExecutionCounter, string>();
  const entered = new Set<string>();
  const counting = Object.getOwnPropertyDescriptor(ExecutionCounter.prototype, "addLogged")?.value;
  vi.spyOn(ExecutionCounter.prototype, "addLogged").mockImplementation(function (
    this: ExecutionCounter,
    log,
  ) {
    if (log.type === "StateEntered") {
      const machine = machineOf.get(this) ?? machineOfStart.get(log.state.name) ?? "unknown";
      machineOf.set(this, machine);
      entered.add(`${machine}: ${log.state.name}`);
    }
    counting.call(this, log);
  });
  return entered;
}
