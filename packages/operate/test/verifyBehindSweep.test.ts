import { openDifferences } from "@dunmiao/store/audit/differences";
import { signDifference } from "@dunmiao/store/audit/signDifference";
import { eventKey, partitionOf, recordKey } from "@dunmiao/store/engine/keys";
import { auditPartition, differenceKey, headKey, leafKey, leavesKey } from "@dunmiao/store/engine/treeKeys";
import { listMessages } from "@dunmiao/store/notification";
import { taskHandlers } from "@dunmiao/workflow/handlers";
import { beforeEach, expect, test } from "vitest";
import { openEmptyWorld, stationOf, type World } from "../../workflow/test/support/world.ts";
import { checkedDay } from "./checkedDay.ts";
import { closeDays, signer } from "./exportWorld.ts";
import { liveTable } from "./liveTable.ts";

let world: World;
let ours: ReturnType<typeof signer>;
const [one, two] = [stationOf(1).code, stationOf(2).code];

const { itemsOf, put, read, remove, removeAll, save } = liveTable(() => world);

const sweep = (day: string) => checkedDay(world, ours.anchor, day);

/** Two units, the first of which was changed on the second day; three days are closed and nothing is wrong. */
beforeEach(async () => {
  ours = signer();
  world = await openEmptyWorld("2026-03-02");
  await save(1, "甲");
  await save(2, "乙");
  world.clock.today = "2026-03-03";
  await save(1, "丙");
  world.clock.today = "2026-03-05";
  await closeDays(world, ours.anchor);
  expect(await sweep("2026-03-05")).toEqual([]);
});

const damages: [name: string, damage: () => Promise<unknown>, found: string[]][] = [
  [
    "a record that is removed with its whole trail",
    () => removeAll(partitionOf("unit", two)),
    [`unit ${two} 2026-03-06: removed 2026-03-02, tree-row`],
  ],
  [
    "a tail that is cut off with its leaf's row",
    async () => {
      await remove(eventKey("unit", one, 2));
      await remove(leafKey("unit", one, 2));
    },
    [`unit ${one} 2026-03-06: missing v2, cut-off 2026-03-03, tree-row`],
  ],
  [
    "a record that is altered",
    async () => {
      const record = await read(recordKey("unit", two));
      await put({ ...record, record: String(record.record).replace("乙", "丁") });
    },
    [`unit ${two} 2026-03-06: altered-record v1, summary`],
  ],
  [
    "an invented record with an instant of a closed day",
    async () => {
      const event = await read(eventKey("unit", two, 1));
      const directorySort = String(event.directorySort).replace(two, "x");
      await put({ ...event, ...eventKey("unit", "x", 1), directorySort });
    },
    ["unit x 2026-03-06: missing v1, not-in-tree 2026-03-02"],
  ],
  [
    "an invented record with an instant of a closed day that says a leaf of another one is its own",
    async () => {
      const event = await read(eventKey("unit", two, 1));
      const directorySort = String(event.directorySort).replace(two, "x");
      await put({ ...event, ...eventKey("unit", "x", 1), directorySort });
      await put({ ...(await read(leafKey("unit", two, 1))), ...leafKey("unit", "x", 1) });
    },
    ["unit x 2026-03-06: missing v1, not-in-tree 2026-03-02, tree-row"],
  ],
  [
    "a leaf that is changed",
    async () => {
      const leaves = await read(leavesKey(0));
      await put({ ...leaves, leaves: [{ ...leaves.leaves[0], head: "0" }, ...leaves.leaves.slice(1)] });
    },
    ["tree 2026-03-02 2026-03-06: head-other-tree", `unit ${one} 2026-03-06: rewritten 2026-03-02`],
  ],
  [
    "the whole tree with its heads",
    () => removeAll(auditPartition),
    ["anchor newest 2026-03-06: head-missing 2026-03-04, tree-cut 2026-03-04"],
  ],
  [
    "a head that is another one where heads are kept",
    async () => ours.notes.set("2026-03-02", "another\n"),
    ["anchor 2026-03-02 2026-03-06: head-other 2026-03-02"],
  ],
  [
    "the last heads",
    async () => {
      await remove(headKey("2026-03-04"));
    },
    ["anchor newest 2026-03-06: head-missing 2026-03-04"],
  ],
];

test.each(damages)(
  "%s is found by the next sweep, named, told once, and gone when it is put right",
  async (_, damage, found) => {
    const [kept, notes] = [await all(), [...ours.notes]];
    await damage();
    expect(await sweep("2026-03-06")).toEqual(found);
    for (const role of ["auditor", "administrator"]) {
      const { messages } = await listMessages(world.store, { role, unit: "bureau" });
      expect(messages).toMatchObject([{ code: "difference-found", on: "2026-03-06" }]);
    }
    expect(await sweep("2026-03-07")).toEqual(found);
    const { messages } = await listMessages(world.store, { role: "auditor", unit: "bureau" });
    expect(messages).toHaveLength(1);
    for (const item of kept) await put(item);
    for (const [day, note] of notes) ours.notes.set(day, note);
    await removeAll(partitionOf("unit", "x"));
    expect(await sweep("2026-03-08")).toEqual([]);
  },
);

test("a difference whose own row is damaged stops no sweep, says so beside what is found now, and is gone only when it is signed for", async () => {
  await removeAll(partitionOf("unit", two));
  await sweep("2026-03-06");
  await put({ ...differenceKey("unit", two), version: 1, difference: { kind: "unit", id: two } });
  await put({ ...differenceKey("unit", one), version: "1" });
  await put({ ...differenceKey("difference", "%"), difference: {} });
  const found = [
    "difference % 2026-03-07: row-unreadable",
    `unit ${one} 2026-03-07: row-unreadable`,
    `unit ${two} 2026-03-07: row-unreadable, removed 2026-03-02, tree-row`,
  ];
  const unread = await openDifferences(world.store);
  expect(unread.map(({ id, faults }) => [id, faults])).toEqual(
    ["%", one, two].map((id) => [id, ["row-unreadable"]]),
  );
  expect(await sweep("2026-03-07")).toEqual(found);
  expect(await sweep("2026-03-08")).toEqual(found);
  for (const { kind, id, version } of await openDifferences(world.store)) {
    const by = { id: "auditor-1", role: "auditor" } as const;
    const signed = { by, at: "2026-03-08T01:00:00.000Z", note: "已查明" };
    expect(await signDifference(world.store, { kind, id, version }, signed)).toBe(true);
  }
  expect(await sweep("2026-03-09")).toEqual([]);
});

test("sweeps ahead of the day, of the day and of days before, all at once, come to an end and find nothing", async () => {
  world.clock.today = "2026-03-06";
  const { verifyPage } = taskHandlers({ ...world.deps, anchor: ours.anchor });
  const swept = async (asOf: string) => {
    for (let page = 1; page <= 50; page += 1) if ((await verifyPage({ asOf })).next === "done") return page;
    return "no end";
  };
  const days = ["2027-03-02", "2026-03-06", "2026-03-05", "2026-03-07"];
  const pages = await Promise.all([...days, ...days].map(swept));
  expect(pages).not.toContain("no end");
  expect(await sweep("2026-03-06")).toEqual([]);
});

/** All items that a damage may concern. */
async function all(): Promise<object[]> {
  const partitions = [auditPartition, partitionOf("unit", one), partitionOf("unit", two)];
  const pages = await Promise.all(partitions.map(itemsOf));
  return pages.flat();
}
