import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Store } from "../src/engine/client.ts";
import { commit, commitAll } from "../src/engine/commit.ts";
import { calendarKey, textKey } from "../src/engine/keys.ts";
import type { Noun } from "../src/engine/kinds.ts";
import { loadEvents, loadRecord, loadWithEvents } from "../src/engine/record.ts";
import { seal } from "../src/engine/seal.ts";
import { chunkKey, chunkOutcomeKey } from "../src/importKeys.ts";
import { verifyRecord } from "../src/verify/verify.ts";
import { freshStore } from "./engine.ts";
import { happened } from "./happened.ts";
import { addLine, deriveLedger, type Ledger, ledgers, newLedger, openLedger, stamp } from "./ledger.ts";

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});

const officers: Noun<Ledger> = { kind: "officer", schema: ledgers.schema };
const opened = (noun: Noun<Ledger>, after: Ledger) =>
  seal({ noun, after, event: happened("opened"), derive: deriveLedger }, stamp);

describe("creating", () => {
  test("sets version and head and seals the first event", async () => {
    const ledger = newLedger();
    expect(await openLedger(store, ledger)).toMatchObject({ outcome: "committed", record: { version: 1 } });
    const { record, events } = (await loadWithEvents(store, ledgers, ledger.id, 5)) ?? {};
    expect(events).toMatchObject([
      { version: 1, type: "ledger.opened", calendarVersion: 3, actor: { id: "hr-1" } },
    ]);
    expect(record?.head).toBe(events?.[0]?.hash);
  });

  test("over an existing record answers that record and changes nothing", async () => {
    const ledger = newLedger({ lines: ["first"] });
    await openLedger(store, ledger);
    expect(await openLedger(store, { ...ledger, lines: ["second"] })).toMatchObject({
      outcome: "exists",
      record: { version: 1, lines: ["first"] },
    });
    expect(await loadRecord(store, ledgers, ledger.id)).toMatchObject({ version: 1, lines: ["first"] });
  });

  test("ten times at once is one record", async () => {
    const ledger = newLedger();
    const ended = await Promise.all(Array.from({ length: 10 }, () => openLedger(store, ledger)));
    expect(ended.map(({ outcome }) => outcome).toSorted()).toEqual(["committed", ...Array(9).fill("exists")]);
    expect(await verifyRecord(store, { kind: "secondment", id: ledger.id })).toEqual([]);
  });
});

describe("several records in one transaction", () => {
  test("each gets its own chain", async () => {
    const [officer, ledger] = [newLedger(), newLedger()];
    expect(await commitAll(store, [opened(officers, officer), opened(ledgers, ledger)])).toEqual({
      outcome: "committed",
    });
    expect(await verifyRecord(store, { kind: "officer", id: officer.id })).toEqual([]);
    expect(await verifyRecord(store, { kind: "secondment", id: ledger.id })).toEqual([]);
  });

  test("one that is already there stops all of them and is named", async () => {
    const [officer, ledger] = [newLedger(), newLedger()];
    await commitAll(store, [opened(officers, officer)]);
    expect(await commitAll(store, [opened(officers, officer), opened(ledgers, ledger)])).toMatchObject({
      outcome: "exists",
      kind: "officer",
      id: officer.id,
      record: { version: 1 },
    });
    expect(await loadRecord(store, ledgers, ledger.id)).toBeUndefined();
  });
});

describe("several events of one record in one transaction", () => {
  test("chain one after the other, each with its own actor, and write the record once", async () => {
    const ledger = newLedger();
    await openLedger(store, ledger);
    const before = await loadRecord(store, ledgers, ledger.id);
    const due = { ...ledger, lines: ["due"] };
    const after = { ...ledger, lines: ["due", "asked"] };
    const written = await commit(
      store,
      {
        noun: ledgers,
        before,
        after,
        event: happened("line.added", { line: "asked" }),
        earlier: [{ after: due, event: happened("line.due"), actor: { id: "progress", role: "system" } }],
        derive: deriveLedger,
      },
      stamp,
    );
    expect(written).toMatchObject({ outcome: "committed", record: { version: 3, lines: ["due", "asked"] } });
    expect((await loadWithEvents(store, ledgers, ledger.id, 5))?.events).toMatchObject([
      { version: 3, type: "line.added", actor: { id: "hr-1" } },
      { version: 2, type: "line.due", actor: { id: "progress" } },
      { version: 1 },
    ]);
    expect(await verifyRecord(store, { kind: "secondment", id: ledger.id })).toEqual([]);
  });
});

describe("a record that moved on", () => {
  test("is a conflict, and nothing of the transaction is stored", async () => {
    const ledger = newLedger();
    await openLedger(store, ledger);
    const before = await loadRecord(store, ledgers, ledger.id);
    await addLine(store, ledger.id, "meanwhile");
    const text = textKey("secondment", ledger.id, "ASSESSMENT", "a-1");
    const event = happened("line.added");
    const late = { noun: ledgers, before, after: ledger, event, derive: deriveLedger };
    expect(await commit(store, late, stamp, { beside: [{ put: { ...text, text: "long" } }] })).toEqual({
      outcome: "conflict",
      kind: "secondment",
      id: ledger.id,
    });
    expect((await loadRecord(store, ledgers, ledger.id))?.lines).toEqual(["meanwhile"]);
  });
});

describe("items beside a record", () => {
  test("only over nothing, only over the version seen", async () => {
    const put = { ...calendarKey, version: 1, days: {} };
    const beside = (more: object) =>
      commitAll(store, [opened(ledgers, newLedger())], { beside: [{ put, ...more }] });
    expect(await beside({ onlyOver: "nothing" })).toEqual({ outcome: "committed" });
    expect(await beside({ onlyOver: "nothing" })).toEqual({ outcome: "beside-conflict", ...calendarKey });
    expect(await beside({ onlyOver: { version: 2 } })).toMatchObject({ outcome: "beside-conflict" });
    expect(await beside({ onlyOver: { version: 1 } })).toEqual({ outcome: "committed" });
  });
});

describe("reading", () => {
  test("one query brings the record and its newest events, whatever lies beside", async () => {
    const ledger = newLedger();
    const imports: Noun<Ledger> = { kind: "import", schema: ledgers.schema };
    const chunks = Array.from({ length: 20 }, (_, n) => n + 1).flatMap((chunk) => [
      { put: { ...chunkKey(ledger.id, chunk), rows: [] } },
      { put: { ...chunkOutcomeKey(ledger.id, chunk), rows: [] } },
    ]);
    const text = { put: { ...textKey("import", ledger.id, "NOTE", "n-1"), text: "long" } };
    await commitAll(store, [opened(imports, ledger)], { beside: [...chunks, text] });
    expect(await loadWithEvents(store, imports, ledger.id, 3)).toMatchObject({
      record: { id: ledger.id },
      events: [{ version: 1 }],
    });
    expect(await loadWithEvents(store, imports, randomUUID(), 3)).toBeUndefined();
  });

  test("events come oldest first, page by page", async () => {
    const ledger = newLedger();
    await openLedger(store, ledger);
    for (const line of ["a", "b", "c", "d"]) await addLine(store, ledger.id, line);
    const of = { kind: "secondment", id: ledger.id } as const;
    const versions: number[] = [];
    for (let after: number | undefined = 0; after !== undefined; ) {
      const page = await loadEvents(store, of, { after, limit: 2 });
      expect(page.events.length).toBeLessThanOrEqual(2);
      versions.push(...page.events.map(({ version }) => version));
      after = page.next;
    }
    expect(versions).toEqual([1, 2, 3, 4, 5]);
    expect(
      (await loadWithEvents(store, ledgers, ledger.id, 2))?.events.map(({ version }) => version),
    ).toEqual([5, 4]);
  });

  test("a record of 300 kB is stored, read and verified; the chain reads in pages", async () => {
    const ledger = newLedger({ lines: Array.from({ length: 3_000 }, (_, n) => `${n} ${"长".repeat(30)}`) });
    await openLedger(store, ledger);
    const long = "长".repeat(60_000);
    for (let n = 0; n < 7; n += 1) {
      const before = await loadRecord(store, ledgers, ledger.id);
      if (!before) throw new Error("the record is gone");
      const event = happened("note.added", { long });
      const written = await commit(
        store,
        { noun: ledgers, before, after: before, event, derive: deriveLedger },
        stamp,
      );
      expect(written.outcome).toBe("committed");
    }
    expect((await loadRecord(store, ledgers, ledger.id))?.lines).toEqual(ledger.lines);
    expect(await verifyRecord(store, { kind: "secondment", id: ledger.id })).toEqual([]);
  });
});
