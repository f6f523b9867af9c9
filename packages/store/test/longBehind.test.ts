import { bureau } from "@dunmiao/domain/notification";
import { accept } from "@dunmiao/domain/refusal";
import { describe, expect, test } from "vitest";
import { listMessages } from "../src/notification.ts";
import { verifyRecord } from "../src/verify/verify.ts";
import { freshStore } from "./engine.ts";
import { changedByTest } from "./happened.ts";
import { actingAs, by, placeAt, plantCohort, plantStation } from "./terms.ts";

describe("somebody acts on a year on which nobody ever looked", () => {
  test("what was due is committed first, in as many transactions as it takes, and the act after it", async () => {
    const store = await freshStore();
    await plantStation(store);
    const cohort = await plantCohort(store, "c1", "2025-03-03");
    await placeAt(store, cohort, "100001", "2025-03-01");
    let turns = 0;
    const changed = await by(actingAs(store, "hr", "2026-11-20"), "c1-100001", ({ secondment }) => {
      turns += 1;
      const after = { ...secondment, post: "挂职教导员" };
      return accept({ after, event: changedByTest });
    });
    if (changed.outcome !== "committed") throw new Error(JSON.stringify(changed));
    const { record } = changed;
    expect([record.post, record.status]).toEqual(["挂职教导员", "awaiting-ruling"]);
    expect(record.version).toBeGreaterThan(100);
    expect(turns).toBeGreaterThan(1);
    expect(record.checkpoints.filter(({ state }) => state === "missed").length).toBeGreaterThan(10);
    const missed = record.checkpoints.filter(({ state }) => state === "missed").map(({ key }) => key);
    const { messages } = await listMessages(store, { role: "hr", unit: bureau }, { limit: 200 });
    const told = messages.flatMap((each) => (each.code === "missed" ? [each.checkpoint] : []));
    expect(new Set(told)).toEqual(new Set(missed));
    expect(await verifyRecord(store, { kind: "secondment", id: "c1-100001" })).toEqual([]);
  });
});
