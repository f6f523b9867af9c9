import { beforeAll, describe, expect, test } from "vitest";
import { bodyOf } from "./app.ts";
import { approved, idOf, type PopulatedApp, populatedApp, record, standing } from "./fixture.ts";

const first = idOf("100001");
const url = `/secondments/${first}/absences`;
let app: PopulatedApp;
beforeAll(async () => {
  app = await populatedApp();
});

const filled = { class: "sick", from: "2026-03-09", to: "2026-03-10", note: "see file" };

describe("the form of an absence without JavaScript", () => {
  test("offers each role only the kinds that it records", async () => {
    const officer = await (await app.officer.page(`${url}/new`)).text();
    const inspector = await (await app.inspector.page(`${url}/new`)).text();
    expect(officer).toContain('value="annual"');
    expect(officer).not.toContain('value="unexplained"');
    expect(inspector).toContain('value="unexplained"');
    expect(inspector).not.toContain('value="annual"');
    expect((await app.approver.page(`${url}/new`)).status).toBe(403);
  });

  test.each([
    ["zh-CN", /旷工|召回/, "经批准后计入"],
    ["en", /without leave|recall/, "It counts once approved"],
  ] as const)(
    "says to whoever asks for leave nothing of what others record: %s",
    async (language, others, own) => {
      const mainOf = async (client: typeof app.hr) => {
        const html = await (await client.page(`${url}/new`, { language })).text();
        return html.slice(html.indexOf("<main"));
      };
      const officer = await mainOf(app.officer);
      expect(officer).toContain(own);
      expect(officer).not.toMatch(others);
      expect(await mainOf(app.hr)).toMatch(others);
    },
  );

  for (const [language, sentence] of [
    ["zh-CN", "计入 2 个工作日；通过后累计 2 / 15 天"],
    ["en", "Counts 2 working days; 2 of 15 used after this"],
  ] as const)
    test(`previews by a button in ${language}, keeps what was typed, stores nothing`, async () => {
      const before = await standing(app.hr, first);
      const response = await app.hr.submit(`${url}/preview`, filled, { language });
      const html = await response.text();
      expect(response.status).toBe(200);
      expect(html).toContain(sentence);
      expect(html).toContain('value="2026-03-09"');
      expect(html).toContain("see file</textarea>");
      expect(html).toContain(`formaction="${url}/preview"`);
      expect(html).toContain(`data-preview-url="${url}/preview"`);
      expect(await standing(app.hr, first)).toEqual(before);
    });

  test("shows a refused form again: summary first, message beside the field, values kept, 422", async () => {
    for (const path of [url, `${url}/preview`]) {
      const sent = { ...filled, from: "2026-02-31", fromHalf: "pm", "evidence.number": "7号" };
      const response = await app.hr.submit(path, sent);
      const html = await response.text();
      expect(response.status).toBe(422);
      expect(html.indexOf("govuk-error-summary")).toBeLessThan(html.indexOf("<form"));
      for (const kept of [
        'value="2026-02-31"',
        'value="7号"',
        "see file</textarea>",
        'value="sick" selected',
      ])
        expect(html).toContain(kept);
      expect(html).toMatch(/id="fromHalf"[^>]*checked/);
      for (const id of ["from-error", "evidence-title-error", "evidence-date-error"])
        expect(html).toContain(`id="${id}"`);
      expect(html).toContain("<title>有误：");
    }
  });

  test("can be filled in by a link, and its addresses lead back to pages", async () => {
    const html = await (await app.hr.page(`${url}/new?from=2025-08-26&to=2025-08-27`)).text();
    expect(html).toContain('value="2025-08-26"');
    expect((await app.hr.page(url)).headers.get("Location")).toBe(`/secondments/${first}#absences`);
    expect((await app.hr.page(`${url}/preview`)).headers.get("Location")).toBe("new");
    expect(await (await app.hr.get(url)).json()).toEqual({ items: [] });
  });

  test("goes to the line of the new absence after it is recorded; twice sent is once recorded", async () => {
    const sent = { ...filled, idempotencyKey: "form-1" };
    for (let time = 0; time < 2; time += 1) {
      const response = await app.hr.submit(url, sent);
      expect([response.status, response.headers.get("Location")]).toEqual([
        303,
        `/secondments/${first}#absence-a1`,
      ]);
    }
    expect((await standing(app.hr, first)).count.pendingDays).toBe(2);
  });

  test("shows HTML in every text field as text", async () => {
    const evil = `"'><script>alert(1)</script>`;
    const sent = {
      class: "recall",
      from: "2026-02-02",
      to: "2026-02-02",
      cause: evil,
      note: evil,
      "evidence.number": evil,
      "evidence.title": evil,
      "evidence.date": "2026-02-02",
    };
    expect((await app.hr.submit(url, sent)).status).toBe(303);
    await app.station.submit(`${url}/a2/confirm`, { reason: evil });
    await app.officer.submit(`${url}/a2/contest`, { reason: evil });
    for (const path of [
      `/secondments/${first}`,
      `${url}/a2`,
      `/secondments/${first}/events`,
      `/secondments/${first}/print`,
    ]) {
      const html = await (await app.hr.page(path)).text();
      expect([path, html.includes("<script>alert")]).toEqual([path, false]);
    }
    expect(await (await app.hr.page(`${url}/a2`)).text()).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    const again = await app.hr.submit(url, { ...sent, class: evil, from: evil, to: evil, orderedBy: evil });
    expect(again.status).toBe(422);
    expect(await again.text()).not.toContain("<script>alert");
  });
});

describe("the page of an absence", () => {
  const third = idOf("100003");
  const thirdUrl = `/secondments/${third}/absences`;
  const form = (html: string, act: string) =>
    html.split(`<form method="post" action="`).find((each) => each.includes(`/${act}"`));

  test("offers each actor the acts that the rules would let them do now, and says why not otherwise", async () => {
    const offered = async (client: typeof app.hr, path: string) => {
      const html = await (await client.page(path)).text();
      return ["approve", "confirm", "reject", "contest", "amend", "void"].filter((act) => form(html, act));
    };
    const id = await record(app.hr, third, { class: "sick", from: "2026-03-16", to: "2026-03-20" });
    const path = `${thirdUrl}/${id}`;
    expect(await offered(app.hr, path)).toEqual(["amend", "void"]);
    expect(await (await app.hr.page(path)).text()).toContain(
      "当前身份不能决定：不能决定本人提出、登记、更正或核实的事项",
    );
    expect(await offered(app.otherStation, path)).toEqual(["amend"]);
    expect(await (await app.otherStation.page(path, { language: "en" })).text()).toContain(
      "decided by the branch or above",
    );
    expect(await offered(app.approver, path)).toEqual(["approve", "reject", "amend"]);
    expect(await offered(app.auditor, path)).toEqual([]);
    expect(await (await app.auditor.page(path)).text()).toContain("当前身份没有可办理的事项");
  });

  test("shows the count with everything pending, and asks for the tick where it goes over", async () => {
    await approved(app, third, { class: "sick", from: "2025-11-03", to: "2025-11-19" });
    const html = await (await app.approver.page(`${thirdUrl}/a1`, { language: "en" })).text();
    expect(html).toContain("13 of 15 days");
    expect(html).toContain("18 of 15 days");
    expect(form(html, "approve")).toContain('name="overLimit"');
    expect(form(html, "approve")).toContain('<input type="hidden" name="seen" value="1"/>');
    expect(form(html, "approve")).toContain('name="idempotencyKey"');
    const refused = await app.approver.submit(`${thirdUrl}/a1/approve`, { seen: "1", reason: "urgent" });
    const again = await refused.text();
    expect(refused.status).toBe(422);
    expect(again).toContain('href="#approve-overLimit"');
    expect(again).toContain('id="approve-overLimit-error"');
    expect(form(again, "approve")).toContain("urgent</textarea>");
    const done = await app.approver.submit(`${thirdUrl}/a1/approve`, {
      seen: "1",
      reason: "urgent",
      overLimit: "true",
    });
    expect([done.status, done.headers.get("Location")]).toEqual([303, `/secondments/${third}#absence-a1`]);
  });

  test("says beforehand that taking back past days needs evidence and another person, with the boxes open", async () => {
    const past = await approved(app, third, { class: "personal", from: "2026-02-10", to: "2026-02-10" });
    const asked = form(await (await app.otherStation.page(`${thirdUrl}/${past}`)).text(), "void");
    expect(asked).toContain("提出作废");
    expect(asked).toContain('name="evidence.number"');
    const refused = await app.otherStation.submit(`${thirdUrl}/${past}/void`, { seen: "2", reason: "在岗" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('href="#void-evidence"');
    expect(await (await app.otherStation.get(`${thirdUrl}/${past}`)).json()).toMatchObject({
      state: "approved",
      loweringNeedsSecondPerson: true,
    });
  });

  test("keeps the reason of a rejection and asks there what became of days that are over", async () => {
    const id = await record(app.hr, third, { class: "personal", from: "2026-02-24", to: "2026-02-25" });
    const page = await (await app.otherStation.page(`${thirdUrl}/${id}`)).text();
    expect(form(page, "reject")).toContain('name="pastDays"');
    const refused = await app.otherStation.submit(`${thirdUrl}/${id}/reject`, {
      seen: "1",
      reason: "未请假",
    });
    expect(refused.status).toBe(422);
    expect(form(await refused.text(), "reject")).toContain("未请假</textarea>");
    const empty = await app.otherStation.submit(`${thirdUrl}/${id}/reject`, {
      seen: "1",
      pastDays: "finding",
    });
    expect(await empty.text()).toContain('id="reject-reason-error"');
    await app.otherStation.submit(`${thirdUrl}/${id}/reject`, {
      seen: "1",
      pastDays: "finding",
      reason: "未请假",
    });
    expect(await (await app.hr.page(`/secondments/${third}`)).text()).toContain("旷工");
  });

  test("says who changed it meanwhile, and what stands now", async () => {
    const id = await record(app.hr, third, { class: "sick", from: "2026-05-11", to: "2026-05-11" });
    await app.hr2.post(`${thirdUrl}/${id}/amend`, { toHalf: "am", reason: "only the morning" });
    const stale = await app.otherStation.submit(`${thirdUrl}/${id}/approve`, { seen: "1" });
    const html = await stale.text();
    expect(stale.status).toBe(409);
    expect(html).toContain("政治部 人事经办 2 号 已于 2026-03-02 变更了此项");
    expect(html).toContain('<input type="hidden" name="seen" value="2"/>');
    expect(html).toContain("2026-05-11 上午");
  });

  test("amends by its form: halves follow the ticks; a correction near the limit becomes a proposal with its evidence", async () => {
    const id = await record(app.hr, third, {
      class: "sick",
      from: "2026-06-01",
      to: "2026-06-02",
      fromHalf: "pm",
    });
    const facts = { class: "sick", from: "2026-06-01", to: "2026-06-02", reason: "whole days", seen: "1" };
    expect((await app.hr.submit(`${thirdUrl}/${id}/amend`, facts)).status).toBe(303);
    expect(await (await app.hr.get(`${thirdUrl}/${id}`)).json()).not.toHaveProperty("fromHalf");
    const lower = {
      seen: "2",
      class: "sick",
      from: "2025-11-03",
      to: "2025-11-18",
      reason: "returned early",
    };
    const refused = await app.hr.submit(`${thirdUrl}/a2/amend`, lower);
    expect(refused.status).toBe(422);
    expect(form(await refused.text(), "amend")).toContain('id="amend-evidence-number-error"');
    const evidence = { "evidence.number": "9号", "evidence.title": "说明", "evidence.date": "2026-03-01" };
    expect((await app.hr.submit(`${thirdUrl}/a2/amend`, { ...lower, ...evidence })).status).toBe(303);
    const page = await (await app.approver.page(`${thirdUrl}/a2`)).text();
    expect(page).toContain("说明（9号，2026-03-01）");
    expect(page).toContain("2025-11-03 至 2025-11-18");
    expect(form(page, "approve")).toContain("批准更正或作废");
  });
});

test.each([
  ["zh-CN", "去向和联系方式"],
  ["en", "Where to, and how to reach"],
] as const)(
  "leave says where its officer can be reached, a finding is not asked: %s",
  async (language, label) => {
    const contact = "宜昌，138 0000 0000";
    const day = "2026-04-20";
    const leave = await record(app.officer, first, {
      class: "annual",
      from: day,
      to: day,
      contact: ` ${contact}\n`,
    });
    const page = await (await app.hr.page(`${url}/${leave}`, { language })).text();
    expect(page).toMatch(new RegExp(`${label}</dt><dd[^>]*>${contact}<`));
    expect(await bodyOf(app.hr.get(`${url}/${leave}`))).toMatchObject({ contact });
    const amend = await (await app.officer.page(`${url}/${leave}`, { language })).text();
    expect(amend).toContain(`value="${contact}"`);
    const inspector = await (await app.inspector.page(`${url}/new`, { language })).text();
    expect(inspector).not.toContain(label);
    const long = await app.officer.submit(
      url,
      { class: "annual", from: day, to: day, contact: "汉".repeat(101) },
      { language },
    );
    expect(long.status).toBe(422);
    expect(await long.text()).toMatch(new RegExp(`href="#contact">${label}`));
    await app.officer.post(`${url}/${leave}/void`, { reason: "不再请假" });
  },
);
