import type { Assessment } from "@dunmiao/domain/assessment";
import type { AskedForm } from "@dunmiao/domain/assessment/assessmentLoad";
import type { AssessorDrift } from "@dunmiao/domain/assessment/assessorDrift";
import { accept } from "@dunmiao/domain/refusal";
import type { Secondment } from "@dunmiao/domain/secondment";
import { changeSecondment } from "@dunmiao/store/changeSecondment";
import { beforeAll, describe, expect, test } from "vitest";
import { changedByTest } from "../../store/test/happened.ts";
import { bodyOf, type Client, problemOf, testApp } from "./app.ts";
import { approved, idOf, type PopulatedApp, populatedApp } from "./fixture.ts";
import { actingOn, saveCohort } from "./people.ts";

type Items<T> = { items: T[] };
type Load = { plan: string; by: string; asked: number; late: number; missed: number; "in-time": number };
type Figures = {
  people: number;
  asked: number;
  standings: { standing: string; count: number }[];
  load: Load[];
  withoutMonths: number;
  withoutAreas: number;
  drift?: AssessorDrift[];
  quota?: object;
};

const overview = "/cohorts/batch-1/assessments";
const languages = ["zh-CN", "en"] as const;
let app: PopulatedApp;

/** Puts forms on a record as their own rules would leave them. */
async function fill(id: string, facts: (record: Secondment) => Partial<Secondment>) {
  const rule = ({ secondment }: { secondment: Secondment }) =>
    accept({
      after: { ...secondment, ...facts(secondment) },
      event: changedByTest,
    });
  const changed = await changeSecondment(actingOn(app.store), { id, rule });
  if (changed.outcome !== "committed") throw new Error(JSON.stringify(changed));
}

/** A form of the station at a checkpoint that then is done on the day. */
function filed(number: number, key: string, on: string, grade?: Assessment["grade"]): Assessment {
  const by = { id: "leader-1", role: "station" as const };
  return {
    id: `f${number}`,
    checkpoint: key,
    form: key === "end" ? "assessment" : "opinion",
    by: "station",
    state: "final",
    revision: 2,
    ...(grade && { grade }),
    evidence: [["casework", on.slice(0, 7)]],
    history: [{ act: "submit", by, on, version: 2 }],
  };
}

function closing(record: Secondment, keys: readonly string[], doneOn: string): Secondment["checkpoints"] {
  return record.checkpoints.map((each) =>
    keys.includes(each.key) ? { ...each, state: "done", doneOn } : each,
  );
}

beforeAll(async () => {
  app = await populatedApp();
  await app.hr.post(`/secondments/${idOf("100001")}/report-in`, { on: "2025-08-26" });
  await approved(app, idOf("100001"), { class: "sick", from: "2026-02-10", to: "2026-02-12" });
  await fill(idOf("100001"), (record) => ({
    checkpoints: closing(record, ["quarter.3", "end"], "2025-11-26"),
    assessments: [
      filed(1, "quarter.3", "2025-11-26", "excellent"),
      filed(2, "mid-term", "2026-02-20", "excellent"),
      filed(3, "end", "2026-03-01", "excellent"),
    ],
  }));
  await fill(idOf("100002"), (record) => ({
    checkpoints: closing(record, ["quarter.3"], "2025-12-01"),
    assessments: [
      {
        ...filed(1, "quarter.3", "2025-12-01", "competent"),
        history: [{ act: "submit", by: { id: "leader-2", role: "station" }, on: "2025-12-01", version: 2 }],
      },
    ],
  }));
});

describe("the assessments of a cohort", () => {
  const figures = (client: Client = app.hr) => bodyOf<Figures>(client.get(overview));

  test("count every form that was asked for once", async () => {
    const { asked, standings, load, people } = await figures();
    expect(people).toBe(4);
    expect(standings.reduce((sum, { count }) => sum + count, 0)).toBe(asked);
    expect(load.reduce((sum, line) => sum + line.asked, 0)).toBe(asked);
    const quarter = load.find(({ plan }) => plan === "quarter");
    expect(quarter).toMatchObject({ "in-time": 1, late: 1 });
    expect(load.map(({ plan, by }) => `${plan} ${by}`)).toContain("end sending");
  });

  test.each(languages)("open into exactly the rows behind them (%s)", async (language) => {
    const html = await (await app.hr.page(overview, { language })).text();
    const links = [...html.matchAll(/href="(\/cohorts\/batch-1\/assessments\?[^"]+)"[^>]*>(?:<b>)?(\d+)</g)];
    expect(links.length).toBeGreaterThan(15);
    for (const [, href = "", count] of links) {
      const { items } = await bodyOf<Items<unknown>>(app.hr.get(href.replaceAll("&amp;", "&")));
      expect(`${href} ${items.length}`).toBe(`${href} ${count}`);
    }
  });

  test.each(languages)(
    "list the forms behind a figure with their people, and the filter as chips (%s)",
    async (language) => {
      const query = `${overview}?plan=quarter&is=late`;
      const { items } = await bodyOf<Items<AskedForm & { number: string }>>(app.hr.get(query));
      expect(items).toMatchObject([{ number: "100002", checkpoint: "quarter.3", handedInOn: "2025-12-01" }]);
      const html = await (await app.hr.page(query, { language })).text();
      expect(html).toContain("民警100002");
      expect(html).toContain(language === "en" ? "Remove filter: Late" : "取消条件：迟报");
    },
  );

  test("point out who grades far from the others, and an exceeded quota", async () => {
    const { drift, quota } = await figures();
    expect(drift).toEqual([
      {
        assessor: "leader-1",
        grades: 3,
        people: 1,
        mean: 4,
        meanOfOthers: 3,
        difference: 1,
        isFlagged: true,
      },
    ]);
    expect(quota).toMatchObject({ graded: 1, excellent: 1, allowed: 0, isExceeded: true });
    const html = await (await app.hr.page(overview)).text();
    expect(html).toContain("相差较大");
    expect(html).toContain("优秀人数超过方案比例");
    // Called by unit and role, never by the account that the address carries.
    const graded = await (await app.hr.page(`${overview}?assessor=leader-1`)).text();
    for (const page of [html, graded]) expect(page.replaceAll(/href="[^"]*"/g, "")).not.toContain("leader-1");
    const { items } = await bodyOf<Items<AskedForm>>(app.hr.get(`${overview}?overall=excellent`));
    expect(items).toMatchObject([{ id: idOf("100001"), checkpoint: "end" }]);
  });

  test("name people with months or areas that no evidence covers", async () => {
    const { withoutMonths, withoutAreas } = await figures();
    expect([withoutMonths, withoutAreas]).toEqual([4, 4]);
    const { items } = await bodyOf<Items<{ number: string; months: string[]; areas: string[] }>>(
      app.hr.get(`${overview}?without=months`),
    );
    expect(items[0]).toMatchObject({
      number: "100001",
      months: ["2025-08", "2025-09", "2025-10", "2025-12", "2026-01"],
      areas: ["basic-work", "prevention", "public-service", "team"],
    });
    const html = await (await app.hr.page(`${overview}?without=areas`, { language: "en" })).text();
    expect(html).toContain("Basic work, Crime prevention");
  });

  test("show a branch its own people only, without the figures that compare everybody", async () => {
    const own = await figures(app.branch);
    expect(own.people).toBe(2);
    expect(own.drift).toBeUndefined();
    expect(own.quota).toBeUndefined();
    const { items } = await bodyOf<Items<AskedForm>>(app.branch.get(`${overview}?forms=all`));
    expect(new Set(items.map(({ id }) => id))).toEqual(new Set([idOf("100001"), idOf("100002")]));
  });

  test("are refused to station, sending unit and officer, who get their own under /assessments", async () => {
    for (const [client, numbers] of [
      [app.station, ["100001"]],
      [app.sending, ["100001", "100002"]],
      [app.officer, ["100001"]],
    ] as const) {
      expect((await problemOf(await client.get(overview))).httpStatus).toBe(403);
      expect(await bodyOf(client.get("/assessments"))).toMatchObject({ people: numbers.length });
      const { items } = await bodyOf<Items<{ number: string }>>(client.get("/assessments?forms=all"));
      expect([...new Set(items.map(({ number }) => number))]).toEqual(numbers);
    }
    const redirected = await app.auditor.page("/assessments");
    expect(redirected.headers.get("Location")).toBe(overview);
  });

  test("refuse a query that means nothing", async () => {
    expect(await problemOf(await app.hr.get(`${overview}?is=sometimes`))).toMatchObject({ httpStatus: 422 });
    expect((await app.hr.get("/cohorts/nobody/assessments")).status).toBe(404);
  });
});

describe("the timeline", () => {
  const url = "/cohorts/batch-1/timeline";

  test.each(languages)("draws a row a person and says the same as a table (%s)", async (language) => {
    const html = await (await app.hr.page(url, { language })).text();
    expect(html.match(/<g transform="translate\(0 /g)).toHaveLength(4);
    expect(html).toContain(
      language === "en" ? "Sick leave 2026-02-10 to 2026-02-12" : "病假 2026-02-10 至 2026-02-12",
    );
    expect(html).toContain(language === "en" ? "Today 2026-03-02" : "今天 2026-03-02");
    expect(html).not.toContain("style=");
    const row = html.match(/<th scope="row"[^>]*><a[^>]*>民警100001 100001<\/a><\/th>.*?<\/tr>/s)?.[0] ?? "";
    expect(row).toContain("3 / 15");
    expect(row).toContain("一元派出所");
  });

  test.each(languages)(
    "says what waits, and never looks calm where all of it would exceed (%s)",
    async (language) => {
      const id = "batch-1-100002";
      const facts = { class: "sick", from: "2026-04-01", to: "2026-04-30" } as const;
      const waits = { id: "a90", revision: 1, kind: "request", state: "requested" } as const;
      const recordedBy = { id: "hr-1", role: "hr" } as const;
      await fill(id, () => ({
        absences: [{ ...waits, ...facts, recordedBy, recordedOn: "2026-03-02", decisions: [] }],
      }));
      const html = await (await app.hr.page(url, { language })).text();
      const row =
        html.match(/<th scope="row"[^>]*><a[^>]*>民警100002 100002<\/a><\/th>.*?<\/tr>/s)?.[0] ?? "";
      await fill(id, () => ({ absences: [] }));
      expect(row).toMatch(language === "en" ? /0 \/ 15 · [^<]*21/ : /0 \/ 15 · 审批中 21 天/);
      expect(row).toContain("govuk-tag--red");
    },
  );

  test("shows one branch when asked, a branch its own people, and nobody else's to anybody below", async () => {
    const numbers = async (client: Client, query = "") =>
      (await bodyOf<Items<{ number: string }>>(client.get(url + query))).items.map(({ number }) => number);
    expect(await numbers(app.hr)).toEqual(["100001", "100002", "100003", "200004"]);
    expect(await numbers(app.hr, "?branch=420103")).toEqual(["100003", "200004"]);
    expect(await numbers(app.branch)).toEqual(["100001", "100002"]);
    expect(await numbers(app.branch, "?branch=420103")).toEqual([]);
    for (const client of [app.station, app.sending, app.officer])
      expect((await problemOf(await client.get(url))).httpStatus).toBe(403);
    const filtered = await (await app.hr.page(`${url}?branch=420103`)).text();
    expect(filtered).toContain("民警100003");
    expect(filtered).not.toContain("民警100001");
    // The branch stands on paper and in a file, where no form is.
    expect(filtered).toMatch(/<ul aria-labelledby="chips-label"><li><a[^>]*>[^<]*分局/);
    expect(filtered).toMatch(/dm-timeline__about">[^<]*分局[^<]*2026-03-02/);
  });
});

describe("what evidence covers", () => {
  const url = `/secondments/${idOf("100001")}/coverage`;

  test("is counted by month and area; gaps are said in words", async () => {
    const coverage = await bodyOf<{ monthsWithout: string[]; counts: number[][] }>(app.officer.get(url));
    expect(coverage.counts.flat().reduce((sum, each) => sum + each, 0)).toBe(3);
    expect(coverage.monthsWithout).not.toContain("2025-11");
    expect(coverage.monthsWithout).not.toContain("2026-03");
    const html = await (await app.station.page(url)).text();
    expect(html).toContain("0（无）");
    expect(html).toContain("5 个月没有工作实绩：2025-08、2025-09、2025-10、2025-12、2026-01");
    expect(html).toContain("未到");
    const english = await (await app.station.page(url, { language: "en" })).text();
    expect(english).toContain(
      "4 areas have no evidence: Basic work, Crime prevention, Public service, Team management",
    );
  });

  test("is seen in scope only", async () => {
    expect((await app.otherStation.get(url)).status).toBe(404);
    expect((await app.sending.get(url)).status).toBe(200);
  });
});

describe("before anything is there", () => {
  test.each(languages)("the pages say what would fill them (%s)", async (language) => {
    const { hr, store } = await testApp();
    const none = await (await hr.page("/assessments", { language })).text();
    expect(none).toContain(language === "en" ? "There is no cohort yet" : "还没有批次");
    await saveCohort(store, "202603-empty");
    for (const page of ["timeline", "assessments"]) {
      const html = await (await hr.page(`/cohorts/202603-empty/${page}`, { language })).text();
      expect(html).toContain(language === "en" ? "Once its people are imported" : "导入名单后");
    }
    const awards = await (await hr.page("/cohorts/202603-empty/awards", { language })).text();
    expect(awards).toContain(language === "en" ? "No published figure yet" : "还没有填写通报数");
  });
});
