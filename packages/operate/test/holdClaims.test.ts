import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { stampOf } from "@dunmiao/store/engine/acting";
import { commitAll } from "@dunmiao/store/engine/commit";
import { factsClaimKey, numberClaimKey } from "@dunmiao/store/engine/keys";
import { loadRecord } from "@dunmiao/store/engine/record";
import { seal } from "@dunmiao/store/engine/seal";
import { claimIdentity, loadClaimed } from "@dunmiao/store/numberClaims";
import { officerChange, officerNoun } from "@dunmiao/store/officer";
import { saveOfficer } from "@dunmiao/store/saveOfficer";
import { beforeEach, describe, expect, test } from "vitest";
import { numbers, openWorld, type World } from "../../workflow/test/support/world.ts";
import { holdClaims } from "../src/holdClaims.ts";
import { verifyTable } from "../src/verifyTable.ts";

const facts = { sex: "male", birthMonth: "1990-01", kind: "officer" } as const;
const home = "JG-01";
let world: World;

beforeEach(async () => {
  world = await openWorld("2026-03-02", 3);
});

/** Somebody put on file before there were claims. */
async function fromBefore(serviceNumber: string, name: string, homeUnit = home) {
  const entered = { ...facts, serviceNumber, name, homeUnit };
  const change = officerChange(entered, undefined);
  if (!change.ok || !change.value) throw new Error(`${serviceNumber} is nobody new`);
  const acting = world.acting();
  const sealed = seal(change.value, stampOf(acting, await acting.calendar.current()));
  expect(await commitAll(world.store, [sealed])).toEqual({ outcome: "committed" });
  return entered;
}

const faults = async () => (await verifyTable(world.store)).faults;
const claimOn = async (number: string) => (await loadClaimed(world.store, numberClaimKey(number)))?.numbers;

describe("people put on file before there were claims", () => {
  test("hold number and facts afterwards, and are met by whoever comes in another spelling", async () => {
    const entered = await fromBefore("Xy-00000000001", "甲");
    const other = { ...entered, serviceNumber: "0xY-00000000001", name: "乙" };
    const told = { apartFrom: [], isRead: true };
    expect((await claimIdentity(world.store, other, told)).ok).toBe(true);
    expect(await holdClaims(world.store)).toEqual({ officers: 1, written: 2, dropped: 0, alike: [] });
    expect(await claimIdentity(world.store, other, told)).toMatchObject({
      refusals: [{ code: "same-person-other-number", params: { known: "Xy-00000000001" } }],
    });
    expect(await faults()).toEqual([]);
  });

  test("two that collide both stay, and are said", async () => {
    await fromBefore("0705301", "甲", "420102");
    await fromBefore("705301", "乙");
    await fromBefore("800001", "丙");
    await fromBefore("800002", "丙");
    const held = await holdClaims(world.store);
    expect(held.written).toBe(8);
    const pairs = held.alike.map((pair) => pair.toSorted().join(" "));
    expect(pairs.toSorted()).toEqual(["0705301 705301", "800001 800002"]);
    expect((await claimOn("705301"))?.toSorted()).toEqual(["0705301", "705301"]);
    for (const number of ["0705301", "705301", "800001", "800002"])
      expect((await loadRecord(world.store, officerNoun, number))?.version).toBe(1);
    expect(await faults()).toEqual([]);
    expect(await holdClaims(world.store)).toMatchObject({ written: 0, alike: [] });
  });

  test("who changes while it runs, ten at a time, holds what is so at the end and nothing else", async () => {
    const people = await Promise.all(numbers(10).map((n) => fromBefore(`90000${n}`, `第${n}号`)));
    const moves = people.map((each) => saveOfficer(world.acting(), { ...each, homeUnit: "420102" }));
    const [, , ...moved] = await Promise.all([holdClaims(world.store), holdClaims(world.store), ...moves]);
    expect(moved.map(({ outcome }) => outcome)).toEqual(people.map(() => "committed"));
    await holdClaims(world.store);
    expect(await faults()).toEqual([]);
    expect(await holdClaims(world.store)).toMatchObject({ written: 0, dropped: 0 });
  });
});

test("what corrections left behind is taken out; who holds the claim rightly stays in it", async () => {
  const entered = { ...facts, serviceNumber: "700001", name: "甲", homeUnit: home };
  await saveOfficer(world.acting(), entered);
  const put = (Item: Record<string, unknown>) =>
    world.store.documents.send(new PutCommand({ TableName: world.store.tableName, Item }));
  await put({ ...numberClaimKey("700001"), version: 4, numbers: ["700001", "nobody"] });
  await put({ ...factsClaimKey("as before"), version: 2, numbers: ["700001"] });
  expect(await holdClaims(world.store)).toMatchObject({ written: 0, dropped: 2 });
  expect(await claimOn("700001")).toEqual(["700001"]);
  expect(await loadClaimed(world.store, factsClaimKey("as before"))).toEqual({ version: 3, numbers: [] });
  expect(await faults()).toEqual([]);
});
