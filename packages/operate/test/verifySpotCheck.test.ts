import { DeleteCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { loadDrawn } from "@dunmiao/store/drawn";
import { drawnKey, seedKey } from "@dunmiao/store/engine/keys";
import { createSpotCheck, revealSeed } from "@dunmiao/store/spotCheck";
import { beforeEach, expect, test } from "vitest";
import { reportIn } from "../../workflow/test/support/acts.ts";
import { addCohort, openWorld, type World } from "../../workflow/test/support/world.ts";
import { verifyTable } from "../src/verifyTable.ts";

const today = "2026-03-02";
let world: World;

beforeEach(async () => {
  world = await openWorld(today, 1);
  const [id = ""] = await addCohort(world, { id: "c1", startsOn: today, people: [1] });
  await reportIn(world, id);
  const inspector = world.acting({ id: "inspector-1", role: "inspector" });
  await createSpotCheck(inspector, { cohort: "c1", on: today, size: 1 }, { id: "drawn" });
  await createSpotCheck(inspector, { cohort: "c1", on: today, size: 1 }, { id: "sealed" });
  expect(await revealSeed(inspector, "drawn")).toMatchObject({ outcome: "committed" });
});

const found = async () => {
  const { faults } = await verifyTable(world.store);
  return faults.map(({ kind, id, fault }) => `${kind} ${id}: ${fault}`).toSorted();
};
const where = () => ({ TableName: world.store.tableName });
const put = (Item: Record<string, unknown>) =>
  world.store.documents.send(new PutCommand({ ...where(), Item }));

test("a seed is the one that was sealed, before its reveal and after it", async () => {
  expect(await found()).toEqual([]);
  await put({ ...seedKey("drawn"), seed: "another" });
  await put({ ...seedKey("sealed"), seed: "another" });
  expect(await found()).toEqual(["spot-check drawn: seed", "spot-check sealed: seed"]);
  await world.store.documents.send(new DeleteCommand({ ...where(), Key: seedKey("sealed") }));
  expect(await found()).toEqual(["spot-check drawn: seed", "spot-check sealed: seed-missing"]);
});

test("what a check drew stands in the list of its quarter", async () => {
  const { picks } = await loadDrawn(world.store, "2026-Q1");
  const [own = ""] = picks;
  expect(own).toMatch(/^2026-03-02#/);
  await put({ ...drawnKey("2026-Q1"), version: 2, picks: [`2026-03-03#420102-1`] });
  expect(await found()).toEqual([
    `drawn 2026-Q1: lacks ${own}`,
    "drawn 2026-Q1: without-record 2026-03-03#420102-1",
    "spot-check drawn: drawn",
  ]);
});

test("and nothing stands there that no check drew, not even once too often, nor in a quarter without a check", async () => {
  const { picks } = await loadDrawn(world.store, "2026-Q1");
  const [own = ""] = picks;
  await put({ ...drawnKey("2026-Q1"), version: 2, picks: [own, own] });
  await put({ ...drawnKey("2025-Q4"), version: 1, picks: ["2025-12-31#420102-1"] });
  expect(await found()).toEqual([
    "drawn 2025-Q4: without-record 2025-12-31#420102-1",
    `drawn 2026-Q1: without-record ${own}`,
  ]);
});
