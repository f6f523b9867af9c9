import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { countRequests } from "@dunmiao/store/engine/countRequests";
import { digestKey, recordKey } from "@dunmiao/store/engine/keys";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyTable } from "../../operate/src/verifyTable.ts";
import { bodyOf } from "./app.ts";
import { approved, idOf, type PopulatedApp, populatedApp, record } from "./fixture.ts";

const languages = ["zh-CN", "en"] as const;
const february = "attendance.2026-02";
let app: PopulatedApp;
beforeAll(async () => {
  app = await populatedApp();
});

/** The row of a page's table that holds a link to this place. */
function rowOf(html: string, href: string): string {
  return html.split("<tr").find((each) => each.includes(`href="${href}"`)) ?? "";
}

/** All rows of a page's tables that lead to this person. */
function rowsOf(html: string, id: string): string {
  return html
    .split("<tr")
    .filter((each) => each.includes(`href="/secondments/${id}`))
    .join("<tr");
}

describe("the month beside its tick", () => {
  const third = idOf("100003");
  const fourth = idOf("200004");
  const form = (id: string) => `/secondments/${id}/checkpoints/${february}/forms/station`;

  beforeAll(async () => {
    // Leave of another month, which this one says nothing of.
    await approved(app, fourth, { class: "sick", from: "2026-01-12", to: "2026-01-13" });
    // Monday to Wednesday noon and one more day; a Thursday afternoon still waits.
    await approved(app, third, { class: "sick", from: "2026-02-02", to: "2026-02-04", toHalf: "am" });
    await approved(app, third, { class: "annual", from: "2026-02-09", to: "2026-02-09" });
    await approved(app, third, {
      class: "ordered-duty",
      orderedBy: "host",
      from: "2026-02-11",
      to: "2026-02-11",
    });
    await record(app.otherStation, third, {
      class: "personal",
      from: "2026-02-12",
      to: "2026-02-12",
      fromHalf: "pm",
    });
  });

  test.each([
    [
      "zh-CN",
      [
        "台账当月计入 3.5 天：2026-02-02 至 2026-02-04 上午、2026-02-09",
        "审批中 0.5 天：2026-02-12 下午",
        "另有 1 天按类别不计入",
        "有 1 项尚未决定",
      ],
      ["台账当月没有计入的天数", "没有审批中的天数"],
    ],
    [
      "en",
      [
        "Days that count in the ledger: 3.5 (2026-02-02 to 2026-02-04 morning, 2026-02-09)",
        "Days pending: 0.5 (2026-02-12 afternoon)",
        "Days whose class does not count: 1",
        "Not decided yet: 1;",
      ],
      ["No day of this month counts in the ledger", "None pending"],
    ],
  ] as const)("says days, halves and what waits (%s)", async (language, said, nothing) => {
    const html = await (await app.otherStation.page("/", { language })).text();
    for (const each of said) expect(rowOf(html, form(third))).toContain(each);
    for (const each of nothing) expect(rowOf(html, form(fourth))).toContain(each);
    expect(rowOf(html, form(fourth))).toContain('type="checkbox"');
  });

  test("is in JSON too, and what is ticked is the version that was shown", async () => {
    type Item = { about: string; secondment: string; version: number; month?: object };
    const { items } = await bodyOf<{ items: Item[] }>(app.otherStation.get("/tasks"));
    const of = items.find((each) => each.about === february && each.secondment === third);
    expect(of?.month).toEqual({
      countedDays: 3.5,
      counted: [
        { from: "2026-02-02", to: "2026-02-04", toHalf: "am" },
        { from: "2026-02-09", to: "2026-02-09" },
      ],
      pendingDays: 0.5,
      pending: [{ from: "2026-02-12", to: "2026-02-12", fromHalf: "pm" }],
      otherDays: 1,
      undecided: 1,
    });
    const opened = await bodyOf<Item>(app.otherStation.get(form(third)));
    expect(opened.month).toEqual(of?.month);
    expect(await (await app.otherStation.page(form(third))).text()).toContain(
      "审批中 0.5 天：2026-02-12 下午",
    );
    const html = await (await app.otherStation.page("/")).text();
    expect(rowOf(html, form(third))).toContain(`value="${third}:${february}:${of?.version}"`);
  });

  test("costs the list no request", async () => {
    for (const show of [
      () => app.otherStation.get("/tasks?what=file-form"),
      () => app.otherStation.page("/?what=file-form"),
    ]) {
      // Units and cohorts are held from the first request on.
      await show();
      const counter = countRequests(app.store);
      await show();
      counter.stop();
      // Everybody's session is a GetItem; the pairs of the unit's mentors and of its apprentices are a Query each.
      expect(counter.requests).toMatchObject({ Query: 3, GetItem: 1 });
    }
  });

  test("a row of before that does not hold it says so and has no box; the form shows it", async () => {
    const { documents, tableName: TableName } = app.store;
    const Key = recordKey("secondment", third);
    const { Item: before } = await documents.send(new GetCommand({ TableName, Key }));
    const summary = String(before?.summary).replaceAll(/ =[^"]*/g, "");
    await documents.send(new PutCommand({ TableName, Item: { ...before, summary } }));
    const html = await (await app.otherStation.page("/")).text();
    expect(rowOf(html, form(third))).toContain("当月天数未在此列出，请打开表格核对后确认");
    expect(rowOf(html, form(third))).not.toContain('type="checkbox"');
    expect(await (await app.otherStation.page(form(third))).text()).toContain("2026-02-12");
    // Not written by this version is no fault.
    expect((await verifyTable(app.store)).faults).toEqual([]);
    await documents.send(new PutCommand({ TableName, Item: before }));
  });
});

describe("a form that was sent back", () => {
  const first = idOf("100001");
  const reason = "Which <b>shifts</b>?";
  const shown = "Which &lt;b&gt;shifts&lt;/b&gt;?";
  const form = `/secondments/${first}/checkpoints/mid-term/forms/station`;
  const filed = `/secondments/${first}/assessments/f1`;
  const list = "/cohorts/batch-1/assessments?forms=all";
  const tagged = { "zh-CN": "已退回</strong>", en: "Sent back</strong>" } as const;
  const evidence = [{ area: "basic-work", month: "2025-11", text: "Put the case files in order." }];
  const submit = async () => {
    const answer = await app.station.post(form, { text: "Took over the night shift.", evidence });
    expect(answer.status).toBe(201);
  };

  test.each(languages)(
    "is tagged with its reason in every list until it is filed again (%s)",
    async (language) => {
      const line = async () => ({
        todo: rowOf(await (await app.station.page("/", { language })).text(), form),
        case: rowOf(await (await app.station.page(`/secondments/${first}`, { language })).text(), filed),
        next: rowOf(await (await app.station.page(`/secondments/${first}`, { language })).text(), form),
        overview: rowsOf(await (await app.hr.page(list, { language })).text(), first),
      });
      await submit();
      const { items } = await bodyOf<{ items: { by: string; checkpoint: string }[] }>(app.hr.get(list));
      expect(items.find(({ by, checkpoint }) => by === "station" && checkpoint === "mid-term")).toMatchObject(
        {
          isReturned: false,
        },
      );
      expect((await line()).case).not.toContain(tagged[language]);
      const back = await app.branch.post(`${filed}/return`, { reason });
      expect(back.status).toBe(200);
      for (const [where, html] of Object.entries(await line())) {
        expect([where, html.includes(tagged[language])]).toEqual([where, true]);
        expect([where, html.includes(shown), html.includes(reason)]).toEqual([where, true, false]);
      }
      await submit();
      for (const [where, html] of Object.entries(await line()))
        expect([where, html.includes(shown)]).toEqual([where, false]);
      await app.branch.post(`${filed}/return`, { reason });
    },
  );

  test("a row among the people of before, without the reason, is no fault, another reason is one", async () => {
    const { documents, tableName: TableName } = app.store;
    const Key = digestKey("batch-1", "100001", first);
    const { Item: before } = await documents.send(new GetCommand({ TableName, Key }));
    const said = JSON.stringify(reason);
    expect(String(before?.digest)).toContain(said);
    const faultsWith = async (changed: string) => {
      const { next: _, ...waiting } = JSON.parse(String(before?.digest).replace(`,${said}`, changed));
      const digest = JSON.stringify(waiting);
      await documents.send(new PutCommand({ TableName, Item: { ...before, digest } }));
      return (await verifyTable(app.store)).faults;
    };
    expect(await faultsWith("")).toEqual([]);
    expect(await faultsWith(',"Another one."')).toMatchObject([{ fault: "people-row" }]);
    await documents.send(new PutCommand({ TableName, Item: before }));
  });

  test("tells the reason in JSON to who files it, and to the officer it is about only that it came back", async () => {
    type Item = { about: string; returned?: object };
    const { items } = await bodyOf<{ items: Item[] }>(app.station.get("/tasks"));
    expect(items.find(({ about }) => about === "mid-term")?.returned).toEqual({ on: "2026-03-02", reason });
    const page = await (await app.officer.page(`/secondments/${first}`)).text();
    const checkpoint = page.split("<tr").find((each) => each.includes("派出所：已退回")) ?? "";
    const overview = await (await app.officer.page("/assessments?forms=all")).text();
    for (const html of [checkpoint, rowsOf(overview, first)])
      expect([html.includes(tagged["zh-CN"]), html.includes("shifts")]).toEqual([true, false]);
  });
});

describe("lists of forms", () => {
  const first = idOf("100001");

  beforeAll(async () => {
    // One that is in and not yet accepted, and one that is final.
    const at = `/secondments/${first}/checkpoints`;
    const words = { text: "Took over the night shift." };
    const evidence = [{ area: "basic-work", month: "2025-11", text: "Put the case files in order." }];
    const filed = await app.station.post(`${at}/mid-term/forms/station`, { ...words, evidence });
    const confirmed = await app.station.post(`${at}/${february}/forms/station`, {});
    expect([filed.status, confirmed.status]).toEqual([201, 201]);
  });

  test.each(["hr", "approver", "inspector", "branch", "station", "officer"] as const)(
    "offer %s no link that is then refused",
    async (role) => {
      const refused: [string, number][] = [];
      const forms = ["station", "officer"].includes(role)
        ? "/assessments?forms=all"
        : "/cohorts/batch-1/assessments?forms=all";
      for (const from of ["/?whose=all", forms]) {
        const html = await (await app[role].page(from)).text();
        const links = [...html.matchAll(/href="(\/secondments\/[^"#?]*)/g)].map(([, href = ""]) => href);
        expect(links.length, from).toBeGreaterThan(0);
        for (const href of new Set(links)) {
          const { status } = await app[role].page(href);
          if (status >= 400) refused.push([href, status]);
        }
      }
      expect(refused).toEqual([]);
    },
  );

  test("lead to the form once it is in, the officer only to one that is final", async () => {
    const form = (key: string) => `/secondments/${first}/checkpoints/${key}/forms/station`;
    const placeOf = async (role: "approver" | "officer" | "sending", key: string) =>
      (await app[role].page(form(key))).headers.get("location");
    const month = `/secondments/${first}/assessments/f2`;
    const review = `/secondments/${first}/assessments/f1`;
    expect(await placeOf("approver", "mid-term")).toBe(review);
    expect(await placeOf("officer", "mid-term")).toBe(`/secondments/${first}#checkpoints`);
    expect(await placeOf("officer", february)).toBe(month);
    expect(await placeOf("sending", february)).toBe(month);
    expect((await app.officer.page(form("attendance.2026-01"))).status).toBe(403);
  });
});
