import { beforeAll, describe, expect, it } from "vitest";
import { bodyOf, type Client, problemOf } from "./app.ts";
import { type PopulatedApp, populatedApp } from "./fixture.ts";

type Preview = {
  people: number;
  dates: { key: string; dueOn: string; forms: number; isProvisional: boolean }[];
  months: string[];
  stations: { station: string; forms: number[] }[];
  total: number[];
  crowded: { level: string; unit: string; dueOn: string; forms: number }[];
};
const url = "/schemes/literal/draft/preview";
let web: PopulatedApp;
let hr2: Client;

/** What a page does not say. */
function missing(html: string, ...words: readonly string[]): string[] {
  return words.filter((word) => !html.includes(word));
}

beforeAll(async () => {
  web = await populatedApp();
  hr2 = web.hr2;
});

describe("what a draft would mean", () => {
  it("without a draft it is the version in force; without a cohort there are dates only", async () => {
    const html = await (await web.hr.page(`${url}?startsOn=2025-08-26`)).text();
    expect(missing(html, "目前没有草案", "月度在岗确认 2025-09", "2025-10-09", "只有日期")).toEqual([]);
    expect(missing(html, "<svg", 'name="reason"')).toEqual(["<svg", 'name="reason"']);
  });

  it("for a cohort: its dates, the load of its stations, days with more than N at one desk", async () => {
    await web.hr.post("/schemes/literal/draft", { version: 3, seen: 0, reviewWindowDays: 20 });
    const preview = await bodyOf<Preview>(web.hr.get(`${url}?cohort=batch-1&allowed=1`));
    expect(preview.people).toBe(4);
    expect(preview.dates.find(({ key }) => key === "mid-term")).toMatchObject({
      dueOn: "2026-02-26",
      forms: 8,
    });
    // Two of the four serve at one station.
    const february = preview.months.indexOf("2026-02");
    expect(preview.stations.map(({ station, forms }) => [station, forms[february]])).toEqual([
      ["42010201", 2],
      ["42010202", 2],
      ["42010301", 4],
    ]);
    expect(preview.total[february]).toBe(12);
    expect(preview.crowded.filter(({ dueOn }) => dueOn === "2026-02-26")).toEqual([
      { level: "branch", unit: "420102", dueOn: "2026-02-26", forms: 2 },
      { level: "branch", unit: "420103", dueOn: "2026-02-26", forms: 2 },
      { level: "station", unit: "42010301", dueOn: "2026-02-26", forms: 2 },
    ]);
    const fewer = await bodyOf<Preview>(web.hr.get(`${url}?cohort=batch-1&allowed=4`));
    expect(fewer.crowded).toEqual([]);
  });

  it("on the page, in both languages, with a picture and its figures, and what is provisional", async () => {
    const page = await (await web.hr.page(`${url}?cohort=batch-1&allowed=1`)).text();
    const words = ["按 4 人", "民权派出所", "江汉分局", "<svg", "一天超过 1 张表的日期", "合计"];
    expect(missing(page, ...words)).toEqual([]);
    const english = await (
      await web.approver.page(`${url}?cohort=batch-1&allowed=4&startsOn=2026-03-02`, { language: "en" })
    ).text();
    expect(
      missing(
        english,
        "For 4 people",
        "Forms per station and month",
        "No unit has more than 4",
        "dm-provisional",
      ),
    ).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    ["a cohort that nobody knows", "cohort=nobody", "/cohort", "unknown-cohort"],
    ["a day that does not exist", "startsOn=2026-02-31", "/startsOn", "invalid-date"],
    ["a number in words", "allowed=many", "/allowed", "invalid-value"],
    ["no form at all", "allowed=0", "/allowed", "too-small"],
  ])("%s is refused at its field, the page stays", async (_name, query, pointer, code) => {
    const problem = await problemOf(await web.hr.get(`${url}?${query}`));
    expect(problem).toMatchObject({ httpStatus: 422, errors: [{ pointer, code }] });
    const page = await web.hr.page(`${url}?${query}`);
    const html = await page.text();
    expect([page.status, missing(html, `<a href="#${pointer.slice(1)}">`, "与所依据版本的不同")]).toEqual([
      422,
      [],
    ]);
  });

  it("is for who drafts, publishes or audits", async () => {
    expect((await web.auditor.get(url)).status).toBe(200);
    for (const other of [web.station, web.branch, web.sending, web.officer, web.inspector])
      expect((await other.get(url)).status).toBe(403);
  });

  it("what is published from the page is what was tried, and the people of the cohort keep their version", async () => {
    const sent = { version: "3", seen: "1", reason: "党委会议定", cohort: "batch-1", allowed: "2" };
    const own = await web.hr.submit("/schemes/literal/draft/publish", sent);
    const html = await own.text();
    expect([own.status, missing(html, "请由另一人办理", "按 4 人")]).toEqual([403, []]);
    expect((await hr2.submit("/schemes/literal/draft/publish", sent)).status).toBe(303);
    const cohort = await bodyOf(web.hr.get("/cohorts/batch-1"));
    expect(cohort).toMatchObject({ schemeVersion: 2 });
    expect((await web.hr.page("/secondments?cohort=batch-1")).status).toBe(200);
  });
});
