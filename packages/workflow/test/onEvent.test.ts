import { accept } from "@dunmiao/domain/refusal";
import { changeSecondment } from "@dunmiao/store/changeSecondment";
import { putFlag } from "@dunmiao/store/engine/flag";
import { createSession } from "@dunmiao/store/session";
import type { DynamoDBRecord } from "aws-lambda";
import { afterEach, beforeAll, expect, test } from "vitest";
import { changedByTest } from "../../store/test/happened.ts";
import { actingAs } from "../src/deps.ts";
import { onEvent } from "../src/onEvent.ts";
import { leave, reportIn } from "./support/acts.ts";
import { addImport, personRow } from "./support/imports.ts";
import { addNotice } from "./support/notices.ts";
import { progress } from "./support/progress.ts";
import { changesOf as streamChanges } from "./support/stream.ts";
import { addPerson, openWorld, type World } from "./support/world.ts";

const start = "2026-03-02";
let world: World;
let people = 0;
beforeAll(async () => {
  world = await openWorld(start, 20);
});
afterEach(() => {
  world.clock.today = start;
});

async function someone(startsOn: string): Promise<string> {
  people += 1;
  return addPerson(world, startsOn, people);
}

/** What the changes during `work` put into the stream. */
async function changesOf(work: () => Promise<unknown>): Promise<DynamoDBRecord[]> {
  return (await streamChanges(world, work)).map(({ record }) => record);
}

/** Delivers records and answers the names that were started by them. */
async function deliver(Records: DynamoDBRecord[]): Promise<string[]> {
  world.starts.length = 0;
  expect(await onEvent(world.deps)({ Records })).toEqual({ batchItemFailures: [] });
  return world.starts.map(({ name }) => name);
}

test("a record that a person changed and that is due today starts its machine, with ids only", async () => {
  let id = "";
  const changes = await changesOf(async () => {
    id = await someone(start);
  });
  expect(await deliver(changes)).toEqual([`progress-${id}-v1-${start}`]);
  expect(world.starts).toEqual([
    {
      machine: "progress",
      name: `progress-${id}-v1-${start}`,
      input: { kind: "secondment", id, asOf: start },
    },
  ]);
});

test("a date that has not come starts nothing, the day itself does", async () => {
  const changes = await changesOf(() => someone("2026-03-09"));
  world.clock.today = "2026-03-08";
  expect(await deliver(changes)).toEqual([]);
  world.clock.today = "2026-03-09";
  expect(await deliver(changes)).toHaveLength(1);
});

test("what the workflow itself changed starts nothing, however due it is", async () => {
  const id = await someone(start);
  const changes = await changesOf(async () => {
    await world.tasks.takeStep({ kind: "secondment", id, asOf: start, step: "open-checkpoint" });
  });
  expect(changes.length).toBeGreaterThan(0);
  world.clock.today = "2026-03-20";
  expect(await deliver(changes)).toEqual([]);
});

test("a person's act that needs the workflow again starts it under the new version", async () => {
  const id = await someone(start);
  await progress(world, id, start);
  const changes = await changesOf(async () => {
    await reportIn(world, id);
    await leave(world, id, "2026-04-07", "2026-04-28");
  });
  expect(await deliver(changes)).toEqual([`progress-${id}-v5-${start}`]);
});

test("nothing else in the table starts anything: events, flags, claims, sessions, officers, cohorts", async () => {
  const changes = await changesOf(async () => {
    const id = await someone("2027-01-04");
    await putFlag(
      world.store,
      { kind: "secondment", id },
      { code: "x", detail: "", since: world.deps.now() },
    );
    await createSession(world.store, { id: "hr-1", role: "hr" });
  });
  expect(changes.length).toBeGreaterThan(6);
  expect(await deliver(changes)).toEqual([]);
});

test("a confirmed import and a confirmed notice start their own machines, unconfirmed ones do not", async () => {
  const checked = await changesOf(async () => {
    await addImport(world, "i-checked", [personRow(18)], { isConfirmed: false });
    await addNotice(world, "n-checked", { isConfirmed: false });
  });
  expect(await deliver(checked)).toEqual([]);
  const confirmed = await changesOf(async () => {
    await addImport(world, "i-confirmed", [personRow(19)]);
    await addNotice(world, "n-confirmed");
  });
  await deliver(confirmed);
  expect(world.starts).toMatchObject([
    { machine: "import-cohort", input: { importId: "i-confirmed", asOf: start } },
    { machine: "recount-calendar", input: { noticeId: "n-confirmed", asOf: start } },
  ]);
});

test("the same records again, in any order, ask for the same names only", async () => {
  const changes = await changesOf(async () => {
    const id = await someone(start);
    await reportIn(world, id);
    await leave(world, id, "2026-04-07", "2026-04-28");
  });
  const once = new Set(await deliver(changes));
  expect(once.size).toBeGreaterThan(0);
  expect(new Set(await deliver([...changes, ...changes]))).toEqual(once);
  expect(new Set(await deliver(changes.toReversed()))).toEqual(once);
});

test("where a start fails, only those records are handed back", async () => {
  const changes = await changesOf(async () => {
    await someone(start);
    await someone(start);
  });
  const [, second = ""] = await deliver(changes);
  const start_: typeof world.deps.start = async (_, name) => {
    if (name === second) throw new Error("the service is away");
  };
  const { batchItemFailures } = await onEvent({ ...world.deps, start: start_ })({ Records: changes });
  const failed = changes.filter(({ dynamodb }) =>
    batchItemFailures.some(({ itemIdentifier }) => itemIdentifier === dynamodb?.SequenceNumber),
  );
  expect(failed.map(({ dynamodb }) => dynamodb?.Keys?.sk?.S)).toEqual(["RECORD"]);
  expect(second).toContain(failed[0]?.dynamodb?.Keys?.pk?.S?.split("#")[1]);
});

test("when every record of a batch fails they are handed back, not thrown", async () => {
  const changes = (await changesOf(() => someone(start))).filter(
    ({ dynamodb }) => dynamodb?.Keys?.sk?.S === "RECORD" && dynamodb.NewImage?.dueAt,
  );
  const away = async () => {
    throw new Error("the service is away");
  };
  const answer = await onEvent({ ...world.deps, start: away })({ Records: changes });
  expect(answer.batchItemFailures).toEqual([{ itemIdentifier: changes[0]?.dynamodb?.SequenceNumber }]);
});

test("a recount that leaves something due starts the progress at once", async () => {
  let id = "";
  const changes = await changesOf(async () => {
    id = await someone(start);
    await changeSecondment(actingAs(world.deps, "recount-calendar", start), {
      id,
      leaveDueSteps: true,
      rule: ({ secondment }) => accept({ after: secondment, event: changedByTest }),
    });
  });
  expect(await deliver(changes)).toEqual([`progress-${id}-v1-${start}`, `progress-${id}-v2-${start}`]);
});
