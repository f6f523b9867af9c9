import { beforeAll, describe, expect, test } from "vitest";
import { bodyOf, problemOf } from "./app.ts";
import { grantFurtherTerm, type LastMonthApp, lastMonthApp, station, term } from "./lastMonth.ts";
import { place, saveCohort } from "./people.ts";

const url = `/secondments/${term}/hand-over`;
const next = "c2-0002";
const words = { ongoing: "两起盗窃案待移送", people: "居委会每周一例会", advice: "先走访沿街商户" };

let app: LastMonthApp;
beforeAll(async () => {
  app = await lastMonthApp();
  await place(app.store, await saveCohort(app.store, "c2", "2026-03-10"), { number: "0002", station });
});
const html = async (response: Promise<Response>) => (await response).text();

describe("from predecessor to successor at one post", () => {
  test("each page leads to it; before anything is written it says so", async () => {
    expect(await html(app.officer.page(`/secondments/${term}`))).toContain(`href="${url}"`);
    expect(await html(app.otherOfficer.page(url))).toContain("还没有填写工作交接");
    const own = await html(app.otherOfficer.page(`/secondments/${next}/hand-over`));
    expect(own).toContain(`href="${url}"`);
    expect(own).not.toContain('name="ongoing"');
  });

  test("an empty one is refused, a long one with its words kept", async () => {
    expect((await problemOf(await app.officer.post(url, {}))).code).toBe("hand-over-empty");
    const long = await app.officer.submit(url, { ongoing: "在".repeat(1_001), people: "居委会" });
    expect(long.status).toBe(422);
    const page = await long.text();
    expect(page).toContain("不得超过 1000 字");
    expect(page).toContain("居委会");
  });

  test("the officer writes, the host station adds; whoever looked at an older one is told", async () => {
    const written = await app.officer.submit(url, { ...words, seen: "0" });
    expect([written.status, written.headers.get("Location")]).toEqual([303, url]);
    const stale = await app.station.submit(url, { ongoing: "x", seen: "0" });
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain("另有人 已于");
    expect((await app.station.post(url, { ...words, equipment: "执法记录仪一台", seen: 1 })).status).toBe(
      200,
    );
    const page = await html(app.officer.page(url));
    for (const each of [...Object.values(words), "执法记录仪一台", "第 2 版"]) expect(page).toContain(each);
    expect(await bodyOf(app.hr.get(url))).toMatchObject({
      handOver: { revision: 2 },
      words,
      successor: next,
    });
  });

  test("people of either case read it; nobody else", async () => {
    for (const person of [
      app.officer,
      app.otherOfficer,
      app.station,
      app.branch,
      app.sending,
      app.hr,
      app.auditor,
    ])
      expect((await person.get(url)).status).toBe(200);
    const stranger = await app.as({ id: "officer-9", role: "officer", serviceNumber: "0009" });
    for (const person of [stranger, app.otherStation]) expect((await person.get(url)).status).toBe(404);
    // Whoever takes over is told which days it is about.
    expect(await html(app.otherOfficer.page(url))).toContain("2025-03-10 至 2026-03-09");
    // The predecessor does not read on in the successor's.
    expect((await app.officer.get(`/secondments/${next}/hand-over`)).status).toBe(404);
    expect((await app.otherOfficer.get(`/secondments/${term}`)).status).toBe(404);
  });

  test("only the officer and the host station write, only the successor confirms", async () => {
    for (const person of [app.hr, app.approver, app.sending])
      expect((await problemOf(await person.post(url, words))).code).toBe("forbidden");
    expect((await problemOf(await app.otherOfficer.post(url, words))).code).toBe("not-found");
    expect((await problemOf(await app.officer.post(`${url}/receive`, {}))).code).toBe("not-the-successor");
    expect((await problemOf(await app.station.post(`${url}/receive`, {}))).code).toBe("forbidden");
    expect(await html(app.officer.page(url))).not.toContain("/receive");
  });

  test("the successor confirms what they have read, once", async () => {
    expect(await html(app.otherOfficer.page(url))).toContain(`action="${url}/receive"`);
    expect((await problemOf(await app.otherOfficer.post(`${url}/receive`, { seen: 1 }))).code).toBe(
      "changed-meanwhile",
    );
    const received = await app.otherOfficer.submit(`${url}/receive`, { seen: "2" });
    expect([received.status, received.headers.get("Location")]).toEqual([303, url]);
    expect(await html(app.officer.page(url))).toContain("接任人 挂职民警");
    expect(await html(app.officer.page(url, { language: "en" }))).toContain("confirmed it on 2026-03-02");
    expect((await problemOf(await app.otherOfficer.post(`${url}/receive`, { seen: 2 }))).code).toBe(
      "already-received",
    );
    expect(await html(app.officer.page(`/secondments/${term}`))).toContain("接任人确认工作交接");
    const copy = await html(app.officer.get("/me/data.json"));
    expect(copy).toContain(words.advice);
    expect(copy).not.toContain(next);
  });

  test("it prints with lines for both signatures, in both languages", async () => {
    const printed = await html(app.otherOfficer.page(`${url}/print`));
    for (const each of ['class="official"', "挂职岗位工作交接单", words.advice, "接收人（签字）"])
      expect(printed).toContain(each);
    expect(printed).toMatch(/\d{4}年\d{1,2}月\d{1,2}日 至 \d{4}年\d{1,2}月\d{1,2}日/);
    expect(await html(app.station.page(`${url}/print`, { language: "en" }))).toContain(
      "Received by (signature)",
    );
    expect((await app.otherStation.page(`${url}/print`)).status).toBe(404);
  });
});

describe("who stays for a further term", () => {
  test("hands over at its end: the successor is found past it", async () => {
    const staying = await lastMonthApp();
    await grantFurtherTerm(staying);
    await place(staying.store, await saveCohort(staying.store, "c3", "2026-09-10"), {
      number: "0002",
      station,
    });
    const further = `/secondments/${term}-x1/hand-over`;
    const stays = await html(staying.officer.page(url));
    expect(stays).toMatch(new RegExp(`延期留任[^<]*<a[^>]*href="${further}">延期任期</a>`));
    expect(stays.replace(/<[^>]*>/g, "")).not.toContain(`${term}-x1`);
    expect((await staying.officer.post(further, words)).status).toBe(200);
    expect(await bodyOf(staying.hr.get(further))).toMatchObject({ successor: "c3-0002" });
    expect(await bodyOf(staying.hr.get("/secondments/c3-0002/hand-over"))).toMatchObject({
      predecessor: `${term}-x1`,
    });
    expect((await staying.otherOfficer.post(`${further}/receive`, {})).status).toBe(200);
  });
});
