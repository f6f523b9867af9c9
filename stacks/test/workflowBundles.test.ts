import { shanghaiDate } from "@dunmiao/domain/calendarDate";
import { listFlags } from "@dunmiao/store/engine/flag";
import type { DynamoDBBatchResponse } from "aws-lambda";
import { afterEach, expect, test, vi } from "vitest";
import { leave, reportIn } from "../../packages/workflow/test/support/acts.ts";
import { addImport, personRow } from "../../packages/workflow/test/support/imports.ts";
import { addNotice } from "../../packages/workflow/test/support/notices.ts";
import { robotWithSecret } from "../../packages/workflow/test/support/servers.ts";
import { changesOf, failureOf } from "../../packages/workflow/test/support/stream.ts";
import {
  addCohort,
  addPerson,
  eventsOf,
  openWorld,
  type World,
} from "../../packages/workflow/test/support/world.ts";
import { grants } from "../grants.ts";
import { deployedFunctions } from "./deployed.ts";
import { type Machines, machineArns, openMachines, type Task } from "./deployedWorkflow.ts";

const start = "2026-03-02";
const { load } = deployedFunctions();
const taskNames = Object.keys(grants).filter(
  (name) => !["site", "onEvent", "flagFailedRecords"].includes(name),
);
const anchorNames = {
  AUDIT_KEY: "arn:aws:kms:local:000000000000:key/x",
  AUDIT_ORIGIN: "dunmiao-audit",
  ARCHIVE_BUCKET: "archive",
};
let machines: Machines | undefined;
afterEach(async () => {
  await machines?.stop();
  machines = undefined;
  vi.unstubAllEnvs();
});

/** Every task from its bundle over a world; what each is given is written down, what it answers may be changed. */
async function opened(world: World, change: Readonly<Record<string, (answer: object) => object>> = {}) {
  const environment = { TABLE_NAME: world.store.tableName, ...machineArns, ...anchorNames };
  const given = new Map<string, unknown[]>();
  const tasks: Record<string, Task> = {};
  for (const name of taskNames) {
    const handler = await load(name, environment);
    const { [name]: changed = (answer: object) => answer } = change;
    tasks[name] = async (input) => {
      given.set(name, [...(given.get(name) ?? []), input]);
      return changed((await handler(input)) as object);
    };
  }
  machines = await openMachines(world, tasks);
  return { ...machines, given };
}

const succeeded = (name: unknown) => ({ name, status: "SUCCEEDED" });

test("every task from its bundle does the work of the definitions: a sweep starts it all", async () => {
  const world = await openWorld(start, 3);
  const people = await addCohort(world, { id: "c1", startsOn: start, people: [1, 2] });
  await addImport(world, "i1", [personRow(3)]);
  await addNotice(world, "n1");
  const { run, ended, given } = await opened(world, {
    // As if a sweep had gone through 500 pages.
    listDue: (answer) => ({ ...answer, page: 500 }),
  });
  await run("daily-sweep", "sweep", { asOf: start });
  await run("progress", "nobody", { kind: "secondment", id: "nobody", asOf: start });
  // Nothing was changed on a day before: there is no head to sign, and nothing that an export could prove.
  const idle = ["signDay", "exportPage", "sealExport", "failExport"];
  expect([...given.keys()].toSorted()).toEqual(taskNames.filter((name) => !idle.includes(name)).toSorted());
  expect(given.get("continueSweep")).toEqual([
    { asOf: start, kind: "pair", page: 500, next: "continue" },
    { asOf: start, kind: "import", page: 500, next: "continue" },
    { asOf: start, kind: "notice", page: 500, next: "continue" },
    { asOf: start, kind: "audit-export", page: 500, next: "continue" },
  ]);
  expect(ended("daily-sweep")).toEqual(
    [
      "sweep",
      ...["pair", "import", "notice", "audit-export"].map((kind) => `daily-sweep-${start}-${kind}-start`),
    ].map(succeeded),
  );
  expect(ended("import-cohort")).toEqual([succeeded(expect.stringContaining("i1"))]);
  expect(ended("recount-calendar")).toEqual([succeeded(expect.stringContaining("n1"))]);
  const ofPeople = people.map((id) => succeeded(expect.stringContaining(id)));
  expect(ended("progress")).toEqual(expect.arrayContaining([...ofPeople, succeeded("nobody")]));
  for (const id of people) expect(await eventsOf(world, id)).toContain("checkpoint.opened");
  expect(await listFlags(world.store)).toMatchObject([{ kind: "secondment", id: "nobody" }]);
});

test("what the daily rule sends, an empty input, is a sweep of the day in Shanghai", async () => {
  const world = await openWorld(start, 1);
  const { run, ended, given } = await opened(world);
  await run("daily-sweep", "rule", {});
  expect(ended("daily-sweep")).toEqual([succeeded("rule")]);
  expect(given.get("startProgress")?.at(-1)).toMatchObject({ asOf: shanghaiDate(new Date()), items: [] });
});

test("the step that tells reads the robot's address from its secret", async () => {
  const world = await openWorld(start, 1);
  const id = await addPerson(world, start);
  const { robot, secrets, variables, stop } = await robotWithSecret();
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const secret = "arn:aws:secretsmanager:local:000000000000:secret:robot-AbCdEf";
  const environment = { TABLE_NAME: world.store.tableName };
  const decide = await load("decide", environment);
  const takeStep = await load("takeStep", { ...environment, WECOM_WEBHOOK_SECRET: secret });
  let at: unknown = { kind: "secondment", id, asOf: "2026-03-06" };
  for (const _ of Array.from({ length: 6 })) at = await takeStep(await decide(at));
  stop();
  expect(secrets.got.map(({ body }) => body)).toEqual([{ SecretId: secret }]);
  expect(robot.got.map(({ body }) => JSON.stringify(body)).join()).toMatch(/到期提醒.*已逾期/);
});

test("the stream's consumer from its bundle starts what was made and what was changed, and reports what failed", async () => {
  const world = await openWorld(start, 3);
  const { idle, ended } = await opened(world);
  const consumer = await load("onEvent", machineArns);
  let id = "";
  const made = await changesOf(world, async () => {
    id = await addPerson(world, start);
  });
  const changed = await changesOf(world, async () => {
    await reportIn(world, id);
    await leave(world, id, "2026-04-07", "2026-04-28");
    await addImport(world, "i1", [personRow(3)]);
  });
  const kinds = new Set([...made, ...changed].map(({ record }) => record.eventName));
  expect(kinds).toEqual(new Set(["INSERT", "MODIFY"]));
  for (const changes of [made, changed]) {
    const event = { Records: changes.map(({ record }) => record) };
    expect(await consumer(event)).toEqual({ batchItemFailures: [] });
  }
  await idle();
  const today = shanghaiDate(new Date());
  expect(ended("progress").map(({ name }) => name)).toContain(`progress-${id}-v1-${today}`);
  expect(ended("import-cohort")).toHaveLength(1);

  const due = changed.filter(({ record }) => record.dynamodb?.Keys?.sk?.S === "RECORD");
  const ofPerson = due.filter(
    ({ record }) => record.dynamodb?.Keys?.pk?.S === `SECONDMENT#${id}` && record.dynamodb.NewImage?.dueAt,
  );
  expect(due.length).toBeGreaterThan(ofPerson.length);
  const failing = await load("onEvent", { ...machineArns, PROGRESS_ARN: `${machineArns.PROGRESS_ARN}-gone` });
  const answer = (await failing({ Records: due.map(({ record }) => record) })) as DynamoDBBatchResponse;
  expect(new Set(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))).toEqual(
    new Set(ofPerson.map(({ record }) => record.dynamodb?.SequenceNumber)),
  );
});

test("what failed for good is read from the stream again and put before a person", async () => {
  const world = await openWorld(start, 1);
  let id = "";
  const changes = await changesOf(world, async () => {
    id = await addPerson(world, start);
  });
  const failed = changes.filter(({ record }) => record.dynamodb?.Keys?.pk?.S === `SECONDMENT#${id}`);
  const [record] = failed.filter((each) => each.record.dynamodb?.Keys?.sk?.S === "RECORD");
  if (!record) throw new Error("the stream holds no record");
  const flagFailed = await load("flagFailedRecords", { TABLE_NAME: world.store.tableName });
  await flagFailed({ Records: [{ EventSource: "aws:sns", Sns: { Message: failureOf(record) } }] });
  expect(await listFlags(world.store)).toMatchObject([
    { kind: "secondment", id, summary: { code: "stream.record-failed" } },
  ]);
});
