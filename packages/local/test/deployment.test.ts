import { presetPairSchemes } from "@dunmiao/domain/pairScheme";
import { loadEvents, loadRecord } from "@dunmiao/store/engine/record";
import { officerNoun } from "@dunmiao/store/officer";
import { pairNoun } from "@dunmiao/store/pair";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { writeXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { bodyOf, type TestApp, testApp, upload } from "../../web/test/app.ts";
import { headings, partnerHeadings } from "../../web/test/import/files.ts";
import { personRow } from "../../web/test/importFile.ts";
import { onFile } from "../../web/test/pairs.ts";
import { place, saveCohort, saveUnits } from "../../web/test/people.ts";
import { runImport } from "./runImport.ts";

const id = "202603-d";
let web: TestApp;

/** A partner who is not on file, as the cells of a row. */
const unknown = ["900001", "老兵一", "男", "1980-01", "执法办案", "师徒结对（标准）", "是", "否"];
const known = (number: string, name = `徒弟${number}`) => [number, name, "", "", ...unknown.slice(4)];

beforeAll(async () => {
  web = await testApp();
  await saveUnits(web.store, 1, 12);
  const cohort = await saveCohort(web.store, id);
  const earlier = await saveCohort(web.store, "202601-e", "2026-01-05");
  for (const number of ["700001", "700002"]) await onFile(web, number, "B0-S1");
  await onFile(web, "700009", "B0-S9");
  await place(web.store, earlier, { number: "700003", station: "B0-S11", home: "B0-S1" });
  await place(web.store, cohort, { number: "0600", station: "B0-S7" });
});

type Checked = {
  id: string;
  errors: { row: number; column?: string; code: string; message: string }[];
  would: Record<string, unknown>;
  unchanged: number;
  understood: { people: { partner?: object; pairWaits?: boolean }[] };
};

async function check(rows: readonly string[][], of = id): Promise<Checked> {
  const sheet = { name: "挂职名单", rows: [[...headings, ...partnerHeadings], ...rows] };
  return bodyOf(
    web.hr.post(`/cohorts/${of}/imports`, upload(await writeXlsx({ sheets: [sheet] }), "名单.xlsx")),
  );
}

async function bringIn(checked: Checked, times = 1) {
  expect((await web.hr.post(`/imports/${checked.id}/confirm`, {})).status).toBe(200);
  await runImport(web.store, checked.id, times);
  return bodyOf<{ done: number; created: number; refused: object[] }>(web.hr.get(`/imports/${checked.id}`));
}

describe("what is wrong with a partner is said beside its column before anything is written", () => {
  const at = "B0-S1";
  it.each([
    [
      "nobody on file, and not said who",
      ["888888", "某人", "", "", ...unknown.slice(4)],
      "partner",
      "partner-unknown",
    ],
    ["another name than on file", known("700001", "别人"), "partnerName", "partner-differs"],
    [
      "another birth month",
      ["700001", "徒弟700001", "", "1970-01", ...unknown.slice(4)],
      "partnerBirthMonth",
      "partner-differs",
    ],
    ["at another station", known("700009"), "partner", "partner-elsewhere"],
    ["oneself", ["100001", "学员100001", "男", "1988-11", ...unknown.slice(4)], "partner", "self-mentoring"],
    [
      "another spelling of a number on file",
      ["0700001", ...unknown.slice(1)],
      "partner",
      "same-person-other-number",
    ],
    [
      "the facts of somebody on file under another number",
      ["900002", "徒弟700001", "男", "2000-05", ...unknown.slice(4)],
      "partner",
      "same-person-other-number",
    ],
    ["no name", ["700001", "", "", "", ...unknown.slice(4)], "partnerName", "required"],
    ["no focus", ["700001", "徒弟700001", "", "", "", ...unknown.slice(5)], "focus", "required"],
    [
      "a focus that there is not",
      ["700001", "徒弟700001", "", "", "书法", ...unknown.slice(5)],
      "focus",
      "unknown-focus",
    ],
    [
      "a scheme that there is not",
      [...known("700001").slice(0, 5), "自拟", "是", "否"],
      "pairScheme",
      "not-a-pair-scheme",
    ],
    ["kinship not said", [...known("700001").slice(0, 7), ""], "kin", "kinship-not-said"],
    ["neither yes nor no", [...known("700001").slice(0, 6), "大概", "否"], "eligible", "not-yes-or-no"],
    ["a focus, and no partner", ["", "", "", "", "执法办案", "", "", ""], "partner", "partner-needed"],
  ])("%s", async (_, partner, column, code) => {
    const { errors } = await check([[...personRow(1, at), ...partner]]);
    expect(errors).toMatchObject([{ row: 2, column, code }]);
    expect(errors[0]?.message).not.toContain("undefined");
  });

  it("rows of one file count together: load of a mentor, two readings of a new one, one who is sent away", async () => {
    const rows = [1, 2, 3].map((n) => [...personRow(n, at, { post: `岗位${n}` }), ...known("700001")]);
    const fourth = [...personRow(4, "B0-S2"), ...unknown];
    const fifth = [...personRow(5, "B0-S2", { post: "二" }), ...unknown.with(3, "1981-01")];
    const sixth = [...personRow(6, "B0-S3"), ...unknown.with(0, "100001")];
    const alike = [...personRow(7, "B0-S6"), ...unknown.with(0, "900007").with(1, "老兵七")];
    const both = [alike, [...personRow(8, "B0-S6", { post: "二" }), ...alike.slice(9).with(0, "900008")]];
    const { errors } = await check([...rows, fourth, fifth, sixth, ...both]);
    const isOther = { column: "partner", code: "same-person-other-number" };
    expect(errors).toMatchObject([
      { row: 4, column: "partner", code: "mentor-load-reached" },
      { row: 6, column: "partnerBirthMonth", code: "partner-differs" },
      { row: 7, column: "partner", code: "partner-in-list" },
      { row: 8, ...isOther },
      { row: 9, ...isOther },
    ]);
  });
});

describe("a deployment", () => {
  it("makes secondment, pair and a new partner at once, and once however often it is delivered", async () => {
    const waiting = known("700002").with(6, "");
    const rows = [
      [...personRow(11, "B0-S4"), ...unknown.with(0, "900011")],
      [...personRow(12, "B0-S1"), ...waiting],
      [...personRow(13, "B0-S5"), ...unknown.map(() => "")],
    ];
    const checked = await check(rows);
    expect(checked.errors).toEqual([]);
    expect(checked.would).toMatchObject({
      officers: { create: 4 },
      secondments: { create: 3 },
      pairs: { create: 2 },
    });
    const sameTwice = [11, 14].map((n) => [
      ...personRow(n, "B0-S4", { post: `岗位${n}` }),
      ...unknown.with(0, "900011"),
    ]);
    expect((await check(sameTwice)).would).toMatchObject({ officers: { create: 3 }, pairs: { create: 2 } });
    expect(checked.understood.people).toMatchObject([
      { partner: { number: "900011", name: "老兵一", focus: "casework" }, pairWaits: false },
      { partner: { number: "700002" }, pairWaits: true },
      {},
    ]);
    for (const [language, said] of [
      ["zh-CN", "结对待另一人审批"],
      ["en", "the pair waits for a second person"],
    ] as const)
      expect(await (await web.hr.page(`/imports/${checked.id}`, { language })).text()).toContain(said);
    expect(await bringIn(checked, 3)).toMatchObject({ done: 3, refused: [] });
    expect(await (await web.hr.page(`/imports/${checked.id}`)).text()).toContain(
      'class="govuk-link" href="/pairs"',
    );
    expect(await (await web.hr.page(`/secondments/${id}-100011`)).text()).toContain(
      'href="/pairs?apprentice=100011"',
    );
    const pairOf = (n: number) => loadRecord(web.store, pairNoun, `${id}-${100_000 + n}`);
    expect(await pairOf(11)).toMatchObject({
      status: "active",
      version: 1,
      leading: "mentor",
      mentor: { officer: { serviceNumber: "900011" }, unit: { code: "B0-S4" } },
      apprentice: { officer: { serviceNumber: "100011" }, unit: { code: "O1" } },
      term: { from: "2026-03-02", to: "2027-03-01" },
    });
    expect(await pairOf(12)).toMatchObject({ status: "proposed" });
    expect(await pairOf(13)).toBeUndefined();
    expect(await loadRecord(web.store, officerNoun, "900011")).toMatchObject({
      homeUnit: "B0-S4",
      version: 1,
    });
    expect((await loadEvents(web.store, { kind: "pair", id: `${id}-100011` })).events).toHaveLength(1);
  });

  it("is read back with the focus as its scheme names it", async () => {
    const name = { "zh-CN": "水上救援", en: "Water rescue" };
    const [, strict] = presetPairSchemes;
    const focuses = [...(strict?.focuses ?? []), { key: "water-rescue", name, skills: [] }];
    const url = "/pair-schemes/pair-strict/draft";
    const second = await web.as({ id: "approver-2", role: "approver" });
    const saved = await web.hr.post(url, { version: 2, seen: 0, focuses });
    expect(saved.status, await saved.clone().text()).toBe(200);
    const published = await second.post(`${url}/publish`, { version: 2, seen: 1, reason: "增加方向" });
    expect(published.status, await published.clone().text()).toBe(200);
    const own = known("700002").with(4, name["zh-CN"]).with(5, "师徒结对（从严）");
    const { id: checked, errors } = await check([[...personRow(41, "B0-S1", { post: "岗位41" }), ...own]]);
    expect(errors).toEqual([]);
    for (const language of ["zh-CN", "en"] as const)
      expect(await (await web.hr.page(`/imports/${checked}`, { language })).text()).toContain(name[language]);
  });

  it("comes back from the exported list as it is, and gives a secondment its pair later", async () => {
    const exported = await web.hr.page(`/cohorts/${id}/list.xlsx`, { language: "zh-CN" });
    const bytes = new Uint8Array(await exported.arrayBuffer());
    const same = await bodyOf<Checked>(web.hr.post(`/cohorts/${id}/imports`, upload(bytes, "名单.xlsx")));
    expect(same).toMatchObject({
      errors: [],
      unchanged: 4,
      would: { pairs: { create: 0, alreadyThere: 2 } },
    });
    const later = await check([[...personRow(13, "B0-S5"), ...unknown.with(0, "900013").with(1, "老兵三")]]);
    expect(later).toMatchObject({ errors: [], unchanged: 0, would: { pairs: { create: 1 } } });
    expect(await bringIn(later)).toMatchObject({ created: 1, refused: [] });
    expect(await loadRecord(web.store, pairNoun, `${id}-100013`)).toMatchObject({ status: "active" });
    expect((await loadRecord(web.store, secondmentNoun, `${id}-100013`))?.version).toBe(1);
    const other = await check([[...personRow(13, "B0-S5"), ...unknown.with(0, "900014").with(1, "老兵四")]]);
    expect(other.errors).toMatchObject([{ column: "partner", code: "paired-otherwise" }]);
  });

  it("whose pair cannot be made any more makes nothing of its row", async () => {
    const rows = [21, 22, 23].map((n) => [
      ...personRow(n, "B0-S1", { post: `岗位${n}` }),
      ...known("700001"),
    ]);
    const files = [await check(rows.slice(0, 2)), await check(rows.slice(2))];
    expect(files.flatMap(({ errors }) => errors)).toEqual([]);
    const [first, second] = files;
    if (!first || !second) throw new Error("two files");
    expect(await bringIn(first)).toMatchObject({ created: 2 });
    expect(await bringIn(second)).toMatchObject({
      created: 0,
      refused: [{ row: 2, column: "partner", code: "mentor-load-reached" }],
    });
    expect(await loadRecord(web.store, secondmentNoun, `${id}-100023`)).toBeUndefined();
    expect(await loadRecord(web.store, officerNoun, "100023")).toBeUndefined();
  });

  it("refuses a partner who is on a secondment of their own in these days", async () => {
    const { errors } = await check([
      [...personRow(31, "B0-S1", { post: "岗位31" }), ...known("700003", "学员700003")],
    ]);
    expect(errors).toMatchObject([{ column: "partner", code: "partner-seconded" }]);
  });
});
