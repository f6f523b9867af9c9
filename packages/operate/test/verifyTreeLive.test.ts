import { canonical, hashOfText } from "@dunmiao/domain/event";
import { eventKey, partitionOf, recordKey } from "@dunmiao/store/engine/keys";
import { headKey, leavesKey, treeKey } from "@dunmiao/store/engine/treeKeys";
import { beforeEach, expect, test } from "vitest";
import { openEmptyWorld, stationOf, type World } from "../../workflow/test/support/world.ts";
import { verifyTable } from "../src/verifyTable.ts";
import { closeDays, signer } from "./exportWorld.ts";
import { liveTable } from "./liveTable.ts";

const ours = signer();
const id = stationOf(1).code;
let world: World;

const { put, read, remove, removeAll, save } = liveTable(() => world);

/** Two units, the first of which was changed on the second day; both days are closed. */
beforeEach(async () => {
  world = await openEmptyWorld("2026-03-02");
  await save(1, "甲");
  await save(2, "乙");
  world.clock.today = "2026-03-03";
  await save(1, "丙");
  world.clock.today = "2026-03-05";
  await closeDays(world, ours.anchor);
  expect(await found()).toEqual([]);
});

const found = async () => {
  const { faults } = await verifyTable(world.store);
  return faults.map(({ kind, id: of, fault }) => `${kind} ${of}: ${fault}`).toSorted();
};

test("a record that is removed with its whole trail is missed, and since when", async () => {
  await removeAll(partitionOf("unit", id));
  expect(await found()).toEqual([`unit ${id}: removed 2026-03-03`]);
});

test("a tail that is cut off, with the record as it was before, is missed", async () => {
  const first = await read(eventKey("unit", id, 1));
  const record = await read(recordKey("unit", id));
  const before = canonical({ ...JSON.parse(record.record), name: "甲", version: 1 });
  await remove(eventKey("unit", id, 2));
  await put({
    ...record,
    record: before,
    head: first.hash,
    version: 1,
    summary: { name: "甲", kind: "office" },
  });
  expect(await found()).toEqual([`unit ${id}: cut-off 2026-03-03`]);
});

test("a chain that is written anew with its hashes is another one than went into the tree", async () => {
  const event = await read(eventKey("unit", id, 2));
  const record = await read(recordKey("unit", id));
  const after = canonical({ ...JSON.parse(record.record), name: "丁" });
  const said = JSON.parse(event.event);
  const text = canonical({ ...said, change: { ...said.change, name: "丁" }, recordHash: hashOfText(after) });
  await put({ ...event, event: text, hash: hashOfText(text) });
  await put({ ...record, record: after, head: hashOfText(text), summary: { name: "丁", kind: "office" } });
  expect(await found()).toEqual([`unit ${id}: rewritten 2026-03-03`]);
});

test("a record that is invented with an instant of a closed day is not in the tree", async () => {
  const event = await read(eventKey("unit", stationOf(2).code, 1));
  const record = await read(recordKey("unit", stationOf(2).code));
  const after = canonical({ ...JSON.parse(record.record), id: "x" });
  const text = canonical({ ...JSON.parse(event.event), recordId: "x", recordHash: hashOfText(after) });
  const { directory: _, directorySort: __, ...plain } = event;
  await put({ ...plain, ...eventKey("unit", "x", 1), event: text, hash: hashOfText(text) });
  await put({
    ...record,
    ...recordKey("unit", "x"),
    record: after,
    head: hashOfText(text),
    directorySort: "x",
  });
  expect(await found()).toEqual(["unit x: not-in-tree 2026-03-02"]);
});

test("leaves and heads that were changed are those of no tree", async () => {
  const leaves = await read(leavesKey(0));
  const { leaves: all } = leaves;
  await put({ ...leaves, leaves: [{ ...all[0], version: 2 }, ...all.slice(1)] });
  expect(await found()).toEqual(
    [
      ...["2026-03-02", "2026-03-03", "2026-03-04"].map((day) => `tree ${day}: head-other-tree`),
      "tree 2026-03-03: tree-state",
    ].toSorted(),
  );
  await put(leaves);
  const head = await read(headKey("2026-03-03"));
  await put({ ...head, note: String(head.note).replace("\n3\n", "\n9\n") });
  expect(await found()).toEqual(["tree 2026-03-03: head-other-tree"]);
  await remove(headKey("2026-03-03"));
  expect(await found()).toEqual(["tree 2026-03-03: head-missing"]);
  await put(head);
  const state = await read(treeKey);
  await put({ ...state, tree: { ...state.tree, sm3: "0".repeat(64) } });
  expect(await found()).toEqual(["tree 2026-03-03: tree-state"]);
});

test("an earlier change that bears a later day, as at midnight, is no fault", async () => {
  const event = await read(eventKey("unit", id, 1));
  await put({ ...event, directorySort: String(event.directorySort).replace("2026-03-02", "2026-03-05") });
  world.clock.today = "2026-03-07";
  await closeDays(world, ours.anchor);
  expect(await found()).toEqual([]);
});
