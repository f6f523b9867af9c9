import { countRequests } from "@dunmiao/store/engine/countRequests";
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { riskOf } from "../src/secondment/risk.ts";
import { type Client, problemOf } from "./app.ts";
import { approved, idOf, type PopulatedApp, populatedApp, record } from "./fixture.ts";

const listSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      officer: z.object({ serviceNumber: z.string() }),
      count: z.object({ countedDays: z.number(), pendingDays: z.number(), provisional: z.boolean() }),
    }),
  ),
  total: z.number(),
  cursor: z.string().optional(),
});

let app: PopulatedApp;
beforeAll(async () => {
  app = await populatedApp();
  await app.station.post(`/secondments/${idOf("100001")}/report-in`, { on: "2025-08-26" });
  await approved(app, idOf("100001"), { class: "sick", from: "2025-09-01", to: "2025-09-12" });
  await approved(app, idOf("100002"), { class: "personal", from: "2025-11-03", to: "2025-11-21" });
  await approved(app, idOf("100003"), {
    class: "annual",
    from: "2025-11-03",
    to: "2025-11-24",
    toHalf: "am",
  });
  await record(app.hr, idOf("200004"), { class: "sick", from: "2026-03-09", to: "2026-03-10" });
});

async function numbers(client: Client, query: string): Promise<string[]> {
  const response = await client.get(`/secondments${query}`);
  expect(response.status, query).toBe(200);
  return listSchema.parse(await response.json()).items.map(({ officer }) => officer.serviceNumber);
}

describe("the list of secondments", () => {
  const all = ["100001", "100002", "100003", "200004"];
  test.each([
    ["", all],
    ["?cohort=batch-1", all],
    ["?host=420102", ["100001", "100002"]],
    ["?host=42010202", ["100002"]],
    ["?host=420102&sending=JG-02", []],
    ["?sending=JG-02", ["100003", "200004"]],
    ["?district=420103", ["100003", "200004"]],
    ["?branch=420103", ["100003", "200004"]],
    ["?status=serving", ["100001"]],
    ["?status=planned", ["100002", "100003", "200004"]],
    ["?risk=below-10", ["200004"]],
    ["?risk=from-10", ["100001"]],
    ["?risk=from-13", []],
    ["?risk=at-limit", ["100002"]],
    ["?risk=exceeded", ["100003"]],
    ["?sex=female", ["100001", "200004"]],
    ["?born=1990s", ["100001", "100003", "200004"]],
    ["?born=1980s", ["100002"]],
    ["?todo=approve-request", ["200004"]],
    ["?q=1000", ["100001", "100002", "100003"]],
    ["?q=00004", ["200004"]],
    [`?q=${encodeURIComponent("民警10")}`, ["100001", "100002", "100003"]],
    ["?provisional=true", []],
    ["?sort=-used", ["100003", "100002", "100001", "200004"]],
    ["?sort=used", ["200004", "100001", "100002", "100003"]],
    ["?sort=station", all],
    ["?sort=-station", ["100003", "200004", "100002", "100001"]],
    ["?sort=-pending", ["200004", "100001", "100002", "100003"]],
    ["?q=&risk=&host=", all],
  ])("%s gives %j", async (query, expected) => {
    expect(await numbers(app.hr, query)).toEqual(expected);
  });

  test("reads one partition: one Query and the session", async () => {
    await numbers(app.hr, "");
    for (const [client, query] of [
      [app.hr, ""],
      [app.hr, "?host=420102"],
      [app.hr, "?sending=JG-01"],
      [app.branch, ""],
      [app.station, ""],
      [app.sending, ""],
      [app.officer, ""],
    ] as const) {
      const counted = countRequests(app.store);
      await numbers(client, query);
      // An officer's session also asks which number is theirs now: two may have been merged.
      expect(counted.requests).toEqual({ GetItem: client === app.officer ? 2 : 1, Query: 1 });
      counted.stop();
    }
  });

  test("shows everybody only their own people, whatever they ask for", async () => {
    expect(await numbers(app.branch, "?cohort=batch-1")).toEqual(["100001", "100002"]);
    expect(await numbers(app.branch, "?host=420103")).toEqual([]);
    expect(await numbers(app.station, "")).toEqual(["100001"]);
    expect(await numbers(app.otherStation, "")).toEqual(["100003", "200004"]);
    expect(await numbers(app.sending, "?sending=JG-02")).toEqual([]);
    expect(await numbers(app.officer, "?cohort=batch-1")).toEqual(["100001"]);
    expect(await numbers(app.auditor, "")).toHaveLength(4);
  });

  test.each([
    ["?risk=high", "/risk"],
    ["?status=gone", "/status"],
    ["?sort=height", "/sort"],
    ["?born=nineties", "/born"],
    ["?todo=nothing", "/todo"],
    [`?q=${"9".repeat(41)}`, "/q"],
    ["?host=NOWHERE", "/host"],
    ["?cohort=batch-9", "/cohort"],
  ])("%s is refused at %s", async (query, pointer) => {
    const response = await app.hr.get(`/secondments${query}`);
    expect(await problemOf(response)).toMatchObject({ httpStatus: 422, errors: [{ pointer }] });
    expect((await app.hr.page(`/secondments${query}`)).status).toBe(422);
  });

  test("is a page with filters, chips, sort links and rows that open", async () => {
    for (const language of ["zh-CN", "en"] as const) {
      const response = await app.hr.page("/secondments?risk=exceeded&sex=male&sort=-used", { language });
      const html = await response.text();
      expect(response.status).toBe(200);
      expect(html).toContain(`<a class="govuk-link" href="/secondments/${idOf("100003")}">100003</a>`);
      expect(html).not.toContain(idOf("100001"));
      expect(html).toContain('<input type="hidden" name="sex" value="male"/>');
      expect(html).toContain('href="/secondments?risk=exceeded&amp;sort=-used"');
      expect(html).toContain('aria-sort="descending"');
      expect(html).toContain('href="/secondments.csv?risk=exceeded&amp;sort=-used&amp;sex=male"');
    }
  });

  test("gives the same rows as a CSV, formulas disarmed", async () => {
    const response = await app.hr.get("/secondments.csv?sort=-used", { language: "en" });
    const bytes = await response.arrayBuffer();
    expect(response.headers.get("Content-Disposition")).toMatch(
      /^attachment; filename="secondments-2026-03-02\.csv"/,
    );
    expect([...new Uint8Array(bytes).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).trim().split("\r\n");
    expect(lines[0]).toContain("Service number,Name");
    expect(lines).toHaveLength(5);
    expect(lines[1]).toMatch(
      /^100003,民警100003,Male,1996-01,法制支队,江汉分局,民权派出所,2025-08-26,2026-08-25,.*,15\.5,0,15,/,
    );
  });

  test("shows what was searched for as text", async () => {
    const html = await (await app.hr.page(`/secondments?q=${encodeURIComponent("<b>\"'&")}`)).text();
    expect(html).not.toContain('<b>"');
    expect(html).toContain("&lt;b&gt;&quot;&#39;&amp;");
  });

  test("asks who is not signed in to sign in, and refuses JSON", async () => {
    const anonymous = await app.app.request("/secondments", { headers: { Accept: "text/html" } });
    expect([anonymous.status, anonymous.headers.get("Location")]).toEqual([
      303,
      "/sign-in?next=%2Fsecondments",
    ]);
    expect((await app.app.request("/secondments")).status).toBe(401);
  });
});

test.each([
  [0, "below-10"],
  [9.5, "below-10"],
  [10, "from-10"],
  [12.5, "from-10"],
  [13, "from-13"],
  [14.5, "from-13"],
  [15, "at-limit"],
  [15.5, "exceeded"],
])("%d of 15 days is in the band %s and no other", (days, band) => {
  expect(riskOf(days, 15)).toBe(band);
});
