import { countRequests } from "@dunmiao/store/engine/countRequests";
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { dayAnchor } from "../src/ui/dayAnchor.ts";
import { problemOf } from "./app.ts";
import { placeIn } from "./cursors.ts";
import { approved, idOf, type PopulatedApp, populatedApp, record, standing } from "./fixture.ts";

const first = idOf("100001");
const url = `/secondments/${first}`;
/** Somebody who reported in: of the other one every day would have to be explained. */
const serving = `/secondments/${idOf("100002")}`;
let app: PopulatedApp;
beforeAll(async () => {
  app = await populatedApp();
  await approved(app, first, { class: "sick", from: "2025-09-29", to: "2025-10-10", fromHalf: "pm" });
  await app.hr.post(`${serving}/report-in`, { on: "2025-08-26" });
  for (const month of ["2025-10", "2025-12"])
    await approved(app, idOf("100002"), { class: "sick", from: `${month}-13`, to: `${month}-17` });
  await approved(app, first, {
    class: "ordered-training",
    from: "2026-01-12",
    to: "2026-01-16",
    orderedBy: "bureau",
  });
  await record(app.station, first, {
    class: "unexplained",
    from: "2026-02-27",
    to: "2026-02-27",
    toHalf: "am",
  });
});

const daysSchema = z.object({
  items: z.array(z.object({ date: z.string(), counted: z.number(), rule: z.string(), scheme: z.string() })),
});

describe("the page of a secondment", () => {
  test("answers the count as JSON, and the same sum day by day", async () => {
    const { count } = await standing(app.hr, first);
    expect(count).toMatchObject({ countedDays: 3.5, pendingDays: 0.5, verdict: "within" });
    const { items } = daysSchema.parse(await (await app.hr.get(`${url}/days`)).json());
    expect(items).toHaveLength(365);
    expect(items.reduce((sum, { counted }) => sum + counted, 0)).toBe(count.countedDays);
    expect(items.every(({ scheme }) => scheme === "literal@2")).toBe(true);
  });

  for (const language of ["zh-CN", "en"] as const)
    test(`is one Query and under 60 kB in ${language}, every square with its line`, async () => {
      await app.hr.page(serving, { language });
      await app.openings.flush();
      const counted = countRequests(app.store);
      const html = await (await app.hr.page(serving, { language })).text();
      expect(counted.requests).toEqual({ GetItem: 1, Query: 1 });
      counted.stop();
      expect(Buffer.byteLength(html)).toBeLessThan(60_000);
      const squares = [...html.matchAll(/href=#(d\d{6})/g)].map(([, id]) => id);
      const lines = [...html.matchAll(/<tr id=(d\d{6})>/g)].map(([, id]) => id);
      expect(squares).toEqual(lines);
      expect(lines).toHaveLength(365);
    });

  test("says of a day by which notice it is a working day, by which scheme it counts, and which half", async () => {
    const html = await (await app.hr.page(url)).text();
    const line = (date: string) => html.split(`<tr id=${dayAnchor(date)}>`)[1]?.split("<tr")[0] ?? "";
    expect(line("2025-09-29")).toContain("工作日<td>计入 0.5<td><a href=#absence-a1>1 病假 下午</a>");
    expect(line("2025-10-01")).toContain("法定节假日 国庆节");
    expect(line("2025-10-11")).toContain("调休上班");
    expect(line("2026-01-12")).toContain("不计入");
    expect(line("2026-02-27")).toContain("审批中 0.5");
    expect(html).toContain("依据国务院办公厅关于 2025 年部分节假日安排的通知（国办发明电〔2024〕12号）");
    expect(html).toContain("逐日相加 3.5 天");
    expect(html).toContain('<tr id="absence-a1">');
  });

  test("does not exist outside one's scope, for readers and writers alike", async () => {
    for (const path of ["", "/days", "/events", "/print", "/report-in", "/absences/new", "/absences/a1"]) {
      const response = await app.otherStation.get(url + path);
      expect([path, response.status]).toEqual([path, 404]);
    }
    const refused = await app.otherStation.post(`${url}/report-in`, { on: "2026-03-01" });
    expect(await problemOf(refused)).toMatchObject({ httpStatus: 404, code: "not-found" });
    expect((await app.hr.get("/secondments/no-such")).status).toBe(404);
    expect((await app.hr.page("/secondments/no-such")).status).toBe(404);
    expect((await app.officer.get(url)).status).toBe(200);
    expect((await app.sending.get(url)).status).toBe(200);
  });

  test("has its trail, oldest first and paged, as JSON and as a page", async () => {
    const page = z.object({
      items: z.array(
        z.object({
          version: z.number(),
          prev: z.string(),
          hash: z.string(),
          actor: z.object({ id: z.string() }),
        }),
      ),
      cursor: z.string().optional(),
    });
    const { items } = page.parse(await (await app.auditor.get(`${url}/events`)).json());
    expect(items.map(({ version }) => version)).toEqual(items.map((_, index) => index + 1));
    for (const [index, event] of items.entries())
      if (index > 0) expect(event.prev).toBe(items[index - 1]?.hash);
    const actor = { id: "auditor-1", role: "auditor" } as const;
    const after = await placeIn(app.store, { actor, path: `${url}/events` }, "2");
    const rest = page.parse(await (await app.auditor.get(after)).json());
    expect(rest.items[0]?.version).toBe(3);
    const html = await (await app.auditor.page(`${url}/events`)).text();
    for (const { hash } of items) expect(html).toContain(hash);
  });

  test("has a print view in the official layout and a page of the days alone", async () => {
    const print = await (await app.hr.page(`${url}/print`)).text();
    expect(print).toContain('<article class="official">');
    expect(print).toContain("累计计入不在岗 3.5 个工作日");
    expect(print).toMatch(/任期：\d{4}年\d{1,2}月\d{1,2}日 至 \d{4}年\d{1,2}月\d{1,2}日/);
    const english = await (await app.hr.page(`${url}/print`, { language: "en" })).text();
    expect(english).toMatch(/\d{1,2} [A-Z][a-z]+ \d{4}/);
    const days = await (await app.hr.page(`${url}/days`)).text();
    expect(days.match(/<tr id=d\d{6}>/g)).toHaveLength(365);
  });

  test("offers acts only to those who may do them", async () => {
    const forHr = await (await app.hr.page(url)).text();
    const forAuditor = await (await app.auditor.page(url)).text();
    expect(forHr).toContain(`href="${url}/absences/new"`);
    expect(forHr).toContain(`href="${url}/report-in"`);
    expect(forAuditor).not.toContain("/absences/new");
    expect(forAuditor).not.toContain("/report-in");
  });
});

describe("report-in", () => {
  test("is never prefilled with today; a correction begins with the day on record", async () => {
    const boxOf = async (path: string) =>
      /<input[^>]*name="on"[^>]*>/.exec(await (await app.hr.page(path)).text())?.[0] ?? "";
    for (const path of [`${third}/report-in`, "/"]) expect(await boxOf(path)).not.toContain("value=");
    expect(await boxOf(`${serving}/report-in`)).toContain('value="2025-08-26"');
  });

  const third = `/secondments/${idOf("100003")}`;
  test.each([
    [{ on: "2026-02-31" }, "/on", "invalid-date"],
    [{}, "/on", "required"],
    [{ on: "2026-03-03" }, "/on", "in-the-future"],
    [{ on: "2024-01-01" }, "/on", "outside-term"],
    [{ on: 5 }, "/on", "invalid-value"],
  ])("%j is refused at %s as %s, and nothing is stored", async (body, pointer, code) => {
    const before = await standing(app.hr, idOf("100003"));
    const response = await app.hr.post(`${third}/report-in`, body);
    expect(await problemOf(response)).toMatchObject({ httpStatus: 422, code, errors: [{ pointer, code }] });
    expect(await standing(app.hr, idOf("100003"))).toEqual(before);
  });

  test("shows a refused form again with its values and the message beside the field", async () => {
    const response = await app.hr.submit(`${third}/report-in`, { on: "2026-02-31" });
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain('value="2026-02-31"');
    expect(html).toContain('id="on-error"');
    expect(html).toContain('href="#on"');
  });

  test("late, it is answered with the working days that stay unreported, and stored with that figure only", async () => {
    const before = await standing(app.hr, idOf("100003"));
    for (const lateDays of [undefined, 1, 3]) {
      const sent = { on: "2025-08-28", ...(lateDays && { lateDays }) };
      const problem = await problemOf(await app.otherStation.post(`${third}/report-in`, sent));
      expect(problem).toMatchObject({
        httpStatus: 409,
        code: "late-days-unconfirmed",
        params: { days: 2, provisional: 0 },
        errors: [{ pointer: "/lateDays" }],
      });
    }
    for (const [language, said] of [
      ["zh-CN", "2025-08-26 至 2025-08-27 有 2 个工作日将列为未报到"],
      ["en", "From 2025-08-26 to 2025-08-27, 2 working days would stay unreported"],
    ] as const) {
      const sent = { on: "2025-08-28", lateDays: "5" };
      const page = await app.otherStation.submit(`${third}/report-in`, sent, { language });
      const html = await page.text();
      expect(page.status).toBe(409);
      expect(html).toContain(said);
      expect(html).toMatch(/<input[^>]*name="lateDays"[^>]*value="2"/);
      expect(html).not.toMatch(/<input[^>]*name="lateDays"[^>]*checked/);
    }
    expect(await standing(app.hr, idOf("100003"))).toEqual(before);
  });

  test("is confirmed once by the host; the same key twice is one change", async () => {
    const key = "report-1";
    const sent = { on: "2025-08-28", lateDays: 2 };
    const answer = await app.otherStation.post(`${third}/report-in`, sent, { key });
    const body = await answer.text();
    expect(answer.status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({
      status: "serving",
      reportedInOn: "2025-08-28",
      count: { notReportedDays: 2 },
    });
    const again = await app.otherStation.post(`${third}/report-in`, sent, { key });
    expect([again.status, await again.json()]).toEqual([200, JSON.parse(body)]);
    const refused = await app.hr.post(`${third}/report-in`, { on: "2025-08-28" });
    expect(await problemOf(refused)).toMatchObject({ httpStatus: 409, code: "already-reported-in" });
    const html = await (await app.hr.page(third)).text();
    expect(html).toContain("报到前有 2 个工作日未说明去向");
  });

  test("is not for officers, approvers or readers", async () => {
    for (const client of [app.officer, app.approver, app.sending, app.inspector, app.auditor])
      expect((await client.post(`${url}/report-in`, { on: "2026-03-02" })).status).toBe(403);
  });
});

describe("warnings", () => {
  const fourth = idOf("200004");
  test("are acknowledged by HR once, from the page by a form", async () => {
    await approved(app, fourth, { class: "sick", from: "2025-11-03", to: "2025-11-21" });
    // The next act finds the due warning taken first.
    await record(app.hr, fourth, { class: "sick", from: "2026-04-01", to: "2026-04-01" });
    const html = await (await app.hr.page(`/secondments/${fourth}`)).text();
    expect(html).toContain(`action="/secondments/${fourth}/warnings/15/acknowledge"`);
    const path = `/secondments/${fourth}/warnings`;
    expect((await app.station.post(`${path}/15/acknowledge`, {})).status).toBe(403);
    const done = await app.hr.submit(`${path}/15/acknowledge`, {});
    expect([done.status, done.headers.get("Location")]).toEqual([303, `/secondments/${fourth}#warnings`]);
    expect((await app.hr.post(`${path}/15/acknowledge`, {})).status).toBe(409);
    for (const level of ["11", "x", "10"]) {
      const refused = await app.hr.post(`${path}/${level}/acknowledge`, {});
      expect([404, 409]).toContain(refused.status);
    }
  });
});
