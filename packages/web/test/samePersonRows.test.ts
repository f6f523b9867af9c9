import { loadEvents } from "@dunmiao/store/engine/record";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { bodyOf, problemOf, type TestApp, testApp, upload } from "./app.ts";
import { headings } from "./import/files.ts";
import { cohortFile } from "./importFile.ts";
import { saveCohort, saveUnits } from "./people.ts";

const id = "202603-qqqqqq";
const known = { name: "欧阳锋", sex: "male", birthMonth: "1990-01", kind: "officer", homeUnit: "O1" };
let web: TestApp;

beforeAll(async () => {
  web = await testApp();
  await saveUnits(web.store, 2, 12);
  await saveCohort(web.store, id);
  await web.hr.post("/officers", { ...known, serviceNumber: "0705301" });
  await web.hr.post("/officers", { ...known, name: "黄蓉", serviceNumber: "AB-7" });
  await web.hr.post("/officers", { ...known, name: "洪七", serviceNumber: "0099887", homeUnit: "B1" });
});

type Way = { is: string; errors: { code: string }[]; changes?: object[] };
type Checked = {
  id: string;
  total: number;
  errors: { row: number; code: string; message: string }[];
  questions?: { sheet?: string; row: number; number: string; known: string; ways: Way[] }[];
};

function row(number: string, name: string, station: number, home = "O1"): string[] {
  return [number, name, "男", "1990-01", "民警", home, `B0-S${station}`, "挂职副所长", ""];
}

async function check(...rows: string[][]): Promise<Checked> {
  return bodyOf<Checked>(web.hr.post(`/cohorts/${id}/imports`, upload(await cohortFile(rows))));
}

function confirm(import_: Checked, body: Record<string, unknown>) {
  return web.hr.post(`/imports/${import_.id}/confirm`, body);
}

describe("a row whose number may be somebody known's", () => {
  it("is asked about: each way with what shuts it", async () => {
    const { questions, total } = await check(
      row("705301", "欧阳锋", 0),
      row("ab-7", "黄药师", 1),
      row("99887", "洪七", 2),
      row("800001", "郭靖", 3),
      row("0800001", "郭靖", 4),
    );
    expect(total).toBe(0);
    const shut = (each: Way) => each.errors.map(({ code }) => code);
    expect(
      questions?.map(({ known, ways }) => [known, ...ways.map((way) => [way.is, ...shut(way)])]),
    ).toEqual([
      ["0705301", ["same"], ["another"], ["leave-out"]],
      ["AB-7", ["same", "officer-differs"], ["another"], ["leave-out"]],
      ["0099887", ["same"], ["another"], ["leave-out"]],
      ["0800001", ["another"], ["leave-out"]],
      ["800001", ["another"], ["leave-out"]],
    ]);
  });

  it("blocks the confirmation until every row is decided, each with its sentence", async () => {
    const import_ = await check(row("705301", "欧阳锋", 0), row("ab-7", "黄药师", 1), row("1", "甲", 2));
    const refused = await problemOf(await confirm(import_, { samePerson: [{ row: 2, is: "same" }] }));
    expect(refused).toMatchObject({ httpStatus: 422, code: "same-person-undecided" });
    expect(refused.errors).toMatchObject([{ pointer: "/samePerson/1" }]);
    expect(refused.errors[0]?.message).toBe("第 3 行：请选定是否与警号 AB-7 为同一人");
    const shut = { samePerson: [2, 3].map((number) => ({ row: number, is: "same" })) };
    expect((await problemOf(await confirm(import_, shut))).code).toBe("officer-differs");
    const stale = { samePerson: [2, 3].map((number) => ({ row: number, is: "another", known: "1" })) };
    expect((await problemOf(await confirm(import_, stale))).code).toBe("same-person-undecided");
    const told = await bodyOf<{ status: string }>(web.hr.get(`/imports/${import_.id}`));
    expect(told.status).toBe("checked");
  });

  it("is said to be undecided together with the headings that are not answered", async () => {
    const file = await cohortFile([row("705301", "欧阳锋", 0)]);
    const { rows } = (await readXlsx(file)).sheets[0] ?? { rows: [] };
    const heads = rows[0]?.with(8, "开始日期") ?? [];
    const spoilt = await writeXlsx({ sheets: [{ name: "挂职名单", rows: [heads, ...rows.slice(1)] }] });
    const import_ = await bodyOf<Checked>(web.hr.post(`/cohorts/${id}/imports`, upload(spoilt)));
    const codes = async (body: Record<string, unknown>) =>
      (await problemOf(await confirm(import_, body))).errors.map(({ code }) => code);
    const [heading, person] = ["columns-unanswered", "same-person-undecided"];
    expect(await codes({})).toEqual([heading, person]);
    expect(await codes({ leaveOut: ["开始日期"] })).toEqual([person]);
    expect(await codes({ samePerson: [{ row: 2, is: "same" }] })).toEqual([heading]);
  });

  it("goes in as decided, and who decided what stays in record and trail", async () => {
    const import_ = await check(
      row("705301", "欧阳锋", 5),
      row("ab-7", "黄药师", 6),
      row("99887", "洪七", 7),
    );
    const is = ["same", "another", "leave-out"];
    const samePerson = is.map((each, n) => ({ row: n + 2, is: each }));
    expect(await bodyOf(confirm(import_, { samePerson }))).toMatchObject({ status: "running", total: 2 });
    const kept = [
      { row: 2, number: "705301", known: "0705301", is: "same" },
      { row: 3, number: "ab-7", known: "AB-7", is: "another" },
      { row: 4, number: "99887", known: "0099887", is: "leave-out" },
    ];
    expect(await bodyOf(web.hr.get(`/imports/${import_.id}`))).toMatchObject({
      samePerson: kept,
      refused: [{ row: 4, code: "same-person-other-number" }],
      would: { officers: { create: 1, alreadyThere: 1 }, secondments: { create: 2 } },
    });
    const { events } = await loadEvents(
      web.store,
      { kind: "import", id: import_.id },
      { after: 0, limit: 9 },
    );
    expect(events.at(-1)).toMatchObject({
      type: "import.confirmed",
      actor: { id: "hr-1" },
      change: { samePerson: kept },
    });
  });

  it("two rows of one person: only one goes in", async () => {
    const import_ = await check(row("705301", "欧阳锋", 0), row("00705301", "欧阳锋", 1));
    const both = [2, 3].map((number) => ({ row: number, is: "same" }));
    expect((await problemOf(await confirm(import_, { samePerson: both }))).code).toBe("same-person-twice");
    const beside = await check(row("0705301", "欧阳锋", 0), row("705301", "欧阳锋", 1));
    const refused = await problemOf(await confirm(beside, { samePerson: [{ row: 3, is: "same" }] }));
    expect(refused.code).toBe("duplicate-in-file");
    expect(
      await problemOf(
        await confirm(await check(row("0800001", "郭靖", 0), row("800001", "郭靖", 1)), {
          samePerson: both,
        }),
      ),
    ).toMatchObject({ code: "same-person-in-file" });
  });

  it.each([
    ["zh-CN", "工作表“挂职名单”第 2 行：欧阳锋，所填警号 705301：请选定", "工作表“挂职名单”第 2 行已选定"],
    [
      "en",
      "Sheet &quot;挂职名单&quot;, row 2: 欧阳锋 is written with number 705301: Say",
      "Row 2 of sheet &quot;挂职名单&quot; is the person",
    ],
  ] as const)(
    "%s: of several sheets each is named, the template's own too",
    async (language, asked, twice) => {
      const sheet = (name: string, person: string[]) => ({ name, rows: [headings, person] });
      const bytes = await writeXlsx({
        sheets: [
          sheet("挂职名单", row("705301", "欧阳锋", 0)),
          sheet("乙", row("00705301", "欧阳锋", 1)),
          sheet("丙", row("800009", "郭襄", 2)),
        ],
      });
      const sent = web.hr.post(`/cohorts/${id}/imports`, upload(bytes));
      const import_ = await bodyOf<Checked & { understood: { people: { sheetName?: string }[] } }>(sent);
      expect(import_.understood.people.map(({ sheetName }) => sheetName)).toEqual(["丙"]);
      expect(import_.questions?.map((each) => each.sheet)).toEqual(["挂职名单", "乙"]);
      const at = `/imports/${import_.id}/confirm`;
      const page = await (await web.hr.submit(at, {}, { language })).text();
      expect(page).toContain(asked);
      const same = { "samePerson.0": "same", "samePerson.1": "same" };
      expect(await (await web.hr.submit(at, same, { language })).text()).toContain(twice);
    },
  );

  it("that holds a post which another row has is no question but a problem", async () => {
    const { errors, questions } = await check(row("5", "甲", 8), row("705301", "欧阳锋", 8));
    expect(questions).toBeUndefined();
    expect(errors.map(({ code }) => code)).toEqual(["post-twice-in-file", "same-person-other-number"]);
  });
});

describe("in a browser without a script", () => {
  it("says what the same person's home unit becomes, which another person's does not", async () => {
    const import_ = await check(row("705301", "欧阳锋", 9, "B0"));
    const ways = import_.questions?.[0]?.ways ?? [];
    expect(ways.map(({ is, changes }) => [is, changes?.length ?? 0])).toEqual([
      ["same", 1],
      ["another", 0],
      ["leave-out", 0],
    ]);
    expect(await (await web.hr.page(`/imports/${import_.id}`)).text()).toContain(
      "并将更新：派出单位：刑侦支队 → 第0分局",
    );
  });

  it.each([
    ["zh-CN", "是同一人：0705301", "第 2 行：欧阳锋，所填警号 705301：请选定是否与警号 0705301 为同一人"],
    [
      "en",
      "The same person: 0705301",
      "Row 2: 欧阳锋 is written with number 705301: Say whether this is the person of number 0705301",
    ],
  ] as const)(
    "%s: a choice for each row, nothing chosen beforehand, what was chosen kept",
    async (language, label, sentence) => {
      const import_ = await check(row("705301", "欧阳锋", 9), row("ab-7", "黄药师", 10));
      const page = await (await web.hr.page(`/imports/${import_.id}`, { language })).text();
      expect(page).toContain(label);
      expect(page).not.toContain(" checked");
      const at = `/imports/${import_.id}/confirm`;
      const refused = await web.hr.submit(at, { "samePerson.1": "another" }, { language });
      expect(refused.status).toBe(422);
      const again = await refused.text();
      const [line = ""] = /<a href="#samePerson-0">[^<]*/.exec(again) ?? [];
      expect(line).toContain(sentence);
      expect(again).toMatch(/name="samePerson\.1"[^>]*value="another"[^>]* checked/);
      const done = await web.hr.submit(
        at,
        { "samePerson.0": "same", "samePerson.1": "another" },
        { language },
      );
      expect(done.status).toBe(303);
      expect(await bodyOf(web.hr.get(`/imports/${import_.id}`))).toMatchObject({
        status: "running",
        total: 2,
      });
    },
  );
});
