import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Actor } from "@dunmiao/domain/actor";
import { decideCorrection } from "@dunmiao/domain/officer/correctOfficer";
import { proposeMerge } from "@dunmiao/domain/officer/mergeOfficer";
import { type Key, officerClaimKey, recordKey } from "@dunmiao/store/engine/keys";
import { type CorrectionRequest, changeCorrection } from "@dunmiao/store/officerCorrection";
import { saveOfficer } from "@dunmiao/store/saveOfficer";
import { listUnits } from "@dunmiao/store/unit";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { editItem } from "../../store/test/editItem.ts";
import { addCohort, officerOf, openWorld, type World } from "../../workflow/test/support/world.ts";
import { verifyTable } from "../src/verifyTable.ts";

const start = "2026-03-02";
const evidence = { number: "1", title: "核查结果", date: "2026-02-10" };
const approver: Actor = { id: "approver-1", role: "approver" };
const [gone, between, stays] = ["100001", "0100001", "00100001"];
let world: World;
let id: string;

/** The number of a running secondment, merged into another one, and that into a third. */
beforeAll(async () => {
  world = await openWorld(start, 2);
  [id = ""] = await addCohort(world, { id: "c1", startsOn: start, people: [1] });
  for (const serviceNumber of [between, stays]) {
    const anotherPerson = [gone, between, stays].filter((each) => each !== serviceNumber);
    const saved = await saveOfficer(world.acting(), { ...officerOf(1), serviceNumber, anotherPerson });
    expect(saved).toMatchObject({ outcome: "committed" });
  }
  await merge(gone, between);
  await merge(between, stays);
});

async function change(serviceNumber: string, rule: CorrectionRequest["rule"], actor?: Actor, into?: string) {
  const units = await listUnits(world.store);
  const request = { serviceNumber, units, rule, ...(into && { into }) };
  const changed = await changeCorrection(world.acting(actor), request);
  if (changed.outcome !== "committed") throw new Error(JSON.stringify(changed));
  return changed.record;
}

async function merge(from: string, into: string): Promise<void> {
  const seen = (await stored(recordKey("officer", from)))?.version;
  await change(
    from,
    (ground) => proposeMerge(ground, { seen: Number(seen), into, evidence }),
    undefined,
    into,
  );
  await change(from, (ground) => decideCorrection(ground, { id: "k1", decision: "approve" }), approver);
}

// biome-ignore lint/suspicious/noExplicitAny: an edit by hand knows no schema
async function stored(Key: Key): Promise<any> {
  const { documents, tableName } = world.store;
  return (await documents.send(new GetCommand({ TableName: tableName, Key }))).Item;
}

/** Changes one stored item behind the product's back. */
async function edit(key: Key, how: Parameters<typeof editItem>[2]): Promise<void> {
  undo.push(await stored(key));
  await editItem(world.store, key, how);
}

const undo: Record<string, unknown>[] = [];
afterEach(async () => {
  for (const Item of undo.splice(0).toReversed()) await put(Item);
});

async function put(Item: Record<string, unknown>): Promise<void> {
  await world.store.documents.send(new PutCommand({ TableName: world.store.tableName, Item }));
}

/** What is wrong beside the chains, which know of every edit of a record themselves. */
async function found(): Promise<string[]> {
  const { faults } = await verifyTable(world.store);
  const beside = faults.filter(({ version }) => version === undefined);
  return beside.map(({ kind, id: of, fault }) => `${kind} ${of}: ${fault}`).toSorted();
}

const officer = (number: string) => recordKey("officer", number);

describe("numbers that were merged", () => {
  test("agree with who they lead to, over two merges, as do the claims", async () => {
    expect((await verifyTable(world.store)).faults).toEqual([]);
  });

  test("one that leads to nobody", async () => {
    await edit(officer(gone), ({ record }) => Object.assign(record, { mergedInto: "999" }));
    expect(await found()).toEqual(
      [
        `officer ${stays}: numbers ${gone}`,
        `officer ${between}: numbers ${gone}`,
        `officer ${gone}: merged-into`,
      ].toSorted(),
    );
  });

  test("one that leads to somebody else who is there", async () => {
    await edit(officer(between), ({ record }) => Object.assign(record, { mergedInto: undefined }));
    expect(await found()).toEqual(
      expect.arrayContaining([`officer ${stays}: numbers ${between}`, `officer ${stays}: numbers ${gone}`]),
    );
  });

  test("two that lead to each other", async () => {
    await edit(officer(stays), ({ record }) => Object.assign(record, { mergedInto: between }));
    const faults = await found();
    for (const each of [gone, between, stays]) expect(faults).toContain(`officer ${each}: merged-into`);
  });

  test("one that the person does not name, and one named that was never merged", async () => {
    await edit(officer(stays), ({ record }) => record.numbers.pop());
    expect(await found()).toEqual([`officer ${gone}: merged-into`]);
    await edit(officer(stays), ({ record }) =>
      record.numbers.push({ number: "100002", name: "第2号", on: start, evidence }),
    );
    expect(await found()).toEqual(
      [`officer ${gone}: merged-into`, `officer ${stays}: numbers 100002`].toSorted(),
    );
  });

  test("a claim that still stands under the number that is gone", async () => {
    const { periods } = await stored(officerClaimKey(stays));
    await edit(officerClaimKey(gone), (item) => Object.assign(item, { periods }));
    expect(await found()).toEqual([
      `claim OFFICER#${gone}: without-record ${id}`,
      `officer ${gone}: claim-of-merged-number`,
    ]);
  });

  test("a secondment that does not say that its number was merged", async () => {
    await edit(recordKey("secondment", id), ({ record }) => record.corrected.pop());
    expect(await found()).toContain(`secondment ${id}: merged-number`);
  });
});
