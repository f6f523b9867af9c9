import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BatchWriteCommand } from "@aws-sdk/lib-dynamodb";
import { indexAttributes } from "@dunmiao/store/engine/indexKeys";
import { recordKey } from "@dunmiao/store/engine/keys";
import type { WorkflowDeps } from "@dunmiao/workflow/deps";
import { pagesUnlessTold } from "@dunmiao/workflow/tasks/sweep";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openEmptyWorld, type World } from "../../workflow/test/support/world.ts";
import { ExecutionStore } from "../src/machines/executionStore.ts";
import { machineSources } from "../src/machines/machineSources.ts";
import { StateMachines } from "../src/machines/stateMachines.ts";

const asOf = "2026-03-02";
const due = 2_000;
/** AWS ends an execution at so many events. */
const mostEvents = 25_000;
/** An attempt of a task: scheduled, started, succeeded or failed; four retries after the first. */
const eventsOfFailedAttempts = 3 * 4;
const tasksOfPage = 2;
let world: World;
let dir: string;
let executions: ExecutionStore;
beforeAll(async () => {
  world = await openEmptyWorld(asOf);
  dir = mkdtempSync(join(tmpdir(), "dunmiao-history-"));
  executions = new ExecutionStore(dir);
  await putDue();
});
afterAll(() => {
  executions.close();
  rmSync(dir, { recursive: true, force: true });
});

/** What the sweep sees of subjects that are due: their row in the index, nothing else. */
async function putDue(): Promise<void> {
  const { documents, tableName } = world.store;
  const items = Array.from({ length: due }, (_, n) => {
    const id = `c1-${100_000 + n}`;
    const index = indexAttributes("secondment", id, { dueOn: asOf });
    return { ...recordKey("secondment", id), ...index, kind: "secondment", version: 1, summary: "[]" };
  });
  for (let at = 0; at < items.length; at += 25) {
    const writes = items.slice(at, at + 25).map((Item) => ({ PutRequest: { Item } }));
    await documents.send(new BatchWriteCommand({ RequestItems: { [tableName]: writes } }));
  }
}

/** Runs one sweep on the runner; answers its history and everything that it started. */
async function sweep(name: string, pages: Pick<WorkflowDeps, "pagesPerExecution"> = {}) {
  const started: { machine: string; name: string; input: object }[] = [];
  const start: WorkflowDeps["start"] = async (machine, of, input) => {
    started.push({ machine, name: of, input });
  };
  const sources = machineSources({ ...world.deps, ...pages, start });
  const machines = new StateMachines({ machines: sources, store: executions });
  machines.start("daily-sweep", name, JSON.stringify({ asOf }));
  await machines.idle();
  await machines.stop();
  const ended = executions.find("daily-sweep", name);
  expect(ended?.status).toBe("SUCCEEDED");
  return { events: ended?.historyEvents ?? 0, started };
}

test("2,000 due subjects are one execution of under 2,000 history events, each started once", async () => {
  const { events, started } = await sweep("whole");
  expect(started.filter(({ machine }) => machine === "progress")).toHaveLength(due);
  // And one that closes the days before, and one that verifies records.
  expect(new Set(started.map(({ name }) => name)).size).toBe(due + 2);
  expect(events).toBeLessThan(2_000);
});

test("it goes on as a new execution before the history is full, were every attempt but the last to fail", async () => {
  const [one, two] = [
    await sweep("one", { pagesPerExecution: 1 }),
    await sweep("two", { pagesPerExecution: 2 }),
  ];
  const ofPage = two.events - one.events;
  expect(one.started.at(-1)).toMatchObject({ machine: "daily-sweep", input: { asOf, kind: "secondment" } });
  const worstPage = ofPage + tasksOfPage * eventsOfFailedAttempts;
  expect(one.events + worstPage * pagesUnlessTold).toBeLessThan(mostEvents);
  expect(ofPage).toBe(12);
});
