import { approveAbsence } from "@dunmiao/domain/absence/approveAbsence";
import { recordAbsence } from "@dunmiao/domain/absence/recordAbsence";
import { changeSecondment } from "@dunmiao/store/changeSecondment";
import { beforeAll, describe, expect, it } from "vitest";
import type { CohortFigures } from "../src/cohort/figures.ts";
import { bodyOf, problemOf, type TestApp, testApp } from "./app.ts";
import { actingOn, place, saveCohort, saveUnits } from "./people.ts";
import { textFor } from "./ui/texts.ts";

type Items = { items: { id: string }[] };
const input = { name: "第三批挂职", scheme: "literal", startsOn: "2026-03-02" };

describe("a new cohort", () => {
  let web: TestApp;
  beforeAll(async () => {
    web = await testApp();
  });

  it("is created by HR: its id says when it starts, its last day is a year later less a day", async () => {
    const response = await web.hr.post("/cohorts", input);
    expect(response.status).toBe(201);
    const cohort = await bodyOf<{ id: string }>(response);
    expect(cohort).toMatchObject({ name: input.name, startsOn: input.startsOn, endsOn: "2027-03-01" });
    expect(cohort).toMatchObject({ schemeId: "literal", schemeVersion: 2, version: 1 });
    expect(cohort.id).toMatch(/^202603-[a-z0-9]{6}$/);
    expect(response.headers.get("Location")).toBe(`/cohorts/${cohort.id}`);
    const shown = await (await web.hr.get(`/cohorts/${cohort.id}`)).json();
    expect(shown).toMatchObject({ id: cohort.id, figures: { total: 0, byBranch: [] } });
  });

  it("is shown to the browser after a redirect, with what would fill it", async () => {
    const response = await web.hr.submit("/cohorts", input);
    expect(response.status).toBe(303);
    const page = await web.hr.page(response.headers.get("Location") ?? "");
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain("第三批挂职");
    expect(html).toContain("尚未导入名单");
    expect(html).toContain("/imports/new");
  });

  it("sent twice under one key is one cohort; another body under that key is refused", async () => {
    const first = await bodyOf<{ id: string }>(web.hr.post("/cohorts", input, { key: "once" }));
    const again = await web.hr.post("/cohorts", input, { key: "once" });
    expect(again.status).toBe(201);
    expect(await bodyOf(again)).toMatchObject({ id: first.id });
    const other = await web.hr.post("/cohorts", { ...input, name: "别的" }, { key: "once" });
    expect(await problemOf(other)).toMatchObject({ httpStatus: 422, code: "idempotency-key-reused" });
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    ["a date that does not exist", { ...input, startsOn: "2026-02-31" }, "/startsOn", "invalid-date"],
    ["no name", { ...input, name: "  " }, "/name", "required"],
    ["a name of 61 characters", { ...input, name: "长".repeat(61) }, "/name", "too-long"],
    ["a scheme that nobody knows", { ...input, scheme: "mine" }, "/scheme", "unknown-scheme"],
    ["nothing at all", {}, "/name", "required"],
  ])("with %s is refused at its field", async (_name, body, pointer, code) => {
    const problem = await problemOf(await web.hr.post("/cohorts", body));
    expect(problem.httpStatus).toBe(422);
    expect(problem.errors[0]).toMatchObject({ pointer, code });
  });

  it("that is refused shows the form again: summary first, message at the field, values kept and escaped", async () => {
    const form = { name: "<script>alert(1)</script>", scheme: "literal", startsOn: "2026-02-31" };
    const response = await web.hr.submit("/cohorts", form);
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain("govuk-error-summary");
    expect(html).toContain('id="startsOn-error"');
    expect(html).toContain('value="2026-02-31"');
    expect(html).toContain("&lt;script&gt;");
    expect(html).not.toContain("<script>alert");
  });
});

describe("who may", () => {
  it("everybody signed in lists cohorts; only central roles open one; only HR makes one", async () => {
    const web = await testApp();
    const cohort = await saveCohort(web.store, "202603-aaaaaa");
    for (const role of ["branch", "station", "sending", "officer"] as const) {
      const them = await web.as({ id: role, role, unit: "B0", serviceNumber: "1" });
      expect((await bodyOf<Items>(them.get("/cohorts"))).items).toHaveLength(1);
      expect(await (await them.page("/cohorts")).text()).toContain(`/secondments?cohort=${cohort.id}`);
      expect((await problemOf(await them.get(`/cohorts/${cohort.id}`))).httpStatus).toBe(403);
      expect((await problemOf(await them.get(`/cohorts/${cohort.id}/imports`))).httpStatus).toBe(403);
    }
    for (const role of ["approver", "inspector", "auditor"] as const) {
      const them = await web.as({ id: role, role });
      expect((await them.get(`/cohorts/${cohort.id}`)).status).toBe(200);
      expect((await problemOf(await them.post("/cohorts", input))).httpStatus).toBe(403);
      expect(await (await them.page(`/cohorts/${cohort.id}`)).text()).not.toContain("imports/new");
    }
    const nobody = await web.app.request("/cohorts", { headers: { Accept: "text/html" } });
    expect(nobody.headers.get("Location")).toBe("/sign-in?next=%2Fcohorts");
    expect((await problemOf(await web.hr.get("/cohorts/nobody"))).httpStatus).toBe(404);
  });
});

describe("the figures of a cohort", () => {
  let web: TestApp;
  let id: string;
  beforeAll(async () => {
    web = await testApp();
    await saveUnits(web.store, 2, 3);
    const cohort = await saveCohort(web.store, "202603-bbbbbb");
    id = cohort.id;
    await place(web.store, cohort, { number: "1", station: "B0-S0", sex: "female", born: "1990-01" });
    await place(web.store, cohort, { number: "2", station: "B0-S1", sex: "female", born: "1989-12" });
    await place(web.store, cohort, { number: "3", station: "B1-S0", born: "1999-12" });
    await place(web.store, cohort, { number: "4", station: "B1-S1", born: "2000-01" });
    await absent(`${id}-1`, "2026-03-02", "2026-03-20", true); // 15 working days: at the limit
    await absent(`${id}-3`, "2026-03-02", "2026-03-13", true); // 10
    await absent(`${id}-4`, "2026-03-02", "2026-03-03", false); // 2, waiting
  });

  async function absent(secondment: string, from: string, to: string, isApproved: boolean) {
    const asked = await changeSecondment(actingOn(web.store), {
      id: secondment,
      rule: (ground) => recordAbsence(ground, { class: "sick", from, to }),
    });
    expect(asked.outcome).toBe("committed");
    if (!isApproved) return;
    const approver = actingOn(web.store, { id: "approver-1", role: "approver" });
    const decided = await changeSecondment(approver, {
      id: secondment,
      rule: (ground) => approveAbsence(ground, "a1", {}),
    });
    expect(decided).toMatchObject({ outcome: "committed" });
  }

  it("count people by sex, decade, district, status and band", async () => {
    const { figures } = await bodyOf<{ figures: CohortFigures }>(web.hr.get(`/cohorts/${id}`));
    expect(figures).toMatchObject({ total: 4, women: 2, bornIn1990s: 2, pending: 1, provisional: 0 });
    expect(figures.byRisk).toEqual({
      "below-10": 2,
      "from-10": 1,
      "from-13": 0,
      "at-limit": 1,
      exceeded: 0,
    });
    expect(sum(figures.byStatus)).toBe(4);
    expect(figures.byBranch).toEqual([
      expect.objectContaining({
        code: "B0",
        people: 2,
        women: 2,
        averageDays: 7.5,
        mostDays: 15,
        atLimitOrAbove: 1,
      }),
      expect.objectContaining({
        code: "B1",
        people: 2,
        women: 0,
        averageDays: 5,
        mostDays: 10,
        atLimitOrAbove: 0,
      }),
    ]);
  });

  it.each(["zh-CN", "en"] as const)("open into exactly the people behind them (%s)", async (language) => {
    const html = await (await web.hr.page(`/cohorts/${id}`, { language })).text();
    const figures = [...html.matchAll(/<a href="(\/secondments\?[^"]+)"><b>(\d+)<\/b>/g)];
    expect(figures.length).toBeGreaterThan(11);
    for (const [, href = "", count] of figures) {
      const { items } = await bodyOf<Items>(web.hr.get(href.replaceAll("&amp;", "&")));
      expect(`${href} ${items.length}`).toBe(`${href} ${count}`);
    }
  });

  it("show a bar a person and a district with the number beside it", async () => {
    const html = await (await web.hr.page(`/cohorts/${id}`)).text();
    expect(html).toContain('<svg class="dm-bars"');
    expect(html).toContain("各人累计不在岗天数：共 4 人");
    expect(html.match(/<svg class="dm-mini/g)).toHaveLength(2);
    expect(html).toContain("第1分局");
  });

  it.each(["zh-CN", "en"] as const)(
    "never look calm where what waits would exceed (%s)",
    async (language) => {
      if (language === "zh-CN") await absent(`${id}-3`, "2026-04-13", "2026-04-20", false); // 10 and 6 waiting
      const words = textFor(language);
      const { figures } = await bodyOf<{ figures: CohortFigures }>(web.hr.get(`/cohorts/${id}`));
      expect([figures.wouldExceed, ...figures.byBranch.map((each) => each.wouldExceed)]).toEqual([1, 0, 1]);
      expect(figures.byRisk["from-10"]).toBe(1);
      const html = await (await web.hr.page(`/cohorts/${id}`, { language })).text();
      expect(html).toContain(`risk=would-exceed"><b>1</b>`);
      expect(html.match(/<svg class="dm-mini dm-bar--red"/g)).toHaveLength(1);
      expect(html).toMatch(/<svg class="dm-bars".*<path class="red pending"/);
      const found = await bodyOf<Items>(web.hr.get(`/secondments?cohort=${id}&risk=would-exceed`));
      expect(found.items.map((each) => each.id)).toEqual([`${id}-3`]);
      const tag = `<strong class="govuk-tag govuk-tag--red">${words.term.wouldExceed({ days: "16" })}</strong>`;
      for (const page of ["/?whose=all", "/officers/3"])
        expect(await (await web.hr.page(page, { language })).text(), page).toContain(tag);
    },
  );
});

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
