import { fileOn } from "@dunmiao/domain/pair/pairFile";
import { calendarReader } from "@dunmiao/store/calendarReader";
import type { Store } from "@dunmiao/store/engine/client";
import { due } from "@dunmiao/store/engine/lists";
import { allPairs } from "@dunmiao/store/pairDirectory";
import { beforeAll, expect, test } from "vitest";
import { verifyTable } from "../../operate/src/verifyTable.ts";
import { freshStore } from "../../store/test/engine.ts";
import { demoPairs, pairPlots } from "../src/demo/pairPlot.ts";
import { seedPairs } from "../src/demo/seedPairs.ts";

const today = "2026-03-02";
const count = 70;
let store: Store;

beforeAll(async () => {
  store = await freshStore();
  const seeding = { to: { store, calendar: calendarReader(store) }, today, count };
  let asked = 0;
  const stopped = await seedPairs({ ...seeding, isStopped: () => ++asked > 15 });
  expect(stopped).toBe(false);
  expect((await allPairs(store)).length).toBeLessThan(count);
  expect(await seedPairs({ ...seeding, isStopped: () => false })).toBe(true);
});

test("as published there are 1,191 pairs of which 36 lack a file, and some that no headline counts", () => {
  const pairs = pairPlots(today).flatMap((each) => each.pairs);
  const counted = pairs.filter(({ fate }) => fate !== "proposed" && fate !== "dissolved");
  expect(counted).toHaveLength(demoPairs);
  expect(counted.filter(({ gap }) => gap !== undefined)).toHaveLength(36);
  expect(pairs.length - counted.length).toBe(15);
});

test("written in two goes they are whole: every file is complete but those that shall lack something", async () => {
  const rows = await allPairs(store);
  const counted = rows.filter(({ status }) => status !== "proposed" && status !== "dissolved");
  expect(counted).toHaveLength(count);
  const gaps = new Map(
    pairPlots(today, count).flatMap(({ pairs }) => pairs.map(({ id, gap }) => [id, gap] as const)),
  );
  for (const row of counted)
    expect([row.id, fileOn(row, today).missing.length > 0]).toEqual([row.id, gaps.get(row.id) !== undefined]);
  expect(
    rows.filter(({ gaps: ranges }) => ranges.some(([from, to]) => from <= today && today <= to)),
  ).toHaveLength(1);
  expect(new Set(rows.map(({ status }) => status))).toEqual(
    new Set(["active", "completed", "failed", "proposed", "dissolved"]),
  );
});

test("nothing is left for the first sweep, and verification finds no fault", async () => {
  expect((await due(store, "pair", today)).items).toEqual([]);
  expect((await verifyTable(store, () => {})).faults).toEqual([]);
});
