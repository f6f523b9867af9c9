import { DeleteCommand } from "@aws-sdk/lib-dynamodb";
import { writeHandOver } from "@dunmiao/domain/term/writeHandOver";
import { type Key, officerClaimKey, recordKey, textKey } from "@dunmiao/store/engine/keys";
import { verifyStateKey } from "@dunmiao/store/engine/treeKeys";
import { chunkOutcomeKey } from "@dunmiao/store/importKeys";
import { beforeEach, expect, test } from "vitest";
import { editItem } from "../../store/test/editItem.ts";
import { reportIn } from "../../workflow/test/support/acts.ts";
import { addImport, personRow } from "../../workflow/test/support/imports.ts";
import { addNotice } from "../../workflow/test/support/notices.ts";
import { act, addCohort, openWorld, stationOf, type World } from "../../workflow/test/support/world.ts";
import { verifyTable } from "../src/verifyTable.ts";
import { checkedDay } from "./checkedDay.ts";
import { closeDays, signer } from "./exportWorld.ts";

const start = "2026-03-02";
let world: World;
let ours: ReturnType<typeof signer>;
let one: string;
let two: string;
const sweep = (day: string) => checkedDay(world, ours.anchor, day);
const edit = (key: Key, how: Parameters<typeof editItem>[2]) => editItem(world.store, key, how);

/** Two people, one with a hand-over, a notice and an import of a third that is through; the day is closed. */
beforeEach(async () => {
  ours = signer();
  world = await openWorld(start, 3);
  [one = "", two = ""] = await addCohort(world, { id: "c1", startsOn: start, people: [1, 2] });
  await reportIn(world, one);
  await act(world, one, "officer", (ground) => writeHandOver(ground, { words: { people: "secret" } }));
  await addNotice(world, "n1");
  await addImport(world, "i1", [personRow(3)]);
  await world.tasks.importChunk({ importId: "i1", asOf: start, chunk: 1 });
  await world.tasks.finishImport({ importId: "i1", asOf: start });
  world.clock.today = "2026-03-03";
  await closeDays(world, ours.anchor);
  expect(await sweep("2026-03-03")).toEqual([]);
});

test("of every kind the sweep names what a whole verification names, and content of none", async () => {
  const { tableName: TableName, documents } = world.store;
  await edit(textKey("secondment", one, "HANDOVER", "1"), ({ text }) => {
    text.people = "other secret";
  });
  await edit(recordKey("secondment", two), ({ record }) => {
    record.post = "挂职所长";
  });
  await documents.send(new DeleteCommand({ TableName, Key: officerClaimKey("100002") }));
  await edit(recordKey("notice", "n1"), ({ record }) => record.days.pop());
  await edit(recordKey("cohort", "c1"), ({ record }) => {
    record.name = "secret";
  });
  await edit(recordKey("unit", stationOf(2).code), (item) => {
    item.directorySort = "elsewhere";
  });
  await edit(recordKey("officer", "100001"), ({ record }) => {
    record.name = "secret";
  });
  await edit(chunkOutcomeKey("i1", 1), ({ outcome }) => {
    outcome.created = 2;
  });
  const { faults } = await verifyTable(world.store);
  // A claim is looked at from its record; one of nobody is met by a whole verification alone.
  const ofRecords = faults.filter(({ kind }) => kind !== "claim");
  const named = new Set(ofRecords.map(({ kind, id }) => `${kind} ${id}`));
  const found = await sweep("2026-03-04");
  expect(new Set(found.map((each) => each.split(" ").slice(0, 2).join(" ")))).toEqual(named);
  for (const kind of ["secondment", "notice", "cohort", "unit", "officer", "import"])
    expect([...named].some((each) => each.startsWith(`${kind} `))).toBe(true);
  expect(named).toContain(`secondment ${two}`);
  expect(found.join()).not.toMatch(/secret|所长/);
});

test.each([
  ["cannot be read", { left: "many" }],
  ["lies ahead of today", { asOf: "2031-01-01" }],
  ["has no version", { version: "x" }],
])(
  "a place of the checking that %s is told until it is signed for, and the table is checked from the start",
  async (_, change) => {
    await edit(verifyStateKey, (item) => Object.assign(item, change));
    await edit(recordKey("cohort", "c1"), ({ record }) => {
      record.name = "other";
    });
    const found = [
      "checking place 2026-03-04: checking-lost 2026-03-04",
      "cohort c1 2026-03-04: altered-record v1, summary",
    ];
    expect(await sweep("2026-03-04")).toEqual(found);
    expect(await sweep("2026-03-05")).toEqual(found);
  },
);
