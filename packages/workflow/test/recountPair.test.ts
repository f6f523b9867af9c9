import { recordTest } from "@dunmiao/domain/pair/recordTest";
import { changePair } from "@dunmiao/store/changePair";
import { createPair } from "@dunmiao/store/createPair";
import { loadRecord } from "@dunmiao/store/engine/record";
import { pairNoun } from "@dunmiao/store/pair";
import { newestPairScheme } from "@dunmiao/store/pairScheme";
import { saveOfficer } from "@dunmiao/store/saveOfficer";
import { listUnits } from "@dunmiao/store/unit";
import { expect, test } from "vitest";
import { verifyTable } from "../../operate/src/verifyTable.ts";
import { addNotice, recount } from "./support/notices.ts";
import { officerOf, openWorld } from "./support/world.ts";

const start = "2026-03-02";

test("a notice dates anew what has not opened of pairs that run, by one event, and nothing of one that is over", async () => {
  const world = await openWorld(start, 1);
  for (const n of [1, 2, 3]) await saveOfficer(world.acting(), officerOf(n));
  const scheme = await newestPairScheme(world.store, "pair-standard");
  if (!scheme) throw new Error("no pair scheme");
  const units = await listUnits(world.store);
  const eligibility = scheme.eligibility.map(({ key }) => key);
  for (const [id, apprentice] of [
    ["runs", "100002"],
    ["over", "100003"],
  ] as const) {
    const facts = {
      mentor: "100001",
      apprentice,
      focus: "casework",
      from: start,
      leading: "mentor" as const,
    };
    const made = await createPair(
      world.acting(),
      { ...facts, eligibility, kin: false },
      { id, scheme, units },
    );
    if (made.outcome !== "committed") throw new Error(JSON.stringify(made));
  }
  for (const _ of [1, 2])
    await changePair(world.acting({ id: "hr-1", role: "hr" }), {
      id: "over",
      rule: (ground) => recordTest(ground, { grade: "fail", on: start }),
    });
  const pairOf = async (id: string) => loadRecord(world.store, pairNoun, id);
  const [before, over] = [await pairOf("runs"), await pairOf("over")];
  expect(over?.status).toBe("failed");
  await addNotice(world, "n1", { more: ["2027-01-05"] });
  await recount(world, "n1", start);
  const after = await pairOf("runs");
  const december = (of: typeof after) => of?.checkpoints.find(({ key }) => key === "month.2026-12")?.dueOn;
  expect([december(before), december(after)]).toEqual(["2027-01-05", "2027-01-06"]);
  expect(after?.version).toBe((before?.version ?? 0) + 1);
  await recount(world, "n1", start);
  expect(await pairOf("runs")).toEqual(after);
  expect(await pairOf("over")).toEqual(over);
  expect((await verifyTable(world.store, () => {})).faults).toEqual([]);
});
