import { approveAbsence } from "@dunmiao/domain/absence/approveAbsence";
import { recordAbsence } from "@dunmiao/domain/absence/recordAbsence";
import { loadRecord } from "@dunmiao/store/engine/record";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { verifyClaims } from "@dunmiao/store/verify/verifyClaims";
import { beforeAll, describe, expect, test } from "vitest";
import { problemOf } from "./app.ts";
import { place, saveCohort } from "./people.ts";
import { act, type RulingApp, rulingApp } from "./rulings.ts";
import { textFor } from "./ui/texts.ts";

let app: RulingApp;
beforeAll(async () => {
  app = await rulingApp();
});

const end = {
  on: "2026-03-02",
  outcome: "cancelled",
  reason: "本人身体原因",
  consultation: { with: "挂职派出所", on: "2026-03-01", note: "同意提前结束" },
};
const flat = {
  on: end.on,
  outcome: "completed",
  reason: end.reason,
  "consultation.with": end.consultation.with,
  "consultation.on": end.consultation.on,
  "consultation.note": end.consultation.note,
};

describe("ending a term early", () => {
  test.each([
    [{ ...end, on: "2026-01-30" }, 422, "/on", "outside-term"],
    [{ ...end, on: "2026-02-30" }, 422, "/on", "invalid-date"],
    [{ ...end, outcome: "completed" }, 422, "/outcome", "never-reported-in"],
    [{ ...end, reason: "x".repeat(501) }, 422, "/reason", "too-long"],
    [{ ...end, consultation: undefined }, 422, "/consultation", "required"],
    [
      { ...end, consultation: { ...end.consultation, on: "2026-03-03" } },
      422,
      "/consultation/on",
      "in-the-future",
    ],
  ])("%j is refused", async (body, httpStatus, pointer, code) => {
    const problem = await problemOf(await app.hr.post("/secondments/c1-0005/end-early", body));
    expect(problem).toMatchObject({ httpStatus, code, errors: [{ pointer }] });
  });

  test("is for HR alone", async () => {
    for (const client of [app.approver, app.station, app.auditor, await app.officer("0005")]) {
      expect((await client.post("/secondments/c1-0005/end-early", end)).status).toBe(403);
      expect((await client.page("/secondments/c1-0005/end-early")).status).toBe(403);
    }
    expect((await app.hr.page("/secondments/no-such/end-early")).status).toBe(404);
  });

  test("withdraws one to which nobody ever reported in, and frees officer and post", async () => {
    const answer = await app.hr.post("/secondments/c1-0005/end-early", end);
    expect(await answer.json()).toMatchObject({ status: "withdrawn" });
    const again = await app.hr.post("/secondments/c1-0005/end-early", end);
    expect(await problemOf(again)).toMatchObject({ httpStatus: 409, code: "already-ended-early" });
    // The same officer and the same post in the same months: only free if both were let go.
    const next = await saveCohort(app.store, "c2", "2026-03-02");
    await place(app.store, next, { number: "0005", station: "B1-S1" });
  });

  test("one that is withdrawn with a counted day leaves its officer held to that day, in the claims and on the page", async () => {
    const [before, over, after] = await Promise.all([
      saveCohort(app.store, "c3", "2026-02-24"),
      saveCohort(app.store, "c4", "2026-02-26"),
      saveCohort(app.store, "c5", "2026-03-02"),
    ]);
    await place(app.store, before, { number: "0031", station: "B1-S5" });
    const facts = { class: "sick", from: "2026-02-24", to: "2026-03-01" } as const;
    await act(app, "c3-0031", (ground) => recordAbsence(ground, facts));
    const approver = { id: "approver-9", role: "approver" } as const;
    await act(app, "c3-0031", (ground) => approveAbsence(ground, "a1", { overLimit: false }), approver);
    const answer = await app.hr.post("/secondments/c3-0031/end-early", end);
    expect(await answer.json()).toMatchObject({ status: "withdrawn" });
    const record = await loadRecord(app.store, secondmentNoun, "c3-0031");
    expect(record && (await verifyClaims(app.store, record))).toEqual([]);
    const page = await (await app.hr.page("/secondments/c3-0031")).text();
    expect(page).toContain("至 2026-02-28");
    expect(page).toContain("撤销挂职 · 撤销，未报到 · 人员占用：2026-02-28");
    expect(page).not.toContain("中止，不认定");
    expect(page).not.toContain("待政治部归类");
    await expect(place(app.store, over, { number: "0031", station: "B1-S6" })).rejects.toThrow(
      "officer-busy",
    );
    // The post is free at once, and the officer after the last day that counts.
    await place(app.store, over, { number: "0032", station: "B1-S5" });
    await place(app.store, after, { number: "0031", station: "B1-S6" });
  });

  test("one over the limit is not cancelled but ruled, and the page says so beside the choice", async () => {
    const cohort = await saveCohort(app.store, "c9", "2025-12-01");
    await place(app.store, cohort, { number: "0009", station: "B1-S4" });
    const url = "/secondments/c9-0009";
    const facts = { class: "sick", from: "2026-01-05", to: "2026-01-27" } as const;
    await act(app, "c9-0009", (ground) => recordAbsence(ground, facts));
    const approver = { id: "approver-9", role: "approver" } as const;
    await act(app, "c9-0009", (ground) => approveAbsence(ground, "a1", { overLimit: true }), approver);
    await app.hr.post(`${url}/report-in`, { on: "2025-12-01" });
    const problem = await problemOf(await app.hr.post(`${url}/end-early`, end));
    expect(problem).toMatchObject({
      httpStatus: 409,
      code: "must-be-ruled",
      errors: [{ pointer: "/outcome" }],
    });
    const page = await app.hr.submit(`${url}/end-early`, { ...flat, outcome: "cancelled" });
    expect(page.status).toBe(409);
    expect(await page.text()).toMatch(/href="#outcome"[^>]*>[^<]*累计不在岗 17 天/);
    const completed = await app.hr.post(`${url}/end-early`, { ...end, outcome: "completed" });
    expect(completed.status).toBe(200);
  });

  for (const [language, id, said, refused] of [
    ["zh-CN", "c1-0006", "提前完成", "不能提前结束"],
    ["en", "c1-0007", "Completed early", "cannot end early"],
  ] as const)
    test(`completed early goes on to the ruling, and the page says which (${language})`, async () => {
      const url = `/secondments/${id}`;
      await app.hr.post(`${url}/report-in`, { on: "2025-12-01" });
      const form = await (await app.hr.page(`${url}/end-early`, { language })).text();
      expect(form).toContain(`action="${url}/end-early"`);
      const missing = await app.hr.submit(`${url}/end-early`, { ...flat, reason: "" }, { language });
      expect(missing.status).toBe(422);
      const html = await missing.text();
      expect(html).toContain('href="#reason"');
      expect(html).toContain(end.consultation.note);
      const done = await app.hr.submit(`${url}/end-early`, { ...flat, reason: "<b>搬迁</b>" }, { language });
      expect([done.status, done.headers.get("Location")]).toEqual([303, url]);
      const page = await (await app.hr.page(url, { language })).text();
      expect(page).toContain(said);
      expect(page).toContain("&lt;b&gt;搬迁");
      expect(page).not.toContain("<b>搬迁");
      expect(page).not.toContain(`href="${url}/end-early"`);
      // Whoever takes over reads the day that was the last one, not the nominal one.
      const served = textFor(language).common.range({ from: "2025-12-01", to: end.on });
      const handOver = await (await app.hr.page(`${url}/hand-over`, { language })).text();
      expect(handOver).toContain(served);
      expect(handOver).not.toContain("2026-11-30");
      const sheet = await (await app.hr.page(`${url}/hand-over/print`, { language })).text();
      expect(sheet).not.toMatch(/2026-11-30|2026年11月30日/);
      const list = await (await app.hr.page("/secondments?cohort=c1", { language })).text();
      expect(list).toContain(`</strong> ${said}`);
      const over = await app.hr.submit("/secondments/c0-0001/end-early", flat, { language });
      expect(over.status).toBe(409);
      expect(await over.text()).toContain(refused);
    });
});
