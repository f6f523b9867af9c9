import { createRequire } from "node:module";
import { outageNames } from "@dunmiao/store/engine/outage";
import { describe, expect, test } from "vitest";
import { definitions, type TaskName, taskHandlers } from "../src/handlers.ts";

type Validated = { isValid: boolean; errorsText(): string };
const require = createRequire(import.meta.url);
const validate: (definition: unknown) => Validated = require("asl-validator");

const names = Object.keys(taskHandlers({} as never)) as TaskName[];
const arnsIn = (partition: string) =>
  Object.fromEntries(
    names.map((name) => [name, `arn:${partition}:lambda:cn-north-1:000000000000:function:${name}`]),
  ) as Record<TaskName, string>;
type State = Record<string, unknown>;
const machines = Object.entries(definitions(arnsIn("aws-cn")));

const failsLoudly = ["daily-sweep", "close-day", "verify-records"];

/** Every state that a state may go to. */
function nextOf(state: State): string[] {
  const choices = (state.Choices ?? []) as { Next: string }[];
  const catches = (state.Catch ?? []) as { Next: string }[];
  return [state.Next, state.Default, ...choices.map(({ Next }) => Next), ...catches.map(({ Next }) => Next)]
    .filter((each) => each !== undefined)
    .map(String);
}

function reachable(start: string, states: Record<string, State>): Set<string> {
  const seen = new Set<string>();
  const ahead = [start];
  for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    ahead.push(...nextOf(states[name] ?? {}));
  }
  return seen;
}

describe.each(machines)("%s", (machine, definition) => {
  const states: Record<string, State> = definition.States;
  const tasks = Object.entries(states).filter(([, { Type }]) => Type === "Task");

  test("is valid ASL, in both partitions, as the JSON that is deployed", () => {
    for (const partition of ["aws", "aws-cn"]) {
      const json = JSON.parse(JSON.stringify(definitions(arnsIn(partition))[machine as "progress"]));
      const validated = validate(json);
      expect(validated.isValid, validated.errorsText()).toBe(true);
    }
  });

  test("is JSONPath only: the local interpreter ignores JSONata without a word", () => {
    const text = JSON.stringify(definition);
    for (const word of ["QueryLanguage", "{%", '"Arguments"', '"Output"', '"Condition"', '"Assign"'])
      expect(text).not.toContain(word);
  });

  test("has no state that cannot be reached, and none that is missing", () => {
    expect([...reachable(definition.StartAt, states)].toSorted()).toEqual(Object.keys(states).toSorted());
  });

  test("retries every task finitely, on errors that are named", () => {
    for (const [name, { Retry }] of tasks) {
      const retriers = Retry as { ErrorEquals: string[]; MaxAttempts: number }[];
      expect(retriers, name).toHaveLength(1);
      for (const { ErrorEquals, MaxAttempts } of retriers) {
        expect(MaxAttempts).toBeGreaterThan(0);
        expect(MaxAttempts).toBeLessThan(10);
        expect(ErrorEquals).not.toContain("States.ALL");
        expect(ErrorEquals).not.toContain("States.TaskFailed");
        expect(ErrorEquals).toContain("RecordBusyError");
      }
    }
  });

  test("puts what fails before a person, or says so in its record; the sweep and what closes days fail loudly and flagging catches nothing", () => {
    const lastResort = machine === "export-audit" ? "Say that it failed" : "Flag for a person";
    for (const [name, { Catch }] of tasks) {
      const isCaught = !failsLoudly.includes(machine) && name !== lastResort;
      const catchers = [
        { ErrorEquals: outageNames, ResultPath: "$.failure", Next: "Store unavailable" },
        { ErrorEquals: ["States.ALL"], ResultPath: "$.failure", Next: lastResort },
      ];
      expect(Catch, name).toEqual(isCaught ? catchers : undefined);
    }
  });

  test("an outage that outlasts the retries fails the execution, so that the work may be started again", () => {
    if (!failsLoudly.includes(machine)) expect(states["Store unavailable"]?.Type).toBe("Fail");
    for (const [name, { Retry }] of tasks)
      expect((Retry as { ErrorEquals: string[] }[])[0]?.ErrorEquals, name).toEqual(
        expect.arrayContaining(outageNames),
      );
  });

  test("ends at last: a time limit within a day, and a state that succeeds", () => {
    expect(definition.TimeoutSeconds).toBeLessThanOrEqual(86_400);
    expect(Object.values(states).filter(({ Type }) => Type === "Succeed")).toHaveLength(1);
  });
});

test("every task function stands behind a state of some machine", () => {
  const used = machines.flatMap(([, { States }]) => Object.values(States).map(({ Resource }) => Resource));
  expect(new Set(used.filter(Boolean))).toEqual(new Set(Object.values(arnsIn("aws-cn"))));
});
