import type { Award, Contribution } from "@dunmiao/domain/award";
import { beforeAll, describe, expect, test } from "vitest";
import { bodyOf, problemOf } from "./app.ts";
import { idOf, type PopulatedApp, populatedApp } from "./fixture.ts";

type Results = { awards: Award[]; contributions: Contribution[]; version: number };

const languages = ["zh-CN", "en"] as const;
const award = { level: "third-class-merit", date: "2026-02-10", documentNumber: "市公奖〔2026〕3号" };
const result = { kind: "proposal", title: "警情回访办法", area: "basic-work", month: "2026-02" };
const results = (number: Parameters<typeof idOf>[0]) => `/secondments/${idOf(number)}/results`;
const to = (number: Parameters<typeof idOf>[0], path: string) => `/secondments/${idOf(number)}/${path}`;
let app: PopulatedApp;
beforeAll(async () => {
  app = await populatedApp();
  for (const number of ["100001", "100002", "100003"] as const)
    await app.hr.post(to(number, "report-in"), { on: "2025-08-26" });
});

describe("awards", () => {
  test("are entered by HR, once a document, and revoked by another of HR", async () => {
    const created = await app.hr.post(to("100001", "awards"), award, { key: "a1" });
    expect(created.status).toBe(201);
    expect(created.headers.get("Location")).toBe(results("100001"));
    expect((await bodyOf<Results>(created)).awards).toMatchObject([{ id: "w1", level: award.level }]);
    expect(
      (await bodyOf<Results>(app.hr.post(to("100001", "awards"), award, { key: "a1" }))).awards,
    ).toHaveLength(1);
    expect(await problemOf(await app.hr2.post(to("100001", "awards"), award))).toMatchObject({
      code: "document-already-entered",
      httpStatus: 422,
      errors: [{ pointer: "/documentNumber" }],
    });
    const revoke = to("100001", "awards/w1/revoke");
    expect(await problemOf(await app.hr.post(revoke, { reason: "文号有误" }))).toMatchObject({
      code: "same-person-decides",
      httpStatus: 403,
    });
    expect(await problemOf(await app.hr2.post(revoke, {}))).toMatchObject({ code: "required" });
    expect((await app.hr2.post(revoke, { reason: "文号有误" })).status).toBe(200);
    expect(await problemOf(await app.hr2.post(revoke, { reason: "再次" }))).toMatchObject({
      httpStatus: 409,
    });
    expect(
      (await problemOf(await app.hr2.post(to("100001", "awards/w7/revoke"), { reason: "x" }))).httpStatus,
    ).toBe(404);
    const html = await (await app.officer.page(results("100001"))).text();
    expect(html).toContain("已由 政治部 人事经办 2 号（政治部） 于 2026-03-02 撤销：文号有误");
  });

  test("stand on the page of the person with document and who entered them, for whoever reads the secondment", async () => {
    const { awards } = await bodyOf<Results>(app.hr.get("/officers/100001"));
    expect(awards).toMatchObject([
      { id: "w1", secondmentId: idOf("100001"), revoked: { reason: "文号有误" } },
    ]);
    for (const [language, level] of [
      ["zh-CN", "三等功"],
      ["en", "Third-class merit"],
    ] as const) {
      const html = await (await app.station.page("/officers/100001", { language })).text();
      for (const part of [level, award.documentNumber, `href="${results("100001")}#awards"`])
        expect(html).toContain(part);
    }
  });

  test.each(languages)(
    "refused, the form comes back open with what was sent and why not (%s)",
    async (language) => {
      const form = { ...award, date: "2025-08-25", documentNumber: "<b>1</b>", title: "" };
      const response = await app.hr.submit(to("100002", "awards"), form, { language });
      expect(response.status).toBe(422);
      const html = await response.text();
      expect(html).toContain("govuk-error-summary");
      expect(html).toContain('href="#award-date"');
      expect(html).toContain('id="award-date-error"');
      expect(html).toContain('value="2025-08-25"');
      expect(html).toContain("&lt;b&gt;1&lt;/b&gt;");
      expect(html).toContain(language === "en" ? "must not be dated before" : "不得早于任期第一天");
    },
  );

  test.each(["approver", "branch", "station", "sending", "officer", "inspector", "auditor"] as const)(
    "are not entered by %s, who reads them",
    async (role) => {
      expect((await problemOf(await app[role].post(to("100001", "awards"), award))).httpStatus).toBe(403);
      expect((await app[role].get(results("100001"))).status).toBe(200);
      const html = await (await app[role].page(results("100001"))).text();
      expect(html).not.toContain(`action="${to("100001", "awards")}"`);
    },
  );

  test("of somebody outside the scope do not exist", async () => {
    expect((await app.otherStation.get(results("100001"))).status).toBe(404);
    expect((await app.otherStation.post(to("100001", "contributions"), result)).status).toBe(404);
  });
});

describe("contributions", () => {
  test("are reported, verified by a second person, adopted, and then stand as evidence", async () => {
    const reported = await app.officer.post(to("100001", "contributions"), result);
    expect(reported.status).toBe(201);
    const covered = () => bodyOf<{ counts: number[][] }>(app.hr.get(to("100001", "coverage")));
    const pieces = async () => (await covered()).counts.flat().reduce((sum, each) => sum + each, 0);
    expect(await pieces()).toBe(0);
    const verify = to("100001", "contributions/k1/verify");
    expect((await problemOf(await app.officer.post(verify, { seen: 1 }))).httpStatus).toBe(403);
    expect((await app.station.post(verify, { seen: 1 })).status).toBe(200);
    expect(await pieces()).toBe(1);
    const adopt = to("100001", "contributions/k1/adopt");
    expect(await problemOf(await app.branch.post(adopt, { seen: 2 }))).toMatchObject({ code: "required" });
    expect(await problemOf(await app.branch.post(adopt, { seen: 1, reason: "可行" }))).toMatchObject({
      code: "changed-meanwhile",
      httpStatus: 409,
    });
    expect((await app.branch.post(adopt, { seen: 2, reason: "可行" })).status).toBe(200);
    const late = await app.hr.post(to("100001", "contributions/k1/reject"), { seen: 3, reason: "不可行" });
    expect(await problemOf(late)).toMatchObject({ code: "not-waiting-for-adoption", httpStatus: 409 });
    const html = await (await app.auditor.page(results("100001"), { language: "en" })).text();
    expect(html).toContain("Adopted");
    expect(html).toContain("decided by Branch on 2026-03-02: 可行");
    const trail = await (await app.hr.page(to("100001", "events"))).text();
    expect(trail).toContain("采纳成果 · 第 1 条");
  });

  test("wait in the list of whoever is next, with a link to where it is done", async () => {
    const url = to("100002", "contributions");
    const waiting = async (role: "station" | "branch" | "hr", what: string) =>
      (await bodyOf<{ items: unknown[] }>(app[role].get(`/tasks?what=${what}`))).items;
    const facts = { secondment: idOf("100002"), about: "k1", href: `${results("100002")}#k1` };
    await app.hr.post(url, result);
    expect(await waiting("branch", "verify-contribution")).toMatchObject([{ ...facts, whose: "station" }]);
    const html = await (await app.hr.page(`/secondments/${idOf("100002")}`)).text();
    expect(html).toContain(`href="${results("100002")}#k1">核实成果 · 警情回访办法</a>`);
    expect((await app.branch.post(`${url}/k1/verify`, { seen: 1 })).status).toBe(200);
    expect(await waiting("branch", "verify-contribution")).toEqual([]);
    expect(await waiting("hr", "decide-contribution")).toMatchObject([{ ...facts, whose: "hr" }]);
    const list = await bodyOf<{ items: unknown[] }>(app.hr.get("/secondments?todo=decide-contribution"));
    expect(list.items).toHaveLength(1);
  });

  test("offer each person only what they may do", async () => {
    await app.station.post(to("100001", "contributions"), {
      ...result,
      title: "社区走访台账",
      month: "2026-01",
    });
    const acts = async (role: "station" | "branch" | "hr" | "officer" | "auditor") => {
      const html = await (await app[role].page(results("100001"))).text();
      return ["verify", "adopt", "reject"].filter((act) => html.includes(`contributions/k2/${act}"`));
    };
    expect(await acts("station")).toEqual([]);
    expect(await acts("branch")).toEqual(["verify", "reject"]);
    expect(await acts("officer")).toEqual([]);
    expect(await acts("auditor")).toEqual([]);
    await app.branch.submit(to("100001", "contributions/k2/verify"), { seen: "1" });
    expect(await acts("branch")).toEqual([]);
    const own = await app.branch.post(to("100001", "contributions/k2/adopt"), { seen: 2, reason: "可行" });
    expect(await problemOf(own)).toMatchObject({ code: "same-person-decides", httpStatus: 403 });
    expect(await acts("hr")).toEqual(["adopt", "reject"]);
    const empty = await app.hr.submit(to("100001", "contributions/k2/reject"), { seen: "2" });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('id="decide-k2-reason-error"');
  });

  test.each(languages)("badly filled in come back with a message at each field (%s)", async (language) => {
    const form = { kind: "proposal", title: "", area: "fishing", month: "2026-13", "evidence.number": "1" };
    const html = await (await app.officer.submit(to("100001", "contributions"), form, { language })).text();
    for (const field of ["title", "month", "evidence-title", "evidence-date"])
      expect(html).toContain(`id="contribution-${field}-error"`);
    const area = await app.officer.submit(
      to("100001", "contributions"),
      { ...form, ...result, area: "fishing", "evidence.number": "" },
      { language },
    );
    expect(await area.text()).toContain(
      language === "en" ? "The scheme has no such area of duty" : "没有该职责领域",
    );
  });
});

describe("the award table of a cohort", () => {
  const url = "/cohorts/batch-1/awards";
  const headline = {
    title: "第一批成果通报",
    total: 56,
    source: "新闻稿",
    on: "2026-02-20",
    seen: 0,
    parts: { "second-class-merit": 1, "third-class-merit": 17, commendation: 36 },
  };

  test("lists the 2 of 56 people that no part explains, and what is recorded beside", async () => {
    await app.hr.post(to("100002", "awards"), { ...award, level: "commendation" });
    expect((await app.hr.post(`${url}/headline`, headline)).status).toBe(200);
    const table = await bodyOf<{ lines: object[] }>(app.auditor.get(url));
    expect(table).toMatchObject({ total: 56, namedSum: 54, unexplained: 2, recorded: 1, people: 1 });
    expect(table.lines).toContainEqual({ level: "commendation", named: 36, recorded: 1, difference: -35 });
    const html = await (await app.auditor.page(url)).text();
    expect(html).toContain("通报总数 56 人，分项合计 54 人，有 2 人未说明。");
    expect(html).toContain(`/secondments/${idOf("100002")}/results`);
    expect(html).not.toContain("/awards/headline");
    const english = await (await app.hr.page(url, { language: "en" })).text();
    expect(english).toContain("56 people published, 54 named by level: 2 unexplained.");
    expect(english).toContain('value="36"');
  });

  test("keeps a published figure that somebody else has changed meanwhile", async () => {
    expect((await app.hr2.post(`${url}/headline`, { ...headline, total: 57, seen: 1 })).status).toBe(200);
    const stale = await app.hr.post(`${url}/headline`, { ...headline, total: 58, seen: 1 });
    expect(await problemOf(stale)).toMatchObject({ code: "changed-meanwhile", httpStatus: 409 });
    expect(await bodyOf(app.hr.get(url))).toMatchObject({ total: 57, unexplained: 3 });
  });

  test.each(languages)("badly filled in comes back with its messages and values (%s)", async (language) => {
    const form = { title: "", total: "-1", "parts.commendation": "many", source: "x", on: "2026-02-31" };
    const response = await app.hr.submit(`${url}/headline`, form, { language });
    expect(response.status).toBe(422);
    const html = await response.text();
    for (const field of ["title", "total", "parts-commendation", "on"])
      expect(html).toContain(`id="headline-${field}-error"`);
    expect(html).toContain('value="many"');
  });

  test.each(["branch", "station", "sending", "officer"] as const)("is not shown to %s", async (role) => {
    expect((await problemOf(await app[role].get(url))).httpStatus).toBe(403);
  });

  test("is changed by HR only", async () => {
    for (const role of ["approver", "inspector", "auditor"] as const) {
      expect((await app[role].get(url)).status).toBe(200);
      expect((await problemOf(await app[role].post(`${url}/headline`, headline))).httpStatus).toBe(403);
    }
    expect((await app.hr.get("/cohorts/nobody/awards")).status).toBe(404);
    expect((await app.hr.post("/cohorts/nobody/awards/headline", headline)).status).toBe(404);
  });
});
