import { createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { appendLeaf, emptyAuditTree, type Leaf } from "@dunmiao/domain/audit/leaf";
import { rootOf } from "@dunmiao/domain/audit/merkleTree";
import { isSignedBy, noteKeyText, parseNote } from "@dunmiao/domain/audit/signedNote";
import { checkCode, parseHead } from "@dunmiao/domain/audit/treeHead";
import { closePage } from "@dunmiao/store/audit/closeDay";
import { allHeads, allLeaves, newestHeads, newestLeafOf } from "@dunmiao/store/audit/treeRead";
import { recordKey } from "@dunmiao/store/engine/keys";
import { leafKey } from "@dunmiao/store/engine/treeKeys";
import { saveUnit } from "@dunmiao/store/saveUnit";
import { expect, test } from "vitest";
import { verifyEd25519 } from "../../domain/test/audit/ed25519.ts";
import type { Anchor } from "../src/anchor.ts";
import { taskHandlers } from "../src/handlers.ts";
import type { Robot } from "../src/wecom.ts";
import { openEmptyWorld, stationOf, type World } from "./support/world.ts";

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const { x = "" } = createPublicKey(publicKey.export({ format: "pem", type: "spki" })).export({
  format: "jwk",
});
const key = { name: "dunmiao.test", publicKey: Uint8Array.from(Buffer.from(x, "base64url")) };

function anchorInto(kept: Map<string, string>): Anchor {
  return {
    origin: key.name,
    signers: async () => [{ key, sign: async (message) => sign(null, message, privateKey) }],
    keyText: async () => `${noteKeyText(key)}\n`,
    newest: async () => undefined,
    of: async () => [],
    keep: async (day, note) => {
      kept.set(day, note);
    },
  };
}

type Closing = { times?: number; kept?: Map<string, string>; robot?: Robot };

/** The state machine's tasks in the order of its states; `times` as often as each is delivered. */
async function close(
  world: World,
  asOf: string,
  { times = 1, kept = new Map<string, string>(), robot }: Closing = {},
) {
  const tasks = taskHandlers({ ...world.deps, anchor: anchorInto(kept), robot });
  for (;;) {
    const pages = await Promise.all(Array.from({ length: times }, () => tasks.closePage({ asOf })));
    if (pages.some(({ next }) => next === "sign"))
      await Promise.all(Array.from({ length: times }, () => tasks.signDay({ asOf })));
    else if (pages.every(({ next }) => next === "done")) return kept;
  }
}

/** Three days on which units come and change, one more without a change, written in worlds of their own. */
const story = [
  { day: "2026-03-02", units: [1, 2, 3] },
  { day: "2026-03-03", units: [2] },
  { day: "2026-03-05", units: [3, 4] },
];
async function live(world: World, { day, units }: (typeof story)[number]): Promise<void> {
  world.clock.today = day;
  for (const n of units) {
    const { parent: _, ...unit } = { ...stationOf(n), name: `${day} ${n}`, kind: "office" as const };
    const saved = await saveUnit(world.acting(), unit);
    if (saved.outcome === "refused") throw new Error(JSON.stringify(saved));
  }
}

async function inOrder(store: World["store"]) {
  const leaves: (Leaf & { index: number })[] = [];
  for await (const leaf of allLeaves(store)) leaves.push(leaf);
  return leaves;
}

async function leavesOf({ store }: World): Promise<string[]> {
  return (await inOrder(store)).map(
    ({ index, kind, id, version, day }) => `${index} ${kind} ${id} v${version} ${day}`,
  );
}

async function rootIn({ store }: World): Promise<string> {
  return rootOf((await inOrder(store)).reduce(appendLeaf, emptyAuditTree));
}

test("each day is closed with one leaf for every record that was changed, and its head is signed", async () => {
  const world = await openEmptyWorld("2026-03-02");
  const kept = new Map<string, string>();
  for (const each of story) {
    await live(world, each);
    await close(world, each.day, { kept });
  }
  await close(world, "2026-03-07", { kept });
  expect(await leavesOf(world)).toEqual([
    "0 unit 420102-1 v1 2026-03-02",
    "1 unit 420102-2 v1 2026-03-02",
    "2 unit 420102-3 v1 2026-03-02",
    "3 unit 420102-2 v2 2026-03-03",
    "4 unit 420102-3 v2 2026-03-05",
    "5 unit 420102-4 v1 2026-03-05",
  ]);
  const heads = await allHeads(world.store);
  expect(heads.map(({ day, size }) => [day, size])).toEqual([
    ["2026-03-02", 3],
    ["2026-03-03", 4],
    ["2026-03-04", 4],
    ["2026-03-05", 6],
    ["2026-03-06", 6],
  ]);
  expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(heads.map(({ day, note }) => [day, note])));
  const [newest] = await newestHeads(world.store, 1);
  const note = parseNote(newest?.note ?? "");
  expect(note && isSignedBy(note, key, verifyEd25519)).toBe(true);
  expect(parseHead(note?.text ?? "")).toMatchObject({
    origin: "dunmiao.test",
    size: 6,
    day: "2026-03-06",
    root: await rootIn(world),
  });
  // The leaf says what stands in the table.
  const Key = recordKey("unit", "420102-4");
  const { Item } = await world.store.documents.send(
    new GetCommand({ TableName: world.store.tableName, Key }),
  );
  expect((await inOrder(world.store)).at(-1)?.head).toBe(Item?.head);
  expect(await newestLeafOf(world.store, { kind: "unit", id: "420102-3" })).toEqual({ version: 2, index: 4 });
});

test("days that were missed, deliveries three times at once, and ends at any point come to the same tree", async () => {
  const daily = await openEmptyWorld("2026-03-02");
  for (const each of story) {
    await live(daily, each);
    await close(daily, each.day);
  }
  await close(daily, "2026-03-07");
  const root = await rootIn(daily);

  const missed = await openEmptyWorld("2026-03-02");
  for (const each of story) await live(missed, each);
  await close(missed, "2026-03-07", { times: 3 });
  expect(await rootIn(missed)).toBe(root);

  const broken = await openEmptyWorld("2026-03-02");
  for (const each of story) await live(broken, each);
  // One leaf a transaction, and after each of them the process is gone.
  while ((await closePage(broken.store, "2026-03-03", { leaves: 1, transactions: 1 })) === "more");
  await close(broken, "2026-03-07");
  expect(await rootIn(broken)).toBe(root);
  await close(broken, "2026-03-07", { times: 3 });
  expect(await leavesOf(broken)).toEqual(await leavesOf(daily));
});

test("the check code of the last day that was closed is told once, however often it is delivered and whatever was missed", async () => {
  const world = await openEmptyWorld("2026-03-02");
  const texts: string[] = [];
  const robot = async (text: string) => void texts.push(text);
  const codes: unknown[] = [];
  for (const { asOf, day, before } of [
    { asOf: "2026-03-03", day: "2026-03-02", before: story.slice(0, 1) },
    { asOf: "2026-03-07", day: "2026-03-06", before: story.slice(1) },
  ]) {
    for (const each of before) await live(world, each);
    await close(world, asOf, { times: 3, robot });
    await close(world, asOf, { robot });
    const head = parseHead(parseNote((await newestHeads(world.store, 1))[0]?.note ?? "")?.text ?? "");
    codes.push(
      expect.stringMatching(new RegExp(`^【墩苗】${day} .*${head && checkCode(head)}\n.*\n.*of ${day}: `)),
    );
  }
  expect(texts).toEqual(codes);
  await live(world, { day: "2026-03-07", units: [1] });
  const broken: Robot = async () => {
    throw new Error("no way through");
  };
  await close(world, "2026-03-08", { robot: broken });
  expect((await newestHeads(world.store, 1))[0]?.day).toBe("2026-03-07");
});

test("what was written late, with an instant of a day that is closed, comes with the next closing, once", async () => {
  const world = await openEmptyWorld("2026-03-02");
  await live(world, { day: "2026-03-02", units: [1] });
  await close(world, "2026-03-03");
  await live(world, { day: "2026-03-02", units: [7] });
  await live(world, { day: "2026-03-03", units: [1] });
  await close(world, "2026-03-04");
  await live(world, { day: "2026-03-04", units: [8] });
  await close(world, "2026-03-05");
  expect(await leavesOf(world)).toEqual([
    "0 unit 420102-1 v1 2026-03-02",
    "1 unit 420102-1 v2 2026-03-03",
    "2 unit 420102-7 v1 2026-03-03",
    "3 unit 420102-8 v1 2026-03-04",
  ]);
});

test("what comes late between two goes at a day, before what is in already, comes with the next closing, once", async () => {
  const world = await openEmptyWorld("2026-03-02");
  await live(world, { day: "2026-03-02", units: [5, 6] });
  expect(await closePage(world.store, "2026-03-03", { leaves: 1, transactions: 1 })).toBe("more");
  await live(world, { day: "2026-03-02", units: [1, 7] });
  await close(world, "2026-03-03");
  await live(world, { day: "2026-03-03", units: [5] });
  await close(world, "2026-03-06");
  expect(await leavesOf(world)).toEqual([
    "0 unit 420102-5 v1 2026-03-02",
    "1 unit 420102-6 v1 2026-03-02",
    "2 unit 420102-7 v1 2026-03-02",
    "3 unit 420102-1 v1 2026-03-03",
    "4 unit 420102-5 v2 2026-03-03",
  ]);
});

test("a row where a new one belongs stops the closing: it is no other closing that was faster", async () => {
  const world = await openEmptyWorld("2026-03-02");
  await live(world, { day: "2026-03-02", units: [1] });
  const { tableName: TableName, documents } = world.store;
  await documents.send(
    new PutCommand({ TableName, Item: { ...leafKey("unit", stationOf(1).code, 1), version: 1, index: 7 } }),
  );
  await expect(closePage(world.store, "2026-03-03")).rejects.toThrow(TransactionCanceledException);
  expect(await leavesOf(world)).toEqual([]);
});

test("a head is signed by nobody who has no key, and a table without changes has no tree", async () => {
  const world = await openEmptyWorld("2026-03-02");
  expect(await world.tasks.closePage({ asOf: "2026-03-03" })).toMatchObject({ next: "done" });
  await expect(world.tasks.signDay({ asOf: "2026-03-03" })).rejects.toThrow("sign");
});
