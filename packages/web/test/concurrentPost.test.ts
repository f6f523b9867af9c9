import { DeleteCommand, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { placeClaimKey } from "@dunmiao/store/engine/keys";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyTable } from "../../operate/src/verifyTable.ts";
import { bodyOf, type Client, problemOf } from "./app.ts";
import { placeIn } from "./cursors.ts";
import { type PopulatedApp, populatedApp } from "./fixture.ts";

const school = { code: "XX-1", kind: "school", name: "第一小学", unit: "42010201" };
const grid = { code: "WG-1", kind: "grid", name: "一元一网格", unit: "42010201" };
const far = { code: "XX-9", kind: "school", name: "民权小学", unit: "42010301" };
const post = {
  serviceNumber: "300001",
  place: "XX-1",
  role: "vice-principal",
  appointedBy: "江岸区教育局",
  from: "2025-09-01",
  to: "2026-08-31",
};

let app: PopulatedApp;
let officer: Client;
let id: string;
beforeAll(async () => {
  app = await populatedApp();
  for (const [serviceNumber, homeUnit] of [
    ["300001", "42010201"],
    ["300004", "42010301"],
  ] as const) {
    const person = { sex: "male", birthMonth: "1990-01", kind: "officer", name: `民警${serviceNumber}` };
    expect((await app.hr.post("/officers", { ...person, serviceNumber, homeUnit })).status).toBe(201);
  }
  officer = await app.as({ id: "officer-300001", role: "officer", serviceNumber: "300001" });
  const places = await app.hr.post("/places", { places: [school, grid, far] });
  expect(await places.json()).toEqual({ created: 3, updated: 0, same: 0 });
  id = (await bodyOf<{ id: string }>(app.branch.post("/posts", post))).id;
});

describe("places", () => {
  test("come as lines, and the same again changes nothing", async () => {
    const lines =
      "学校\tXX-1\t第一小学\t42010201\r\n\r\nGrid，WG-2，一元二网格，42010201\n社区,SQ-1,一元社区,42010201,是";
    const html = await (await app.hr.submit("/places", { places: lines })).text();
    expect(html).toContain("新增 2 处，更新 0 处，无变化 1 处");
    const { items } = await bodyOf<{ items: { id: string; isClosed: boolean }[] }>(
      app.station.get("/places"),
    );
    expect(items.map((each) => each.id)).toEqual(["SQ-1", "WG-1", "WG-2", "XX-1", "XX-9"]);
    expect(items[0]?.isClosed).toBe(true);
    const renamed = { ...grid, code: "WG-2", name: "一元三网格" };
    const saved = await app.hr.post("/places", { places: [renamed] });
    expect(await saved.json()).toEqual({ created: 0, updated: 1, same: 0 });
  });

  test.each([
    [[{ ...school, kind: "grid" }], "/places/0/kind", "place-kind-differs"],
    [[{ ...grid, code: "N-1", unit: "999" }], "/places/0/unit", "unknown-unit"],
    [
      [
        { ...grid, code: "N-1" },
        { ...grid, code: "N-1" },
      ],
      "/places/1/code",
      "place-named-twice",
    ],
    [[{ ...grid, code: "N 1" }], "/places/0/code", "invalid-format"],
    [[], "/places", "too-small"],
  ])("%j are refused at %s as %s, and none of the list is written", async (places, pointer, code) => {
    const fine = { ...grid, code: "N-2" };
    const sent = places.length === 0 ? [] : [...places, fine];
    expect((await problemOf(await app.hr.post("/places", { places: sent }))).errors).toMatchObject([
      { pointer, code },
    ]);
    const { items } = await bodyOf<{ items: { id: string }[] }>(app.hr.get("/places"));
    expect(items.map((each) => each.id)).not.toContain("N-2");
  });

  test("a page names the line; only the personnel office keeps the list", async () => {
    const page = await app.hr.submit("/places", { places: "学校,N-1,新学校,42010201\n学校,N-2,新学校,999" });
    expect([page.status, (await page.text()).includes("第 2 行：")]).toEqual([422, true]);
    for (const client of [app.branch, app.station, app.auditor])
      expect((await client.post("/places", { places: [grid] })).status).toBe(403);
  });
});

describe("a concurrent post", () => {
  test("is shown to its unit, its branch, the bureau and the officer, and to nobody else", async () => {
    for (const client of [app.hr, app.approver, app.branch, app.station, app.auditor, officer]) {
      expect((await client.get(`/posts/${id}`)).status).toBe(200);
      const { total } = await bodyOf<{ total: number }>(client.get("/posts"));
      expect(total).toBe(1);
    }
    for (const client of [app.otherStation, app.officer, app.sending]) {
      expect((await client.get(`/posts/${id}`)).status).toBe(404);
      expect((await client.get(`/posts/${id}/events`)).status).toBe(404);
      expect((await bodyOf<{ total: number }>(client.get("/posts"))).total).toBe(0);
    }
    const html = await (await app.hr.page(`/posts/${id}`)).text();
    expect(html).toContain("民警300001：第一小学法治副校长");
  });

  test.each([
    [{ serviceNumber: "999999" }, "/serviceNumber", "unknown-officer"],
    [{ serviceNumber: "300004" }, "/serviceNumber", "unknown-officer"],
    [{ place: "XX-0" }, "/place", "unknown-place"],
    [{ role: "grid-member" }, "/role", "role-not-of-place"],
    [{ from: "2026-08-31", to: "2027-08-30" }, "/from", "post-held-already"],
    [{ from: "2026-02-31" }, "/from", "invalid-date"],
    [{ appointedBy: " " }, "/appointedBy", "required"],
  ])("of a branch with %j is refused at %s as %s", async (change, pointer, code) => {
    expect((await problemOf(await app.branch.post("/posts", { ...post, ...change }))).errors).toMatchObject([
      { pointer, code },
    ]);
  });

  test("of two at the same time one stands, and the same form twice is one post", async () => {
    const wanted = { ...post, place: "WG-1", role: "grid-member" };
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) => app.hr.post("/posts", wanted, { key: `k${n}` })),
    );
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual([
      "201",
      "409",
      "409",
      "409",
      "409",
      "409",
    ]);
    const won = answers.findIndex(({ status }) => status === 201);
    const again = await app.hr.post("/posts", wanted, { key: `k${won}` });
    expect([again.status, await again.json()]).toEqual([201, await answers[won]?.json()]);
  });

  test("takes activities of officer, station, branch and bureau, from a page too", async () => {
    for (const [client, on] of [
      [officer, "2025-10-09"],
      [app.station, "2025-11-09"],
      [app.branch, "2025-12-09"],
    ] as const)
      expect((await client.post(`/posts/${id}/activities`, { on, line: "法治讲座" })).status).toBe(201);
    const path = `/posts/${id}/activities`;
    expect((await app.hr.submit(path, { on: "2026年1月9日", line: "法治讲座" })).status).toBe(303);
    const { activities } = await bodyOf<{ activities: { on: string }[] }>(app.hr.get(`/posts/${id}`));
    expect(activities.map(({ on }) => on)).toEqual(["2025-10-09", "2025-11-09", "2025-12-09", "2026-01-09"]);
    const wrong = await app.hr.submit(path, { on: "2026-03-03", line: "<b>x</b>" });
    expect([wrong.status, (await wrong.text()).includes('id="activity-on-error"')]).toEqual([422, true]);
    expect((await app.auditor.post(path, { on: "2026-01-09", line: "x" })).status).toBe(403);
    expect((await app.otherStation.post(path, { on: "2026-01-09", line: "x" })).status).toBe(404);
  });

  test("is found by what the list is asked for", async () => {
    const ids = async (search: string) =>
      (await bodyOf<{ items: { place: { code: string } }[] }>(app.hr.get(`/posts?${search}`))).items.map(
        ({ place }) => place.code,
      );
    expect(await ids("q=第一小学")).toEqual(["XX-1"]);
    expect(await ids("kind=grid")).toEqual(["WG-1"]);
    expect(await ids("state=past")).toEqual([]);
    expect(await ids("place=XX-1&officer=300001")).toEqual(["XX-1"]);
    expect(await ids("ending=true")).toEqual([]);
    expect(await ids("moved=true")).toEqual([]);
  });

  test("its list leads to the page before, and from chips to itself with one filter less", async () => {
    const asked = { place: "XX-1", q: "第一小学" };
    const list = { actor: { id: "hr-1", role: "hr" }, path: "/posts", asked } as const;
    const html = await (await app.hr.page(await placeIn(app.store, list, "110"))).text();
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
    const q = encodeURIComponent("第一小学");
    expect(html).toMatch(
      new RegExp(`<a[^>]*href="/posts\\?q=${q}&amp;place=XX-1&amp;cursor=60\\.[^"]{22}"[^>]*rel="prev"`),
    );
    expect(links).toEqual(expect.arrayContaining([`/posts?q=${q}`, "/posts?place=XX-1", "/posts"]));
    expect(html).toContain('<input type="hidden" name="place" value="XX-1"');
  });
});

describe("coverage", () => {
  type Coverage = {
    figures: Record<string, { places: number; covered: number; nobody: number; ending: number }>;
    items: { place: { id: string } }[];
  };

  test("says where there is nobody, opens into the places, and a branch sees its own", async () => {
    const all = await bodyOf<Coverage>(app.hr.get("/posts/coverage"));
    expect(all.figures.school).toEqual({ places: 2, covered: 1, nobody: 1, ending: 0 });
    expect(all.figures.grid).toEqual({ places: 2, covered: 1, nobody: 1, ending: 0 });
    const nobody = await bodyOf<Coverage>(app.hr.get("/posts/coverage?kind=school&only=nobody"));
    expect(nobody.items.map(({ place }) => place.id)).toEqual(["XX-9"]);
    const own = await bodyOf<Coverage>(app.branch.get("/posts/coverage"));
    expect(own.figures.school).toEqual({ places: 1, covered: 1, nobody: 0, ending: 0 });
    const html = await (await app.hr.page("/posts/coverage?only=nobody")).text();
    expect(html).toContain('href="/posts/new?place=XX-9"');
    expect((await app.officer.get("/posts/coverage")).status).toBe(403);
  });
});

describe("the end", () => {
  test("whoever moves home unit leaves their posts the same day; others are ended by hand, and the role is free again", async () => {
    const gridPost = (await bodyOf<{ items: { id: string }[] }>(app.hr.get("/posts?kind=grid"))).items[0]?.id;
    for (const [client, code] of [
      [app.station, 403],
      [officer, 403],
      [app.hr, 422],
    ] as const)
      expect((await client.post(`/posts/${id}/end`, { on: "2026-01-08", reason: "x" })).status).toBe(code);
    expect((await app.hr.submit(`/posts/${id}/end`, { on: "2026-02-28", reason: "免职" })).status).toBe(303);
    const again = await app.hr.post(`/posts/${id}/end`, { on: "2026-03-01", reason: "免职" });
    expect(await problemOf(again)).toMatchObject({ httpStatus: 409, code: "post-ended" });
    expect(await (await app.hr.page(`/posts/${id}/events`)).text()).toContain("理由：免职");
    const later = { place: "WG-1", role: "grid-member", from: "2026-09-01", to: "2027-08-31" };
    const renewal = (await bodyOf<{ id: string }>(app.hr.post("/posts", { ...post, ...later }))).id;
    const moved = { sex: "male", birthMonth: "1990-01", kind: "officer", name: "民警300001" };
    const body = { ...moved, serviceNumber: "300001", homeUnit: "42010202" };
    expect((await app.hr.post("/officers", body)).status).toBe(200);
    expect(await bodyOf(app.hr.get(`/posts/${gridPost}`))).toMatchObject({
      state: "past",
      ended: { on: "2026-03-01", because: "moved", reason: "大智派出所" },
    });
    // What follows at the same place stands in the same claim.
    const never = { on: "2026-08-31", because: "moved" };
    expect(await bodyOf(app.hr.get(`/posts/${renewal}`))).toMatchObject({ state: "past", ended: never });
    expect((await bodyOf<{ total: number }>(app.hr.get("/posts?moved=true"))).total).toBe(0);
    for (const [language, said] of [
      ["zh-CN", "本人调往大智派出所"],
      ["en", "The officer moved to 大智派出所"],
    ] as const)
      for (const path of [`/posts/${gridPost}`, `/posts/${gridPost}/events`])
        expect(await (await app.hr.page(path, { language })).text()).toContain(said);
    const next = await app.hr.post("/posts", { ...post, from: "2026-03-02" });
    expect(next.status).toBe(201);
  });

  test("every record is whole; a claim that is gone is named", async () => {
    expect((await verifyTable(app.store)).faults).toEqual([]);
    const { documents, tableName: TableName } = app.store;
    const Key = placeClaimKey({ place: "XX-1", role: "vice-principal", serviceNumber: "300001" });
    const { Item } = await documents.send(new GetCommand({ TableName, Key }));
    await documents.send(new DeleteCommand({ TableName, Key }));
    const { faults } = await verifyTable(app.store);
    await documents.send(new PutCommand({ TableName, Item }));
    expect(faults.map(({ kind, fault }) => [kind, fault])).toEqual([
      ["post", "place-claim"],
      ["post", "place-claim"],
    ]);
    expect((await verifyTable(app.store)).faults).toEqual([]);
  });
});
