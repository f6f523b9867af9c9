import type { Pair } from "@dunmiao/domain/pair";
import { approvePair } from "@dunmiao/domain/pair/approvePair";
import { accept } from "@dunmiao/domain/refusal";
import { changePair, createPair } from "@dunmiao/store/changePair";
import { due } from "@dunmiao/store/engine/lists";
import { loadRecord } from "@dunmiao/store/engine/record";
import { pairNoun } from "@dunmiao/store/pair";
import { newestPairScheme } from "@dunmiao/store/pairScheme";
import { saveOfficer } from "@dunmiao/store/saveOfficer";
import { listUnits } from "@dunmiao/store/unit";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyTable } from "../../operate/src/verifyTable.ts";
import { progress } from "./support/progress.ts";
import { officerOf, openWorld, type World } from "./support/world.ts";

const start = "2026-03-02";
const id = "pair-1";
const approver = { id: "approver-1", role: "approver" } as const;
let world: World;
beforeAll(async () => {
  world = await openWorld(start, 1);
  for (const n of [1, 2]) await saveOfficer(world.acting(), officerOf(n));
  const scheme = newestPairScheme("pair-standard");
  if (!scheme) throw new Error("no pair scheme");
  const facts = { mentor: "100001", apprentice: "100002", focus: "casework", from: start, to: "2026-04-30" };
  const input = { ...facts, leading: "mentor" as const, eligibility: [], kin: false };
  const units = await listUnits(world.store);
  const planned = await createPair(world.acting(), input, { id, scheme, units });
  if (planned.outcome !== "committed") throw new Error(`pair ${planned.outcome}`);
});

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
    expect((await due(world.store, "pair", "2026-03-30")).items.map((each) => each.id)).toEqual([id]);
    // The entry of March is due on the first working day after the holidays of April.
    expect(await run("2026-03-30")).toEqual(["open-checkpoint"]);
    expect(await run("2026-04-07")).toEqual(["remind", "open-checkpoint"]);
    expect(await run("2026-04-08")).toEqual(["mark-late"]);
    expect((await pairNow()).checkpoints[0]).toMatchObject({ key: "month.2026-03", state: "late" });
  });

  test("whoever acts later finds done what was due, as the workflow would have left it", async () => {
    world.clock.today = "2026-04-30";
    const passed = {
      grade: "good",
      isPassed: true,
      on: "2026-04-29",
      entered: { by: approver, on: "2026-04-30" },
    };
    const changed = await changePair(world.acting(approver), {
      id,
      rule: ({ pair }) =>
        accept({
          after: { ...pair, tests: [passed] },
          event: { type: "pair.approved", change: { on: "2026-04-30", status: "active" } },
        }),
    });
    expect(changed.outcome).toBe("committed");
    const states = (await pairNow()).checkpoints.map(({ key, state, escalation }) => [
      key,
      state,
      escalation,
    ]);
    expect(states[0]).toEqual(["month.2026-03", "late", "bureau"]);
  });

  test("it is completed on the day after its last, and everything agrees", async () => {
    expect(await run("2026-05-01")).toContain("complete");
    expect((await pairNow()).status).toBe("completed");
    expect(await run("2027-01-01")).toEqual([]);
    expect((await verifyTable(world.store, () => {})).faults).toEqual([]);
  });
});
