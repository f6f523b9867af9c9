import { addDays } from "@dunmiao/domain/calendarDate";
import type { Message } from "@dunmiao/domain/notification";
import type { StepMessage } from "@dunmiao/domain/pairMessage";
import { inboxPartition } from "@dunmiao/store/engine/keys";
import { listMessages, putMessage } from "@dunmiao/store/notification";
import { beforeAll, describe, expect, test } from "vitest";
import { taskHandlers } from "../src/handlers.ts";
import type { Notifier } from "../src/notifier.ts";
import { notifiersOf, robotOf } from "../src/tell.ts";
import { leave, reportIn } from "./support/acts.ts";
import { progress } from "./support/progress.ts";
import { addPerson, everything, openWorld, secondmentOf, stationOf, type World } from "./support/world.ts";

const start = "2026-03-02";
let world: World;
let people = 0;
beforeAll(async () => {
  world = await openWorld(start, 20);
});

async function someone(): Promise<{ id: string; station: { role: string; unit: string } }> {
  people += 1;
  world.clock.today = start;
  const id = await addPerson(world, start, people);
  return { id, station: { role: "station", unit: stationOf(people).code } };
}

/** The world with notifiers of its own. */
function withNotifiers(...notifiers: Notifier[]): World {
  return { ...world, tasks: taskHandlers({ ...world.deps, notifiers }) };
}

describe("a step of the workflow", () => {
  test("tells those whom it concerns in their inboxes: reminder and lateness the station, escalation branch and bureau", async () => {
    const { id, station } = await someone();
    for (const day of ["02", "05", "06", "10", "16"]) await progress(world, id, `2026-03-${day}`);
    const about = ({ messages }: Awaited<ReturnType<typeof listMessages>>) =>
      messages
        .filter(
          (each) =>
            "secondmentId" in each &&
            "checkpoint" in each &&
            each.secondmentId === id &&
            each.checkpoint === "report-in",
        )
        .map(({ code, on }) => [code, on]);
    expect(about(await listMessages(world.store, station))).toEqual([
      ["late", "2026-03-06"],
      ["reminded", "2026-03-05"],
    ]);
    expect(about(await listMessages(world.store, { role: "branch", unit: "420102" }))).toEqual([
      ["escalated", "2026-03-10"],
    ]);
    expect(about(await listMessages(world.store, { role: "hr", unit: "bureau" }))).toEqual([
      ["escalated", "2026-03-16"],
    ]);
  });

  test("that was still due when somebody acted is told all the same, once for each inbox", async () => {
    const { id, station } = await someone();
    world.clock.today = "2026-03-16";
    await reportIn(world, id);
    const { messages } = await listMessages(world.store, station);
    const about = messages.filter(
      (each) =>
        "secondmentId" in each &&
        "checkpoint" in each &&
        each.secondmentId === id &&
        each.checkpoint === "report-in",
    );
    expect(new Set(about.map(({ code, on }) => `${code} ${on}`))).toEqual(
      new Set(["late 2026-03-16", "reminded 2026-03-16"]),
    );
    expect(about).toHaveLength(2);
    const branch = await listMessages(world.store, { role: "branch", unit: "420102" });
    expect(
      branch.messages
        .filter((each) => "secondmentId" in each && "checkpoint" in each && each.secondmentId === id)
        .map(({ code }) => code),
    ).toContain("escalated");
  });

  test("a second delivery of the same step tells nobody twice", async () => {
    const { id } = await someone();
    const told: StepMessage[] = [];
    const { tasks } = withNotifiers(async (message) => void told.push(message));
    await progress(world, id, start);
    const decided = await tasks.decide({ kind: "secondment", id, asOf: "2026-03-05" });
    expect(decided.step).toBe("remind");
    await Promise.all([tasks.takeStep(decided), tasks.takeStep(decided)]);
    await tasks.takeStep(decided);
    expect(told.map(({ code }) => code)).toEqual(["reminded"]);
  });

  test("a notifier that fails neither fails the step nor keeps the others from hearing", async () => {
    const { id } = await someone();
    const told: string[] = [];
    const broken: Notifier = async () => {
      throw new Error("no way through");
    };
    const throwing: Notifier = () => {
      throw new TypeError("a bug");
    };
    const heard = withNotifiers(broken, throwing, async ({ code }) => void told.push(code));
    await progress(heard, id, "2026-03-06");
    expect(told).toEqual(["reminded", "late"]);
    expect((await secondmentOf(world, id)).checkpoints.find(({ key }) => key === "report-in")?.state).toBe(
      "late",
    );
  });

  test("a review is told to the officer, the branch and the bureau", async () => {
    const { id } = await someone();
    await reportIn(world, id);
    await leave(world, id, "2026-04-07", "2026-04-30");
    const told: StepMessage[] = [];
    await progress(
      withNotifiers(async (message) => void told.push(message)),
      id,
      start,
    );
    const [review] = told.filter(({ code }) => code === "review-opened");
    expect(review?.to.map(({ role }) => role)).toEqual(["officer", "branch", "hr"]);
  });
});

describe("an inbox", () => {
  const inbox = { role: "sending" as const, unit: "JG-09" };
  const message = (n: number): Message => ({
    code: "late",
    secondmentId: `c1-${n}`,
    checkpoint: "end",
    on: addDays(start, n),
    to: [inbox],
    about: { serviceNumber: String(n), name: `第${n}号`, station: "一元派出所" },
  });

  test("shows the newest first, page by page, each once however often it was put, and expires after 120 days", async () => {
    for (const n of [3, 1, 5, 2, 4, 5, 1]) await putMessage(world.store, message(n));
    const first = await listMessages(world.store, inbox, { limit: 3 });
    const second = await listMessages(world.store, inbox, { limit: 3, before: first.next });
    const shown = [...first.messages, ...second.messages].map(
      (each) => "secondmentId" in each && each.secondmentId,
    );
    expect(shown).toEqual(["c1-5", "c1-4", "c1-3", "c1-2", "c1-1"]);
    expect(second.next).toBeUndefined();
    const [item] = (await everything(world)).filter(({ pk }) => pk === inboxPartition(inbox));
    const days = (Number(item?.expiresAt) - Date.now() / 1000) / 86_400;
    expect(Math.round(days)).toBe(120);
  });
});

describe("configuration", () => {
  test("in-app alone unless a robot's address is there; an address that is none stops the start", () => {
    const told = (address?: string) => notifiersOf(world.store, robotOf(address)).length;
    expect([told(), told(""), told("https://example.org/send?key=1")]).toEqual([1, 1, 2]);
    expect(() => robotOf("file:///etc/passwd")).toThrow();
  });
});
