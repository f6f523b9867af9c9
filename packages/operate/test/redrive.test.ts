import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { shanghaiDate } from "@dunmiao/domain/calendarDate";
import { ExecutionStore } from "@dunmiao/local/machines/executionStore";
import { machineSources } from "@dunmiao/local/machines/machineSources";
import { StateMachines } from "@dunmiao/local/machines/stateMachines";
import { stateMachineArn } from "@dunmiao/local/machines/stepFunctionsArn";
import { serveStepFunctions } from "@dunmiao/local/machines/stepFunctionsServer";
import { afterEach, expect, test } from "vitest";
import * as z from "zod";
import { type Got, jsonServer } from "../../workflow/test/support/servers.ts";
import { changesOf, failureOf } from "../../workflow/test/support/stream.ts";
import { addPerson, openWorld, type World } from "../../workflow/test/support/world.ts";

const start = "2026-03-02";
const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const each of undo.splice(0).toReversed()) await each();
});

/** A queue that answers as SQS does, and keeps what is not deleted. */
async function queueOf(bodies: readonly string[]) {
  const kept = new Map(bodies.map((body, at) => [`handle-${at}`, body]));
  let isRead = false;
  const answerTo = ({ headers, body }: Got) => {
    if (headers["x-amz-target"] === "AmazonSQS.DeleteMessage") {
      kept.delete(z.object({ ReceiptHandle: z.string() }).parse(body).ReceiptHandle);
      return {};
    }
    // What was handed out is hidden for a while, whether it is deleted or not.
    const visible = isRead ? [] : [...kept];
    isRead = true;
    return {
      Messages: visible.map(([ReceiptHandle, Body]) => {
        const MD5OfBody = createHash("md5").update(Body).digest("hex");
        return { MessageId: ReceiptHandle, ReceiptHandle, Body, MD5OfBody };
      }),
    };
  };
  const server = await jsonServer((response, _nth, got) => {
    response
      .writeHead(200, { "content-type": "application/x-amz-json-1.0" })
      .end(JSON.stringify(answerTo(got)));
  });
  undo.push(server.stop);
  return { kept, url: `${server.url}/000000000000/failed-records` };
}

/** The state machines of a world behind their API. */
async function machinesOf(world: World) {
  const dir = mkdtempSync(join(tmpdir(), "dunmiao-redrive-"));
  const store = new ExecutionStore(dir);
  const machines = new StateMachines({ machines: machineSources(world.deps), store, waits: "none" });
  const server = await serveStepFunctions(machines);
  undo.push(async () => {
    await machines.stop();
    await server.close();
    store.close();
    rmSync(dir, { recursive: true, force: true });
  });
  return { machines, store, variables: server.variables };
}

/** A person is added; the record in the stream that asks for a progress. */
async function addedPerson(world: World) {
  let id = "";
  const changes = await changesOf(world, async () => {
    id = await addPerson(world, start);
  });
  const found = changes.find(({ record: { dynamodb } }) => dynamodb?.NewImage?.dueAt !== undefined);
  if (!found) throw new Error("the stream holds no record that is due");
  return { id, message: failureOf(found) };
}

/** `npm run redrive`, in a process of its own. */
function redrive(queue: { url: string }, machines: string, variables: Record<string, string>) {
  const command = join(import.meta.dirname, "../src/redrive.ts");
  const env = { ...process.env, ...variables };
  return promisify(execFile)(process.execPath, [command, "--queue", queue.url, "--machines", machines], {
    env,
  });
}

test("the command reads what failed from the stream again, starts what it asks for and empties the queue", async () => {
  const world = await openWorld(start, 1);
  const { id, message } = await addedPerson(world);
  const queue = await queueOf([message]);
  const { machines, store, variables } = await machinesOf(world);
  const { stdout } = await redrive(queue, stateMachineArn(""), variables);
  expect(stdout).toContain("1 started, 0 still failing, 0 older than a day");
  expect(queue.kept.size).toBe(0);
  await machines.idle();
  const execution = store.find("progress", `progress-${id}-v1-${shanghaiDate(new Date())}`);
  expect(execution).toMatchObject({ status: "SUCCEEDED" });
});

test("what fails again stays in the queue, and the command says so", async () => {
  const world = await openWorld(start, 1);
  const { message } = await addedPerson(world);
  const queue = await queueOf([message]);
  const { variables } = await machinesOf(world);
  await expect(redrive(queue, stateMachineArn("another-stage-"), variables)).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringContaining("0 started, 1 still failing"),
  });
  expect([...queue.kept.values()]).toEqual([message]);
});
