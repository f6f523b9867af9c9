import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ExecutionStore } from "../src/machines/executionStore.ts";
import type { MachineSource } from "../src/machines/stateMachine.ts";
import { StateMachines, type StateMachinesOptions } from "../src/machines/stateMachines.ts";
import { Turns } from "../src/machines/turns.ts";
import { killFixtures, killHard, startFixture } from "./child.ts";
import { oneTask, task, twoSteps } from "./throwawayMachines.ts";

let dir = "";
const opened: { machines: StateMachines; store: ExecutionStore }[] = [];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "dunmiao-test-"));
});
afterEach(async () => {
  await killFixtures();
  for (const { machines, store } of opened.splice(0)) {
    await machines.stop();
    store.close();
  }
  rmSync(dir, { recursive: true, force: true });
});

function open(
  machines: Record<string, MachineSource>,
  more: Partial<StateMachinesOptions> = {},
): StateMachines {
  const store = new ExecutionStore(dir);
  const running = new StateMachines({ machines, store, waits: "none", ...more });
  opened.push({ machines: running, store });
  return running;
}

/** Runs one execution of a machine to its end and returns what the store says of it. */
async function run(source: MachineSource, input: unknown = {}) {
  const machines = open({ it: source });
  machines.start("it", "x", JSON.stringify(input));
  await machines.idle();
  return machines.store.find("it", "x");
}

class Busy extends Error {
  override name = "Busy";
}
const failing = (error: unknown, times = Number.POSITIVE_INFINITY) => {
  let calls = 0;
  return {
    calls: () => calls,
    work: async () => {
      calls += 1;
      if (calls <= times) throw error;
      return "done";
    },
  };
};

describe("errors by name", () => {
  const retry = [{ ErrorEquals: ["Busy"], MaxAttempts: 3, IntervalSeconds: 100, BackoffRate: 10 }];

  test("an error that Retry names is tried again as often as it says, without its pauses", async () => {
    const { work, calls } = failing(new Busy("later"), 3);
    expect(await run(oneTask(work, { Retry: retry }))).toMatchObject({
      status: "SUCCEEDED",
      output: '"done"',
    });
    expect(calls()).toBe(4);
  });

  test("one try more than that fails, with the error's name and its message in the cause", async () => {
    const { work, calls } = failing(new Busy("later"));
    const found = await run(oneTask(work, { Retry: retry }));
    expect(found).toMatchObject({ status: "FAILED", error: "Busy" });
    expect(JSON.parse(found?.cause ?? "")).toMatchObject({ errorType: "Busy", errorMessage: "later" });
    expect(calls()).toBe(4);
  });

  test("an error that Retry does not name is not tried again", async () => {
    const { work, calls } = failing(new TypeError("bug"));
    expect(await run(oneTask(work, { Retry: retry }))).toMatchObject({
      status: "FAILED",
      error: "TypeError",
    });
    expect(calls()).toBe(1);
  });

  test("Catch by name gets name and cause as its input, beside what was there", async () => {
    const seen: unknown[] = [];
    const catching = {
      Catch: [{ ErrorEquals: ["Busy"], ResultPath: "$.failure", Next: "Flag" }],
      Next: "Done",
    };
    const flag = { Type: "Task", Resource: task("flag"), Next: "Done" };
    const source = oneTask(failing(new Busy("later")).work, catching, {
      Flag: flag,
      Done: { Type: "Succeed" },
    });
    source.tasks[task("flag")] = async (input) => seen.push(input);
    expect(await run(source, { id: 7 })).toMatchObject({ status: "SUCCEEDED" });
    expect(seen).toEqual([{ id: 7, failure: { Error: "Busy", Cause: expect.stringContaining("later") } }]);
  });

  test("States.TaskFailed catches any error of a task", async () => {
    const catching = { Catch: [{ ErrorEquals: ["States.TaskFailed"], Next: "Done" }], Next: "Done" };
    const source = oneTask(failing(new RangeError("x")).work, catching, { Done: { Type: "Succeed" } });
    expect(await run(source)).toMatchObject({ status: "SUCCEEDED" });
  });

  test("a Fail state gives its own error and cause", async () => {
    const source = oneTask(
      async () => "",
      { Next: "No" },
      { No: { Type: "Fail", Error: "Refused", Cause: "why" } },
    );
    expect(await run(source)).toMatchObject({ status: "FAILED", error: "Refused", cause: "why" });
  });

  test("a result above 256 KiB is refused as on AWS", async () => {
    const found = await run(oneTask(async () => "x".repeat(262_143)));
    expect(found).toMatchObject({ status: "FAILED", error: "States.DataLimitExceeded" });
  });
});

describe("what a task is given and gives", () => {
  test("it is JSON on both sides: nothing is shared, an absent answer is null", async () => {
    const source = oneTask(
      async (input) => {
        (input as { list: number[] }).list.push(9);
        return undefined;
      },
      { ResultPath: "$.answer" },
    );
    expect(JSON.parse((await run(source, { list: [1] }))?.output ?? "")).toEqual({ list: [1], answer: null });
  });

  test("the Context Object tells the execution's name", async () => {
    const source = oneTask(async (input) => input, { Parameters: { "name.$": "$$.Execution.Name" } });
    expect((await run(source))?.output).toBe('{"name":"x"}');
  });

  test("a resource without a function is refused at once", () => {
    const nobody = { ...oneTask(async () => ""), tasks: {} };
    expect(() => open({ nobody })).toThrow(/No function stands for .*work.*"Work"/);
  });
});

describe("counts as AWS counts", () => {
  const two = (states: object) => ({ definition: { StartAt: "A", States: states }, tasks: {} });

  test.each([
    ["one task: start, entered, scheduled, started, succeeded, exited, end", oneTask(async () => ""), 1, 7],
    ["a Pass and a Succeed: 2 each", two({ A: { Type: "Pass", Next: "B" }, B: { Type: "Succeed" } }), 2, 6],
    ["a Fail is entered, not left", two({ A: { Type: "Fail", Error: "E" } }), 1, 3],
    [
      "a Choice and a Wait: 2 each",
      two({
        A: { Type: "Choice", Choices: [{ Variable: "$.no", IsPresent: true, Next: "B" }], Default: "B" },
        B: { Type: "Wait", Seconds: 60, End: true },
      }),
      2,
      6,
    ],
    [
      "a task failing twice, then well: a transition and 3 events per try",
      oneTask(failing(new Busy(""), 2).work, { Retry: [{ ErrorEquals: ["Busy"] }] }),
      3,
      13,
    ],
    ["a task that fails for good is not left", oneTask(failing(new Busy("")).work), 1, 6],
    [
      "a task that is caught is left",
      oneTask(
        failing(new Busy("")).work,
        { Catch: [{ ErrorEquals: ["Busy"], Next: "B" }], Next: "B" },
        { B: { Type: "Succeed" } },
      ),
      2,
      9,
    ],
  ])("%s", async (_what, source, stateTransitions, historyEvents) => {
    expect(await run(source)).toMatchObject({ stateTransitions, historyEvents });
  });

  test("a Map of two: itself 4, each iteration 2 and its states", async () => {
    const inner = { StartAt: "I", States: { I: { Type: "Pass", End: true } } };
    const source = two({ A: { Type: "Map", ItemProcessor: inner, Next: "B" }, B: { Type: "Succeed" } });
    expect(await run(source, [1, 2])).toMatchObject({
      stateTransitions: 4,
      historyEvents: 2 + 4 + 2 * (2 + 2) + 2,
    });
  });

  test("totals add up the ended executions of each machine", async () => {
    const machines = open({ a: oneTask(async () => ""), b: oneTask(async () => "") });
    for (const name of ["x", "y"]) machines.start("a", name, "{}");
    machines.start("b", "x", "{}");
    await machines.idle();
    expect(machines.store.totals()).toEqual([
      { machine: "a", executions: 2, stateTransitions: 2, historyEvents: 14 },
      { machine: "b", executions: 1, stateTransitions: 1, historyEvents: 7 },
    ]);
  });
});

describe("many executions", () => {
  test("no more than the given number run at once, the others wait in order, and all end", async () => {
    let now = 0;
    let most = 0;
    const order: unknown[] = [];
    const work = async (input: unknown) => {
      order.push(input);
      now += 1;
      most = Math.max(most, now);
      await new Promise(setImmediate);
      now -= 1;
    };
    const machines = open({ it: oneTask(work) }, { parallel: 3 });
    for (let at = 0; at < 50; at += 1) machines.start("it", `n${at}`, String(at));
    await machines.idle();
    expect(most).toBe(3);
    expect(order).toEqual(Array.from({ length: 50 }, (_, at) => at));
    expect(machines.store.list("it", "SUCCEEDED", 99, 99)).toHaveLength(50);
  });

  test("what a person waits for goes first and leaves the others one place", () => {
    const turns = new Turns(3, ["import"]);
    const takeAll = () => Array.from({ length: 4 }, () => turns.next()).filter((id) => id !== undefined);
    const afterEnd = (id: number) => {
      turns.end(id);
      return takeAll();
    };
    for (const id of [1, 2, 3, 4, 5, 6]) turns.add(id, "progress");
    expect(takeAll()).toEqual([1, 2, 3]);
    for (const id of [7, 8]) turns.add(id, "import");
    expect([1, 2, 3, 7, 4].map(afterEnd)).toEqual([[7], [8], [4], [], [5]]);
    expect([8, 5, 6].map(afterEnd)).toEqual([[6], [], []]);
    expect(turns.size).toBe(0);
  });

  test("idle waits for executions that executions start", async () => {
    let machines: StateMachines | undefined;
    const parent = oneTask(async () => void machines?.start("child", "c", "{}"));
    machines = open({ parent, child: oneTask(async () => "born") }, { parallel: 1 });
    machines.start("parent", "p", "{}");
    await machines.idle();
    expect(machines.store.find("child", "c")).toMatchObject({ status: "SUCCEEDED", output: '"born"' });
  });
});

describe("over the end of the process", () => {
  test("after kill -9, resume runs what had not ended, from its start, in order, and nothing that had", async () => {
    const { child, lines } = await startFixture("runAndHang.ts", dir);
    const step = (key: string, name: string) => ({ step: name, key });
    await vi.waitFor(() => expect(lines).toHaveLength(4), 60_000);
    await killHard(child);
    expect(lines).toEqual([step("a", "one"), step("a", "two"), step("b", "one"), step("b", "two")]);
    const calls: unknown[] = [];
    const machines = open(
      { twoSteps: twoSteps(async (name, { key }) => calls.push(step(key, name))) },
      { parallel: 1 },
    );
    expect(machines.store.find("twoSteps", "a")).toMatchObject({ status: "SUCCEEDED" });
    expect(machines.resume()).toBe(2);
    await machines.idle();
    expect(calls).toEqual([step("b", "one"), step("b", "two"), step("c", "one"), step("c", "two")]);
    expect(machines.store.list("twoSteps", "SUCCEEDED", 99, 99)).toHaveLength(3);
    expect(machines.resume()).toBe(0);
  });

  test("stop lets the running task end, begins no other, and the next process finishes the rest", async () => {
    const inTask = Promise.withResolvers<void>();
    const mayEnd = Promise.withResolvers<void>();
    const calls: string[] = [];
    const slow = twoSteps(async (step) => {
      calls.push(`${step} begins`);
      inTask.resolve();
      await mayEnd.promise;
      calls.push(`${step} ends`);
    });
    const first = open({ it: slow });
    first.start("it", "x", "{}");
    await inTask.promise;
    const stopping = first.stop().then(() => calls.push("stopped"));
    mayEnd.resolve();
    await stopping;
    expect(calls).toEqual(["one begins", "one ends", "stopped"]);
    const second = open({ it: twoSteps(async () => "well") });
    expect(second.resume()).toBe(1);
    await second.idle();
    expect(second.store.find("it", "x")).toMatchObject({ status: "SUCCEEDED", output: '"well"' });
  });

  test("an execution of a state machine that is gone is closed, not kept for ever", async () => {
    const first = open({ old: oneTask(async () => new Promise(() => {})) });
    first.store.add("old", "x", "{}", 0);
    const second = open({});
    second.resume();
    await second.idle();
    expect(second.store.find("old", "x")).toMatchObject({ status: "ABORTED", error: "StateMachineDeleted" });
  });

  test("names are kept for 90 days after the end, then free again", () => {
    const day = 24 * 3_600_000;
    const store = new ExecutionStore(dir);
    const ended = {
      status: "SUCCEEDED",
      output: "1",
      error: null,
      cause: null,
      stateTransitions: 1,
      historyEvents: 1,
    } as const;
    store.end(store.add("it", "x", "{}", 0), { ...ended, stoppedAt: 0 });
    store.add("it", "running", "{}", 0);
    store.close();
    const later = new ExecutionStore(dir, 90 * day);
    expect(later.find("it", "x")).toBeDefined();
    later.close();
    const latest = new ExecutionStore(dir, 90 * day + 1);
    expect(latest.find("it", "x")).toBeUndefined();
    expect(latest.find("it", "running")).toBeDefined();
    latest.close();
  });
});
