import { once } from "node:events";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { allHeads, allLeaves } from "@dunmiao/store/audit/treeRead";
import { askAuditExport } from "@dunmiao/store/auditExport";
import type { Store } from "@dunmiao/store/engine/client";
import { afterAll, afterEach, expect, test } from "vitest";
import { scratch } from "../../operate/test/exportWorld.ts";
import { freshStore } from "../../store/test/engine.ts";
import { leave, reportIn } from "../../workflow/test/support/acts.ts";
import { addCohort, everything, openWorld, type World } from "../../workflow/test/support/world.ts";
import { localAnchor } from "../src/auditKey.ts";
import { killFixtures, killHard, startFixture } from "./child.ts";

const asOf = "2026-03-08";
const exportId = "e-1";
const dirs = { calm: join(scratch(), "calm"), killed: join(scratch(), "killed") };
afterEach(killFixtures);
afterAll(() => {
  for (const dir of Object.values(dirs)) rmSync(join(dir, ".."), { recursive: true, force: true });
});

/** Three days with changes, three without; nobody closed any. */
async function unclosed(): Promise<World> {
  const world = await openWorld("2026-03-02", 2);
  const [one = "", two = ""] = await addCohort(world, { id: "c1", startsOn: "2026-03-02", people: [1, 2] });
  await reportIn(world, one);
  world.clock.today = "2026-03-03";
  await leave(world, one, "2026-03-04", "2026-03-05");
  world.clock.today = "2026-03-05";
  await reportIn(world, two);
  world.clock.today = asOf;
  return world;
}

async function copyOf(world: World): Promise<Store> {
  const store = await freshStore();
  for (const Item of await everything(world))
    await store.documents.send(new PutCommand({ TableName: store.tableName, Item }));
  return store;
}

/** Runs to the end, killed a moment after it said so many rounds, time after time; answers how many kills met it alive. */
async function run(store: Store, dir: string, kills: readonly number[], ...more: string[]): Promise<number> {
  const start = () => startFixture("closeAndExport.ts", store.tableName, dir, asOf, ...more);
  let met = 0;
  for (const rounds of kills) {
    const { child, lines } = await start();
    // One that came to its end before is begun again all the same.
    while (lines.length < rounds && child.exitCode === null) await setTimeout(1);
    await setTimeout(Math.random() * 20);
    await killHard(child);
    met += child.signalCode === "SIGKILL" ? 1 : 0;
  }
  const { child } = await start();
  if (child.exitCode === null) await once(child, "exit");
  expect(child.exitCode).toBe(0);
  return met;
}

async function treeIn(store: Store) {
  const leaves: unknown[] = [];
  for await (const leaf of allLeaves(store)) leaves.push(leaf);
  return { leaves, heads: await allHeads(store) };
}

test("killed in the middle of closing days that were missed and of an export, each task thrice: the same tree, the same file", async () => {
  const world = await unclosed();
  const stores = { calm: world.store, killed: await copyOf(world) };
  mkdirSync(dirs.calm, { recursive: true });
  localAnchor(dirs.calm, "dunmiao.test", () => {});
  cpSync(dirs.calm, dirs.killed, { recursive: true });
  await run(stores.calm, dirs.calm, []);
  let met = await run(stores.killed, dirs.killed, [1, 3, 4]);
  const tree = await treeIn(stores.calm);
  expect(tree.heads.map(({ day }) => day)).toEqual(["2026-03-02", "2026-03-03", "2026-03-05", "2026-03-07"]);
  expect(await treeIn(stores.killed)).toEqual(tree);
  const anchors = (dir: string) =>
    readdirSync(join(dir, "anchors"))
      .toSorted()
      .map((name) => [name, readFileSync(join(dir, "anchors", name), "utf8")]);
  expect(anchors(dirs.killed)).toEqual(anchors(dirs.calm));

  for (const store of Object.values(stores)) {
    const acting = { ...world.acting({ id: "auditor-1", role: "auditor" }), store };
    const wish = { scope: { of: "all" }, purpose: "年度审计", since: undefined } as const;
    expect(await askAuditExport(acting, wish, { id: exportId })).toMatchObject({ outcome: "committed" });
  }
  await run(stores.calm, dirs.calm, [], exportId);
  met += await run(stores.killed, dirs.killed, [2, 5, 9], exportId);
  expect(met).toBeGreaterThan(0);
  const [calm, killed] = [dirs.calm, dirs.killed].map((dir) =>
    readFileSync(join(dir, "exports", `${exportId}.zip`)),
  );
  expect(calm?.equals(killed ?? Buffer.alloc(0))).toBe(true);
  expect(readdirSync(join(dirs.killed, "exports"))).toEqual([`${exportId}.zip`]);
});
