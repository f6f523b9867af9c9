import type { Actor } from "@dunmiao/domain/actor";
import type { Pair } from "@dunmiao/domain/pair";
import { confirmActivity, recordActivity } from "@dunmiao/domain/pair/activities";
import { approvePair } from "@dunmiao/domain/pair/approvePair";
import { assignFile } from "@dunmiao/domain/pair/assignFile";
import { endPair } from "@dunmiao/domain/pair/endPair";
import type { PairChange, PairGround } from "@dunmiao/domain/pair/ground";
import { recordTest } from "@dunmiao/domain/pair/recordTest";
import { signAgreement } from "@dunmiao/domain/pair/signAgreement";
import type { StepMessage } from "@dunmiao/domain/pairMessage";
import type { Outcome } from "@dunmiao/domain/refusal";
import { changePair, substituteMentor } from "@dunmiao/store/changePair";
import { due } from "@dunmiao/store/engine/lists";
import { loadRecord } from "@dunmiao/store/engine/record";
import { listMessages } from "@dunmiao/store/notification";
import { pairNoun } from "@dunmiao/store/pair";
import { listUnits } from "@dunmiao/store/unit";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyTable } from "../../operate/src/verifyTable.ts";
import { taskHandlers } from "../src/handlers.ts";
import { wecomText } from "../src/wecom.ts";
import { planPair, putOnFile } from "./support/pairs.ts";
import { progress } from "./support/progress.ts";
import { officerOf, openWorld, type World } from "./support/world.ts";

const start = "2026-03-02";
const id = "pair-1";
const hr: Actor = { id: "hr-1", role: "hr" };
const mentor: Actor = { id: "mentor-1", role: "mentor", serviceNumber: "100001" };
const apprentice: Actor = { id: "officer-2", role: "officer", serviceNumber: "100002" };
const approver = { id: "approver-1", role: "approver" } as const;
let world: World;
beforeAll(async () => {
  world = await openWorld(start, 1);
  await putOnFile(world, 3);
  const planned = await planPair(world, id, "casework");
  if (planned.outcome !== "committed") throw new Error(`pair ${planned.outcome}`);
});

/** Somebody acts on the pair by a rule, and is not refused. */
async function acted(actor: Actor, rule: (ground: PairGround) => Outcome<PairChange>): Promise<Pair> {
  const changed = await changePair(world.acting(actor), { id, rule });
  if (changed.outcome !== "committed") throw new Error(JSON.stringify(changed));
  return changed.record;
}

const pairNow = async (): Promise<Pair> => {
  const pair = await loadRecord(world.store, pairNoun, id);
  if (!pair) throw new Error("no pair");
  return pair;
};
const run = (asOf: string) => progress(world, id, asOf, "pair");

describe("the same machine moves a pair", () => {
  test("one that waits for a second person is not due", async () => {
    expect((await due(world.store, "pair", "2027-01-01")).items).toEqual([]);
    expect(await run("2026-12-31")).toEqual([]);
  });

  test("once approved, what is due is done on its day, and a sweep finds it", async () => {
    world.clock.today = "2026-03-25";
    const approved = await changePair(world.acting(approver), { id, rule: approvePair });
    expect(approved.outcome).toBe("committed");
    await acted(hr, (ground) => assignFile(ground, { side: "unit", dueOn: "2026-04-10" }));
    expect((await due(world.store, "pair", "2026-03-30")).items.map((each) => each.id)).toEqual([id]);
    // The entry of March is due on the first working day after the holidays of April.
    expect(await run("2026-03-30")).toEqual(["open-checkpoint"]);
    expect(await run("2026-04-07")).toEqual(["remind", "give-notice", "open-checkpoint"]);
    expect(await run("2026-04-08")).toEqual(["mark-late"]);
    expect((await pairNow()).checkpoints[0]).toMatchObject({ key: "month.2026-03", state: "late" });
  });

  test("whoever acts later finds done what was due, as the workflow would have left it", async () => {
    world.clock.today = "2026-04-30";
    const { checkpoints } = await acted(mentor, (ground) =>
      recordActivity(ground, { on: "2026-04-29", kind: "session", learned: "笔录的问法" }),
    );
    const months = checkpoints.filter(({ key }) => key.startsWith("month"));
    expect(months.map(({ key, state, escalation }) => [key, state, escalation])).toEqual([
      ["month.2026-03", "late", "bureau"],
      ["month.2026-04", "done", "none"],
    ]);
    expect((await acted(apprentice, (ground) => confirmActivity(ground, "v1"))).activities[0]).toMatchObject({
      side: "mentor",
      confirmed: { by: { id: "officer-2" } },
    });
    await acted(hr, (ground) => signAgreement(ground, { signedOn: "2026-03-02", aim: "独立办案" }));
    await substituteMentor(
      world.acting(hr),
      { why: "leave", from: "2026-04-30", substitute: "100003" },
      { id, units: await listUnits(world.store) },
    );
    expect(
      (await acted(hr, (ground) => recordTest(ground, { grade: "good", on: "2026-04-30" }))).status,
    ).toBe("active");
  });

  test("it is completed on the day after its last, and everything agrees", async () => {
    expect(await run("2026-05-01")).toContain("complete");
    expect((await pairNow()).status).toBe("completed");
    expect(await run("2027-01-01")).toEqual([]);
    const other = await planPair(world, "pair-2", "technology");
    expect(other.outcome).toBe("committed");
    const ended = await changePair(world.acting(hr), {
      id: "pair-2",
      rule: (ground) => endPair(ground, { outcome: "dissolved", on: start, reason: "调离" }),
    });
    expect(ended.outcome).toBe("committed");
    expect((await verifyTable(world.store, () => {})).faults).toEqual([]);
  });
});

describe("whom a pair concerns hears of it, once", () => {
  const inboxOf = async (role: string, unit: string, about: string) => {
    const { messages } = await listMessages(world.store, { role, unit });
    const own = messages.filter((each) => "pairId" in each && each.pairId === about);
    return own.map(({ code, on }) => [on, code].join(" ")).toReversed();
  };

  test("reminders, lateness and the incomplete file of the first pair, by whom each is due from", async () => {
    // What was due when somebody acted was told on that day.
    const both = [
      "2026-04-07 pair-ends-soon",
      "2026-04-07 reminded",
      "2026-04-08 late",
      "2026-04-30 reminded",
    ];
    expect(await inboxOf("officer", "100002", id)).toEqual(both);
    const contract = "2026-04-30 pair-file-lacks";
    // The entry of April and the final test are two things.
    const mentors = [...both.slice(0, 3), contract, ...both.slice(3), ...both.slice(3)];
    expect(await inboxOf("mentor", "100001", id)).toEqual(mentors);
    expect(await inboxOf("officer", "100001", id)).toEqual(mentors);
    expect(await inboxOf("hr", "bureau", id)).toEqual([contract, "2026-04-30 escalated"]);
    expect(await inboxOf("sending", officerOf(1).homeUnit, id)).toEqual([
      "2026-03-25 pair-file-assigned",
      "2026-04-07 pair-ends-soon",
      "2026-04-30 pair-file-lacks",
      "2026-04-30 reminded",
      "2026-04-30 escalated",
    ]);
  });

  test("a mentor who leaves: an orphan is told the same day, who stands in before it ends, each once however often", async () => {
    const other = "pair-3";
    const units = await listUnits(world.store);
    world.clock.today = start;
    expect((await planPair(world, other, "public-service")).outcome).toBe("committed");
    await changePair(world.acting(approver), { id: other, rule: approvePair });
    const away = { why: "leave" as const, from: "2026-03-04" };
    await substituteMentor(world.acting(hr), away, { id: other, units });
    const told: StepMessage[] = [];
    const tasks = taskHandlers({ ...world.deps, notifiers: [async (message) => void told.push(message)] });
    for (const asOf of ["2026-03-03", "2026-03-04", "2026-03-04", "2026-03-05"]) {
      const decided = await tasks.decide({ kind: "pair", id: other, asOf });
      if (decided.step !== "nothing-left")
        await Promise.all([tasks.takeStep(decided), tasks.takeStep(decided)]);
    }
    expect(told.map(({ code, on }) => `${on} ${code}`)).toEqual(["2026-03-04 pair-orphan"]);
    expect(told[0]?.to).toEqual([
      { role: "officer", unit: "100002" },
      { role: "sending", unit: officerOf(1).homeUnit },
      { role: "branch", unit: officerOf(1).homeUnit },
      { role: "hr", unit: "bureau" },
    ]);
    world.clock.today = "2026-03-05";
    const stands = { ...away, from: "2026-03-05", to: "2026-03-16", substitute: "100003" };
    await substituteMentor(world.acting(hr), stands, { id: other, units });
    expect(await progress(world, other, "2026-03-09", "pair")).toEqual(["give-notice"]);
    expect(await inboxOf("mentor", "100003", other)).toEqual(["2026-03-09 pair-substitute-ends"]);
    expect(await inboxOf("mentor", "100001", other)).toEqual([]);
    expect(wecomText(told)).toContain("师徒结对无人带教，期限 2026-03-04：1 项");
  });
});
