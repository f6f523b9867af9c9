import { countRequests } from "@dunmiao/store/engine/countRequests";
import { listOpenings, type NotedOpening } from "@dunmiao/store/opening";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { logger } from "../src/log.ts";
import { OpeningNotes } from "../src/openingNotes.ts";
import { bodyOf } from "./app.ts";
import { idOf, type PopulatedApp, populatedApp } from "./fixture.ts";

type Opening = {
  at: string;
  by: { id: string; role: string };
  of: { kind: string; id: string };
  why: string;
};
const number = "100001";
const id = idOf(number);
const path = `/officers/${number}/openings`;

let app: PopulatedApp;
beforeAll(async () => {
  app = await populatedApp();
});
const officerOf = (serviceNumber: string) =>
  app.as({ id: `officer-${serviceNumber}`, role: "officer", serviceNumber });

const openings = async () => (await bodyOf<{ items: Opening[] }>(app.auditor.get(path))).items;
const shortly = (items: readonly Opening[]) => items.map(({ by, of, why }) => `${by.role} ${of.kind} ${why}`);

describe("who opens somebody's file is noted", () => {
  test("by whom and on which ground, not for the person, a refusal, a list, an act or what is not found", async () => {
    const officer = app.officer;
    expect((await officer.page(`/secondments/${id}`)).status).toBe(200);
    expect((await officer.get(`/officers/${number}`)).status).toBe(200);
    expect((await app.hr.page("/secondments?cohort=batch-1")).status).toBe(200);
    expect((await app.hr.get("/secondments/nobody")).status).toBe(404);
    const other = await officerOf("100002");
    expect((await other.get(`/secondments/${id}`)).status).toBe(404);
    expect((await app.hr.page(`/secondments/${id}`)).status).toBe(200);
    expect(await openings()).toHaveLength(1);
    expect((await app.station.page(`/secondments/${id}/days`)).status).toBe(200);
    expect(await openings()).toHaveLength(2);
    expect((await app.hr.get(`/officers/${number}`)).status).toBe(200);
    expect(await openings()).toHaveLength(3);
    expect(shortly(await openings())).toEqual([
      "hr officer bureau",
      "station secondment station",
      "hr secondment bureau",
    ]);
    expect((await openings())[0]?.of).toEqual({ kind: "officer", id: number });
  });

  test("the person and the auditor read it, in both languages; nobody else", async () => {
    const officer = app.officer;
    const page = await (await officer.page(path)).text();
    expect(page).toContain("查阅记录");
    expect(page).toContain(`href="/secondments/${id}"`);
    expect(await (await officer.page(path, { language: "en" })).text()).toContain("Who opened this file");
    for (const [who, status] of [
      [await officerOf("100002"), 404],
      [app.hr, 403],
      [app.branch, 403],
    ] as const)
      expect((await who.get(path)).status).toBe(status);
    expect((await app.auditor.get("/officers/nobody/openings")).status).toBe(404);
  });

  test("pages go on where the one before ended, none twice", async () => {
    for (let time = 0; time < 51; time += 1) await app.approver.get(`/secondments/${id}`);
    const all = async () => {
      const first = await bodyOf<{ items: Opening[]; cursor?: string }>(app.auditor.get(path));
      const second = await bodyOf<{ items: Opening[]; cursor?: string }>(
        app.auditor.get(`${path}?cursor=${encodeURIComponent(first.cursor ?? "")}`),
      );
      expect([first.items.length, second.cursor]).toEqual([50, undefined]);
      return [...first.items, ...second.items];
    };
    expect(await all()).toHaveLength(54);
    const times = (await all()).map(({ at }) => at);
    expect(times.toSorted().toReversed()).toEqual(times);
  });
});

describe("notes are written together", () => {
  const noteOf = (requestId: string): NotedOpening => ({
    serviceNumber: "200004",
    requestId,
    opening: {
      at: "2026-03-02T01:00:00.000Z",
      by: { id: "hr-1", role: "hr" },
      of: { kind: "officer", id: "200004" },
      why: "bureau",
    },
  });
  const noted = async () => (await listOpenings(app.store, ["200004"], { limit: 100 })).openings.length;

  test("25 in one transaction, one alone in a Put, and the same one once", async () => {
    const notes = new OpeningNotes(app.store);
    const counted = countRequests(app.store);
    for (let at = 0; at < 60; at += 1) notes.add(noteOf(`r-${at}`));
    await notes.flush();
    notes.add(noteOf("r-alone"));
    await notes.flush();
    notes.add(noteOf("r-twice"));
    notes.add(noteOf("r-twice"));
    await notes.flush();
    await notes.flush();
    counted.stop();
    expect(counted.requests).toEqual({ TransactWriteItems: 3, PutItem: 2 });
    expect(await noted()).toBe(62);
  });

  test("without being asked, a while after the first", async () => {
    const notes = new OpeningNotes(app.store);
    notes.add(noteOf("r-later"));
    await expect.poll(noted).toBe(63);
  });

  test("what cannot be written is tried twice, said without the file's number, and thrown at nobody", async () => {
    const said = vi.spyOn(logger, "error").mockImplementation(() => {});
    const notes = new OpeningNotes({ ...app.store, tableName: "no-such-table" });
    notes.add(noteOf("r-lost"));
    await notes.flush();
    const lines = said.mock.calls.map(([, more]) => more);
    said.mockRestore();
    expect(lines).toEqual([
      { requestIds: ["r-lost"], code: "openings-tried-again" },
      { requestIds: ["r-lost"], code: "openings-not-noted" },
    ]);
  });
});
