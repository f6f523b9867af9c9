import { beforeAll, describe, expect, test } from "vitest";
import { bodyOf, problemOf } from "./app.ts";
import { idOf, type PopulatedApp, populatedApp } from "./fixture.ts";

let app: PopulatedApp;
const url = `/secondments/${idOf("100001")}`;
const corrections = `${url}/report-in/corrections`;
const evidence = { number: "武公政〔2025〕9号", title: "报到花名册", date: "2025-09-10" };
const correction = { on: "2025-08-26", reason: "误填" };

beforeAll(async () => {
  app = await populatedApp();
  const late = { on: "2025-09-01", lateDays: 4 };
  expect((await app.hr.post(`${url}/report-in`, late)).status).toBe(200);
});

describe("a correction of report-in by four days", () => {
  test("wants evidence, then waits for another person: on the list, the case, the pack and both prints", async () => {
    const problem = await problemOf(await app.hr.post(`${url}/report-in/correct`, correction));
    expect(problem).toMatchObject({ httpStatus: 422, code: "report-in-needs-evidence" });
    for (const [language, said] of [
      ["zh-CN", "累计减少未报到超过 3 个工作日的，须附依据"],
      ["en", "more than 3 working days of this term out of what is unreported need evidence"],
    ] as const) {
      const form = await app.hr.page(`${url}/report-in`, { language });
      expect(await form.text()).toContain(said);
    }
    const proposed = await app.hr.post(`${url}/report-in/correct`, { ...correction, evidence });
    expect(await proposed.json()).toMatchObject({ reportedInOn: "2025-09-01" });
    const { items } = await bodyOf<{ items: { what: string; href: string }[] }>(app.approver.get("/tasks"));
    expect(items.filter(({ what }) => what === "approve-report-in").map(({ href }) => href)).toEqual([
      corrections,
    ]);
    for (const path of ["", "/print", "/ruling", "/ruling/print"]) {
      const html = await (await app.hr.page(`${url}${path}`)).text();
      expect(html, path).toMatch(/报到日期拟由 2025(-09-01|年9月1日) 更正为 2025(-08-26|年8月26日)/);
    }
  });

  test("is decided by another person only; HR is told", async () => {
    const own = await problemOf(await app.hr.post(`${corrections}/r1/approve`, {}));
    expect([own.httpStatus, own.code]).toEqual([403, "same-person-decides"]);
    expect((await app.station.post(`${corrections}/r1/approve`, {})).status).toBe(403);
    const mine = await (await app.hr.page(corrections)).text();
    expect(mine).toContain(`${corrections}/r1/withdraw`);
    expect(mine).not.toContain(`${corrections}/r1/approve`);
    const page = await (await app.approver.page(corrections, { language: "en" })).text();
    for (const each of [
      "Waits for a second person",
      "2025-09-01 → 2025-08-26",
      "报到花名册",
      "4 working days",
    ])
      expect(page).toContain(each);
    const unsaid = await app.approver.submit(`${corrections}/r1/reject`, {});
    expect(unsaid.status).toBe(422);
    expect(await unsaid.text()).toContain('id="reject-reason-error"');
    const approved = await app.approver.post(`${corrections}/r1/approve`, {});
    expect(await approved.json()).toMatchObject({
      reportedInOn: "2025-08-26",
      count: { notReportedDays: 0 },
    });
    const twice = await problemOf(await app.approver.post(`${corrections}/r1/approve`, {}));
    expect([twice.httpStatus, twice.code]).toEqual([409, "report-in-correction-decided"]);
    const told = await (await app.hr.get("/notifications")).text();
    expect(told).toContain("report-in-decided");
    const history = await bodyOf<{ items: object[] }>(app.auditor.get(corrections));
    expect(history.items).toMatchObject([{ id: "r1", state: "approved", loweredDays: 4, evidence }]);
  });
});
