import { beforeAll, describe, expect, it } from "vitest";
import { problemOf } from "./app.ts";
import { idOf, type PopulatedApp, populatedApp } from "./fixture.ts";

let web: PopulatedApp;
beforeAll(async () => {
  web = await populatedApp();
});
const person = `/secondments/${idOf("100001")}`;

describe("a date box", () => {
  it.each([
    ["2026年3月9日", "20260310"],
    ["2026/3/9", "２０２６．３．１０"],
    [" 2026-3-9 ", "2026.3.10"],
  ])("takes %s and %s in a form and in JSON", async (from, to) => {
    const asked = { class: "sick", from, to, "evidence.number": "x", "evidence.title": "x" };
    const page = await web.hr.submit(`${person}/absences/preview`, { ...asked, "evidence.date": from });
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toContain('value="2026-03-09"');
    expect(html).toContain("2026年3月9日 星期一 · 工作日");
    expect(html).toContain("2026年3月10日 星期二 · 工作日");
    const answer = await web.hr.post(`${person}/absences/preview`, { class: "sick", from, to });
    expect(await answer.json()).toMatchObject({ workingDays: 2 });
  });

  it("stores what was meant", async () => {
    const sent = { class: "sick", from: "2026年3月16日", to: "20260316" };
    const recorded = await web.station.post(`${person}/absences`, sent);
    expect(await recorded.json()).toMatchObject({ absence: { from: "2026-03-16", to: "2026-03-16" } });
  });

  it("gives back a day that does not exist as it was typed, without words", async () => {
    const sent = { class: "sick", from: "2026/2/31", to: "2026-03-10" };
    const page = await web.hr.submit(`${person}/absences/preview`, sent);
    const html = await page.text();
    expect(page.status).toBe(422);
    expect(html).toContain('value="2026/2/31"');
    expect(html).toContain('id="from-error"');
    expect(html).toMatch(/id="from-words"[^>]*><\/p>/);
    const problem = await problemOf(await web.hr.post(`${person}/absences/preview`, sent));
    expect(problem).toMatchObject({ errors: [{ pointer: "/from", code: "invalid-date" }] });
  });

  it.each([
    ["2026-02-17", "2026年2月17日 星期二 · 放假（春节）"],
    ["2026-02-14", "2026年2月14日 星期六 · 调休上班（春节）"],
    ["2026-03-07", "2026年3月7日 星期六 · 休息日"],
    ["2027-03-08", "2027年3月8日 星期一 · 工作日 · 妇女下午放假半天 · 该年放假安排未公布，暂定"],
  ])("says what %s is", async (from, words) => {
    const page = await web.hr.page(`/working-days?from=${from}&to=${from}`);
    expect(await page.text()).toContain(words);
  });

  it("says it in English", async () => {
    const page = await web.hr.page("/working-days?from=20260214&to=2026/2/17", { language: "en" });
    const html = await page.text();
    expect(html).toContain("Saturday 14 February 2026 · make-up working day (Spring Festival)");
    expect(html).toContain("Tuesday 17 February 2026 · day off (Spring Festival)");
  });

  it("gives its script the days of the notices", async () => {
    const answer = await web.officer.get("/calendar/days");
    const told = await answer.json();
    expect(told).toMatchObject({
      days: {
        "2026-02-14": { working: true, name: "春节" },
        "2026-02-17": { working: false, name: "春节" },
      },
      published: expect.arrayContaining([2026]),
    });
    expect(told).not.toMatchObject({ published: expect.arrayContaining([2027]) });
  });
});
