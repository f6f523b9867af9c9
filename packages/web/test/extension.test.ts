import { beforeAll, describe, expect, test } from "vitest";
import { bodyOf, problemOf } from "./app.ts";
import { agreed, type LastMonthApp, lastMonthApp, term } from "./lastMonth.ts";

const url = `/secondments/${term}/extension`;
const further = `${term}-x1`;
type View = { window: object; turn?: string; extension?: { state: string; to: string } };

let app: LastMonthApp;
beforeAll(async () => {
  app = await lastMonthApp();
});
const html = async (response: Promise<Response>) => (await response).text();
const view = (person: LastMonthApp["hr"]) => bodyOf<View>(person.get(url));

describe("a further term from the request to its record, on pages", () => {
  test("the page of the secondment leads to it within the window", async () => {
    expect(await html(app.officer.page(`/secondments/${term}`))).toContain(`href="${url}"`);
    const page = await html(app.officer.page(url));
    expect(page).toContain("可在 2026-02-10 至 2026-03-09 期间申请延期");
    expect(await html(app.officer.page(url, { language: "en" }))).toContain("from 2026-02-10 to 2026-03-09");
    expect(await view(app.officer)).toMatchObject({ window: { from: "2026-02-10", to: "2026-03-09" } });
  });

  test("only the officer and HR are offered the form, only they may send it", async () => {
    expect(await html(app.officer.page(url))).toContain('name="months"');
    expect(await html(app.hr.page(url))).toContain("书面申请");
    expect(await html(app.station.page(url))).not.toContain('name="months"');
    expect((await problemOf(await app.station.post(url, { months: 6, reason: "x" }))).code).toBe("forbidden");
    expect((await problemOf(await app.otherOfficer.post(url, { months: 6, reason: "x" }))).code).toBe(
      "not-found",
    );
  });

  test("a refused request comes back with its words and the reason beside the field", async () => {
    const response = await app.officer.submit(url, { months: "13", reason: "案件尚在办理" });
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain("延期月数须为 1 至 12 个月");
    expect(page).toContain("案件尚在办理");
    expect(page).toContain('href="#request-months"');
    const empty = await app.officer.submit(url, { months: "6" }, { language: "en" });
    expect([empty.status, (await empty.text()).includes("This is required")]).toEqual([422, true]);
  });

  test("the officer asks; the station is told on its list", async () => {
    const response = await app.officer.submit(url, { months: "6", reason: "两起案件尚在办理" });
    expect([response.status, response.headers.get("Location")]).toEqual([303, url]);
    expect(await view(app.station)).toMatchObject({
      turn: "host",
      extension: { state: "requested", to: "2026-09-09" },
    });
    expect(await html(app.station.page("/tasks"))).toContain(url);
  });

  test("out of turn is refused with the state", async () => {
    const early = await problemOf(await app.approver.post(`${url}/decide`, agreed));
    expect([early.httpStatus, early.code]).toEqual([409, "not-your-turn"]);
    const page = await app.sending.submit(`${url}/sending`, { agrees: "true", reason: "同意" });
    expect(page.status).toBe(409);
    expect(await page.text()).toContain("待挂职单位意见");
  });

  test("host, sending unit and bureau answer on the same page, each with their own form", async () => {
    expect(await html(app.branch.page(url))).toContain(`action="${url}/host"`);
    const opinion = { agrees: "true", reason: "岗位需要" };
    expect(await html(app.branch.page(url))).toContain('name="seen" value="1"');
    const stale = await app.branch.submit(`${url}/host`, { ...opinion, seen: "0" });
    expect([stale.status, (await stale.text()).includes("另有人 已于 2026-03-02 变更")]).toEqual([409, true]);
    const host = await app.branch.submit(`${url}/host`, { ...opinion, seen: "1" });
    expect(host.status).toBe(303);
    const sending = await app.sending.submit(`${url}/sending`, { agrees: "false", reason: "本单位人手紧" });
    expect(sending.status).toBe(303);
    const page = await html(app.approver.page(url));
    for (const words of ["岗位需要", "本单位人手紧", `action="${url}/decide"`]) expect(page).toContain(words);
    expect((await problemOf(await app.approver.post(`${url}/decide`, { reason: "x" }))).errors).toMatchObject(
      [{ pointer: "/agrees", code: "required" }],
    );
  });

  test("granted, the further term is a record of its own, and the same form sent twice is one decision", async () => {
    const sent = { agrees: "true", reason: "同意", idempotencyKey: "decide-1" };
    const first = await app.approver.submit(`${url}/decide`, sent);
    const again = await app.approver.submit(`${url}/decide`, sent);
    expect([first.status, again.status, again.headers.get("Location")]).toEqual([303, 303, url]);
    expect(await bodyOf(app.hr.get(`/secondments/${further}`))).toMatchObject({
      status: "serving",
      term: { from: "2026-03-10", to: "2026-09-09" },
      continues: { id: term, carriedDays: 0 },
    });
    expect(await bodyOf(app.hr.get(`/secondments/${term}`))).toMatchObject({
      status: "serving",
      extension: { state: "granted", continuedBy: further },
    });
  });

  test("the chain shows on both pages, the trail in words, the list has both terms", async () => {
    const before = await html(app.officer.page(`/secondments/${term}`));
    expect(before).toContain(`href="/secondments/${further}"`);
    for (const words of ["延期至", "申请延期", "同意延期", "延期：派出单位意见 · 不同意"])
      expect(before).toContain(words);
    const after = await html(app.officer.page(`/secondments/${further}`, { language: "en" }));
    for (const words of ["Continues", `href="/secondments/${term}"`, "Further term begun"])
      expect(after).toContain(words);
    const list = await bodyOf<{ items: { id: string }[] }>(app.hr.get("/secondments?cohort=c1"));
    expect(list.items.map(({ id }) => id)).toEqual([term, further]);
  });

  test("the cohort still counts one officer, and every figure opens the rows behind it", async () => {
    const { figures } = await bodyOf<{ figures: object }>(app.hr.get("/cohorts/c1"));
    expect(figures).toMatchObject({ total: 1, furtherTerms: 1, byBranch: [{ people: 1 }] });
    const page = await html(app.hr.page("/cohorts/c1"));
    for (const [filter, id] of [
      ["first", term],
      ["further", further],
    ]) {
      expect(page).toContain(`/secondments?cohort=c1&amp;term=${filter}`);
      const list = await bodyOf<{ items: { id: string }[] }>(
        app.hr.get(`/secondments?cohort=c1&term=${filter}`),
      );
      expect(list.items.map((each) => each.id)).toEqual([id]);
    }
    expect(await html(app.hr.page("/secondments?cohort=c1&term=further"))).toContain("延期任期");
  });
});

describe("a request on paper, refused, then made anew", () => {
  test("HR enters and takes it back; the officer's own is not HR's to take back", async () => {
    const other = await lastMonthApp();
    const asked = { months: 3, reason: "书面申请：案件尚在办理" };
    expect((await other.hr.post(url, asked)).status).toBe(200);
    expect((await problemOf(await other.officer.post(url, asked))).code).toBe("extension-open");
    expect((await other.hr.post(`${url}/withdraw`, {})).status).toBe(200);
    expect((await other.officer.post(url, asked)).status).toBe(200);
    expect((await problemOf(await other.hr.post(`${url}/withdraw`, {}))).code).toBe("extension-only-own");
    await other.station.post(`${url}/host`, agreed);
    await other.sending.post(`${url}/sending`, agreed);
    const refused = await other.approver.post(`${url}/decide`, { agrees: false, reason: "岗位另有安排" });
    expect(await bodyOf(refused)).toMatchObject({ extension: { state: "refused" } });
    expect((await other.hr.get(`/secondments/${further}`)).status).toBe(404);
    expect((await other.officer.submit(`${url}/withdraw`, {})).status).toBe(409);
  });
});

test("after an early end the page and the refusal say so", async () => {
  const ended = await lastMonthApp();
  const end = { outcome: "completed", on: "2026-02-05", reason: "调任" };
  const consultation = { with: "挂职派出所", on: "2026-03-01", note: "同意" };
  expect((await ended.hr.post(`/secondments/${term}/end-early`, { ...end, consultation })).status).toBe(200);
  expect(await html(ended.officer.page(url))).toContain("任期已提前结束，不能申请延期");
  const answer = await problemOf(await ended.officer.post(url, { months: 6, reason: "x" }));
  expect([answer.httpStatus, answer.code]).toEqual([409, "already-ended-early"]);
});
