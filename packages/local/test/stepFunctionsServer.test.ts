import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  DescribeExecutionCommand,
  ListExecutionsCommand,
  SFNClient,
  StartExecutionCommand,
  type StartExecutionCommandInput,
} from "@aws-sdk/client-sfn";
import { executionStarter } from "@dunmiao/workflow/startExecution";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ExecutionStore } from "../src/machines/executionStore.ts";
import { StateMachines } from "../src/machines/stateMachines.ts";
import { stateMachineArn } from "../src/machines/stepFunctionsArn.ts";
import { type StepFunctionsServer, serveStepFunctions } from "../src/machines/stepFunctionsServer.ts";
import { oneTask } from "./throwawayMachines.ts";

let dir = "";
let gate = Promise.withResolvers<void>();
let calls = 0;
let served: {
  store: ExecutionStore;
  machines: StateMachines;
  server: StepFunctionsServer;
  client: SFNClient;
};

/** What a process does at its start; the tests call it again to start "the next process" on the same directory. */
async function serve() {
  const store = new ExecutionStore(dir);
  const machines = new StateMachines({
    store,
    machines: {
      quick: oneTask(async (input) => ({ got: input })),
      gated: oneTask(async () => {
        calls += 1;
        await gate.promise;
      }),
      broken: oneTask(async () => {
        throw Object.assign(new Error("no"), { name: "Broken" });
      }),
    },
  });
  const server = await serveStepFunctions(machines);
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const signing = { AWS_REGION: "local", AWS_ACCESS_KEY_ID: "local", AWS_SECRET_ACCESS_KEY: "local" };
  Object.assign(process.env, server.variables, signing);
  return { store, machines, server, client: new SFNClient({ region: "local", credentials }) };
}

async function stop() {
  gate.resolve();
  served.client.destroy();
  await served.server.close();
  await served.machines.stop();
  served.store.close();
}

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "dunmiao-test-"));
  gate = Promise.withResolvers<void>();
  calls = 0;
  served = await serve();
});
afterEach(async () => {
  await stop();
  rmSync(dir, { recursive: true, force: true });
});

const start = (machine: string, more: Partial<StartExecutionCommandInput> = {}) =>
  served.client.send(new StartExecutionCommand({ stateMachineArn: stateMachineArn(machine), ...more }));
const describeExecution = (executionArn = "") =>
  served.client.send(new DescribeExecutionCommand({ executionArn }));
const list = (more: object) =>
  served.client.send(new ListExecutionsCommand({ stateMachineArn: stateMachineArn("quick"), ...more }));

test("an execution is started, runs, and is described with input, output and instants", async () => {
  const before = Date.now() - 1;
  const started = await start("quick", { name: "first", input: '{"id": 1}' });
  expect(started.executionArn).toBe("arn:aws:states:local:000000000000:execution:quick:first");
  await served.machines.idle();
  const found = await describeExecution(started.executionArn);
  expect(found).toMatchObject({
    status: "SUCCEEDED",
    name: "first",
    stateMachineArn: stateMachineArn("quick"),
    input: '{"id": 1}',
    output: '{"got":{"id":1}}',
  });
  expect(found.startDate?.getTime()).toBeGreaterThan(before);
  expect(found.stopDate?.getTime()).toBeGreaterThanOrEqual(found.startDate?.getTime() ?? Infinity);
});

test("a failed execution tells error and cause", async () => {
  const { executionArn } = await start("broken", { name: "x" });
  await served.machines.idle();
  const found = await describeExecution(executionArn);
  expect(found).toMatchObject({ status: "FAILED", error: "Broken", cause: expect.stringContaining('"no"') });
  expect(found.output).toBeUndefined();
});

test("a running one tells that it runs, and no stop instant", async () => {
  const { executionArn } = await start("gated", { name: "x" });
  const found = await describeExecution(executionArn);
  expect([found.status, found.stopDate]).toEqual(["RUNNING", undefined]);
});

test("the same name and input while it runs is the same execution, and it runs once", async () => {
  const first = await start("gated", { name: "x", input: '{"a":1}' });
  const second = await start("gated", { name: "x", input: '{"a":1}' });
  expect([second.executionArn, second.startDate]).toEqual([first.executionArn, first.startDate]);
  gate.resolve();
  await served.machines.idle();
  expect(calls).toBe(1);
});

test("twenty at the same moment are one execution", async () => {
  const starts = await Promise.all(Array.from({ length: 20 }, () => start("gated", { name: "x" })));
  expect(new Set(starts.map(({ executionArn }) => executionArn)).size).toBe(1);
  gate.resolve();
  await served.machines.idle();
  expect(calls).toBe(1);
});

test("the name of a running one with another input is refused", async () => {
  await start("gated", { name: "x", input: "1" });
  await expect(start("gated", { name: "x", input: "2" })).rejects.toMatchObject({
    name: "ExecutionAlreadyExists",
    $metadata: { httpStatusCode: 400 },
  });
});

test("the name of an ended one is refused, also with the same input, also by the next process", async () => {
  await start("quick", { name: "x" });
  await served.machines.idle();
  await expect(start("quick", { name: "x" })).rejects.toMatchObject({ name: "ExecutionAlreadyExists" });
  await stop();
  served = await serve();
  await expect(start("quick", { name: "x" })).rejects.toMatchObject({ name: "ExecutionAlreadyExists" });
  expect((await start("gated", { name: "x" })).executionArn).toMatch(/:gated:x$/);
});

test.each([
  ["a state machine that is not there", () => start("nothing", { name: "x" }), "StateMachineDoesNotExist"],
  ["a name with a colon", () => start("quick", { name: "a:b" }), "InvalidName"],
  ["a name of 81 characters", () => start("quick", { name: "a".repeat(81) }), "InvalidName"],
  ["an input that is not JSON", () => start("quick", { input: "{" }), "InvalidExecutionInput"],
  ["an ARN of something else", () => start("quick", { stateMachineArn: "arn:aws:s3:::x" }), "InvalidArn"],
  [
    "an execution that is not there",
    () => describeExecution(`${stateMachineArn("quick").replace("stateMachine", "execution")}:no`),
    "ExecutionDoesNotExist",
  ],
  ["a token of nobody", () => list({ nextToken: "x" }), "InvalidToken"],
])("%s is refused by its name", async (_what, call, name) => {
  await expect(call()).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 400 } });
});

test("a name of 80 characters is accepted; without a name there is one", async () => {
  expect((await start("quick", { name: "a".repeat(80) })).executionArn).toMatch(/a{80}$/);
  expect((await start("quick")).executionArn).toMatch(/quick:[0-9a-f-]{36}$/);
});

test("lists are newest first, by status, page by page", async () => {
  for (const name of ["a", "b", "c", "d", "e"]) await start("quick", { name });
  await served.machines.idle();
  const namesOf = (page: Awaited<ReturnType<typeof list>>) => page.executions?.map(({ name }) => name);
  const first = await list({ maxResults: 2, statusFilter: "SUCCEEDED" });
  const second = await list({ maxResults: 2, nextToken: first.nextToken });
  const third = await list({ maxResults: 2, nextToken: second.nextToken });
  expect([first, second, third].map(namesOf)).toEqual([["e", "d"], ["c", "b"], ["a"]]);
  expect(third.nextToken).toBeUndefined();
  expect(namesOf(await list({ statusFilter: "RUNNING" }))).toEqual([]);
  expect((await list({})).executions).toHaveLength(5);
});

test("counts are told per execution and together", async () => {
  const { executionArn } = await start("quick", { name: "x" });
  await served.machines.idle();
  const get = async (path: string) => (await fetch(served.server.endpoint + path)).json();
  expect(await get(`/counts/${executionArn}`)).toEqual({ stateTransitions: 1, historyEvents: 7 });
  expect(await get("/counts")).toEqual([
    { machine: "quick", executions: 1, stateTransitions: 1, historyEvents: 7 },
  ]);
});

const startCall = {
  "content-type": "application/x-amz-json-1.0",
  "x-amz-target": "AWSStepFunctions.StartExecution",
};

test.each<[string, (endpoint: string) => string, Record<string, string>]>([
  ["without the secret", (endpoint) => new URL(endpoint).origin, {}],
  ["with another secret", (endpoint) => `${endpoint.slice(0, -1)}_`, {}],
  ["from a page of another site", (endpoint) => endpoint, { origin: "http://elsewhere.example" }],
  ["from a page of no site", (endpoint) => endpoint, { origin: "null" }],
  ["from a link or form of another site", (endpoint) => endpoint, { "sec-fetch-site": "cross-site" }],
])("a call %s is refused", async (_what, addressOf, headers) => {
  const body = JSON.stringify({ stateMachineArn: stateMachineArn("quick"), name: "x" });
  const call = { method: "POST", headers: { ...startCall, ...headers }, body };
  expect((await fetch(addressOf(served.server.endpoint), call)).status).toBe(403);
  expect((await list({})).executions).toEqual([]);
  expect((await fetch(served.server.endpoint, { ...call, headers: startCall })).status).toBe(200);
});

test("a taken name is success while its execution runs or after it succeeded; after a failure it is tried again", async () => {
  const [ok, failing, running] = ["quick", "broken", "gated"].map(stateMachineArn);
  const starter = executionStarter({
    progress: String(ok),
    "daily-sweep": String(failing),
    "import-cohort": String(running),
  });
  for (const machine of ["progress", "daily-sweep", "import-cohort"] as const)
    for (let times = 0; times < 3; times += 1) {
      await starter(machine, "x", {});
      if (machine !== "import-cohort") await served.machines.idle();
    }
  const namesOf = (machine: string) =>
    served.store.list(machine, undefined, 1e9, 100).map(({ name }) => name);
  expect(namesOf("quick")).toEqual(["x"]);
  expect(namesOf("gated")).toEqual(["x"]);
  expect(namesOf("broken")).toEqual(["x-try3", "x-try2", "x"]);
});

test.each([
  ["a form", { "content-type": "text/plain", "x-amz-target": "AWSStepFunctions.StartExecution" }],
  [
    "another service",
    { "content-type": "application/x-amz-json-1.0", "x-amz-target": "DynamoDB_20120810.Scan" },
  ],
  [
    "another operation",
    { "content-type": "application/x-amz-json-1.0", "x-amz-target": "AWSStepFunctions.StopExecution" },
  ],
])("%s gets nothing done", async (_what, headers) => {
  const body = JSON.stringify({ stateMachineArn: stateMachineArn("quick"), name: "x" });
  const answer = await fetch(served.server.endpoint, { method: "POST", headers, body });
  expect([answer.status, await answer.json()]).toMatchObject([400, { __type: "UnknownOperationException" }]);
  expect((await list({})).executions).toEqual([]);
});
