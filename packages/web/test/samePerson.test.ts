import { loadEvents } from "@dunmiao/store/engine/record";
import { beforeAll, describe, expect, it } from "vitest";
import { bodyOf, problemOf, type TestApp, testApp, upload } from "./app.ts";
import { cohortFile } from "./importFile.ts";
import { saveCohort, saveUnits } from "./people.ts";

const id = "202603-pppppp";
const known = { name: "欧阳锋", sex: "male", birthMonth: "1990-01", kind: "officer", homeUnit: "O1" };
let web: TestApp;

beforeAll(async () => {
  web = await testApp();
  await saveUnits(web.store, 1, 4);
  await saveCohort(web.store, id);
  await web.hr.post("/officers", { ...known, serviceNumber: "0705301" });
  await web.hr.post("/officers", { ...known, name: "黄蓉", serviceNumber: "AB-7" });
  await web.hr.post("/officers", { ...known, name: "穆念慈", serviceNumber: "wh-Cd-0009" });
});

function row(number: string, name: string, station: number, born = "1990-01", home = "O1"): string[] {
  return [number, name, "男", born, "民警", home, `B0-S${station}`, "挂职副所长", ""];
}

async function problems(...rows: string[][]) {
  const file = upload(await cohortFile(rows));
  const checked = await bodyOf<{ errors: { row: number; column: string; code: string; message: string }[] }>(
    web.hr.post(`/cohorts/${id}/imports`, file),
  );
  return checked.errors;
}
const problem = { column: "serviceNumber", code: "same-person-other-number" };

describe("one person has one number", () => {
  it.each([
    ["zeros eaten", row("705301", "欧阳锋", 0), "0705301"],
    ["zeros eaten, and another name", row("705301", "欧阳克", 0), "0705301"],
    ["the case of letters", row("ab-7", "黄蓉", 0), "AB-7"],
    ["zeros eaten, of another home unit", row("705301", "欧阳锋", 0, "1990-01", "B0"), "0705301"],
    ["the case of letters, of another home unit", row("ab-7", "黄蓉", 0, "1990-01", "B0"), "AB-7"],
    ["mixed case, of another home unit", row("Ab-7", "黄蓉", 0, "1990-01", "B0"), "AB-7"],
    [
      "mixed case on file, of another home unit",
      row("WH-cD-0009", "杨铁心", 0, "1990-01", "B0"),
      "wh-Cd-0009",
    ],
    ["full width, mixed case and zeros", row("００aB-7", "黄蓉", 0, "1990-01", "B0"), "AB-7"],
    ["zeros by the dozen", row("0000000000000705301", "欧阳锋", 0, "1990-01", "B0"), "0705301"],
    ["the same name, sex, birth month and home unit", row("999", "欧阳 锋", 0), "0705301"],
  ])("%s", async (_, typed, number) => {
    const [found, ...more] = await problems(typed);
    expect(found).toMatchObject({ row: 2, ...problem });
    expect(found?.message).toContain(number);
    expect(more).toEqual([]);
  });

  it("within one file both rows are for a person to decide", async () => {
    const found = await problems(row("0800001", "郭靖", 0), row("800001", "郭靖", 1));
    expect(found).toMatchObject([
      { row: 2, ...problem },
      { row: 3, ...problem },
    ]);
  });

  it("the number on file as it is, and another birth month, are no question", async () => {
    expect(await problems(row("0705301", "欧阳锋", 0), row("998", "欧阳锋", 1, "1991-01"))).toEqual([]);
  });

  it("another person who was put on file by hand, and said to be another, is taken", async () => {
    await web.hr.post("/officers", { ...known, serviceNumber: "997", anotherPerson: ["0705301"] });
    expect(await problems(row("997", "欧阳锋", 2))).toEqual([]);
  });
});

describe("a person put on file by hand", () => {
  const alike = [
    ["zeros eaten", { serviceNumber: "705301", name: "甲" }, "0705301"],
    ["zeros too many", { serviceNumber: "00705301", name: "丙", homeUnit: "B0" }, "0705301"],
    [
      "the case of letters, of another home unit",
      { serviceNumber: "ab-7", name: "丁", homeUnit: "B0" },
      "AB-7",
    ],
    [
      "mixed case on file, of another home unit",
      { serviceNumber: "Wh-cd-0009", name: "戊", homeUnit: "B0" },
      "wh-Cd-0009",
    ],
    ["the same facts", { serviceNumber: "996", name: "黄 蓉" }, "AB-7"],
    ["another home unit", { serviceNumber: "995", name: "黄蓉", homeUnit: "B0" }, undefined],
    ["another birth month", { serviceNumber: "994", name: "黄蓉", birthMonth: "1990-02" }, undefined],
  ] as const;

  it.each(alike)("%s", async (_, facts, number) => {
    const response = await web.hr.post("/officers", { ...known, ...facts });
    if (number === undefined) return expect(response.status).toBe(201);
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ httpStatus: 422, code: "same-person-other-number" });
    expect(problem.errors).toMatchObject([{ pointer: "/anotherPerson" }]);
    expect(problem.errors[0]?.message).toContain(number);
  });

  it.each([
    ["spellings of one number", ["Zx-1", "zX-1", "0zx-1", "ZX-1"], ["O1", "B0", "O1", "B0"]],
    ["one person's numbers", ["7701", "7702", "7703", "7704"], ["O1", "O1", "O1", "O1"]],
  ])("sent at the same time, of %s one is taken", async (name, numbers, homes) => {
    const answers = await Promise.all(
      numbers.map((serviceNumber, n) =>
        web.hr.post("/officers", { ...known, name, serviceNumber, homeUnit: homes[n] }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422, 422, 422]);
    const refused = await Promise.all(answers.filter(({ status }) => status === 422).map(problemOf));
    for (const each of refused) expect(each.code).toBe("same-person-other-number");
  });

  it("is asked about in the form, and the answer stays in the trail", async () => {
    const form = { ...known, serviceNumber: "00AB-7", name: "黄蓉" };
    const blank = await (await web.hr.page("/officers/new")).text();
    expect(blank).not.toContain("anotherPerson");
    for (const [language, tick] of [
      ["zh-CN", "确认是另一人"],
      ["en", "This is another person"],
    ] as const) {
      const refused = await web.hr.submit("/officers", form, { language });
      expect(refused.status).toBe(422);
      const html = await refused.text();
      expect(html).toContain(tick);
      expect(html).toContain("AB-7");
    }
    const done = await web.hr.submit("/officers", { ...form, anotherPerson: "AB-7" });
    expect(done.status).toBe(303);
    const { events } = await loadEvents(web.store, { kind: "officer", id: "00AB-7" }, { after: 0, limit: 9 });
    expect(events[0]).toMatchObject({ actor: { id: "hr-1" }, change: { anotherPersonThan: "AB-7" } });
  });
});

describe("who is told apart is named", () => {
  const asks = (response: Response) =>
    response.text().then((html) => /name="anotherPerson"[^>]*value="([^"]*)"([^>]*)/.exec(html)?.slice(1, 3));

  it("somebody alike who came since the tick is asked about again, and a tick for nobody is none", async () => {
    const form = { ...known, name: "周伯通", homeUnit: "B0" };
    await web.hr.post("/officers", { ...form, serviceNumber: "5001" });
    const third = { ...form, serviceNumber: "5003" };
    expect((await asks(await web.hr.submit("/officers", third)))?.[0]).toBe("5001");
    const since = await web.hr.post("/officers", {
      ...form,
      serviceNumber: "5002",
      anotherPerson: ["5001"],
    });
    expect(since.status).toBe(201);
    for (const ticked of ["5001", "true"]) {
      const again = await web.hr.submit("/officers", { ...third, anotherPerson: ticked });
      expect(again.status).toBe(422);
      const [numbers, attributes] = (await asks(again)) ?? [];
      expect(numbers?.split("、").toSorted()).toEqual(["5001", "5002"]);
      expect(attributes).not.toContain("checked");
    }
    const kept = await web.hr.submit("/officers", { ...third, name: "", anotherPerson: "5001、5002" });
    expect((await asks(kept))?.[1]).toContain("checked");
    expect((await web.hr.post("/officers", { ...third, anotherPerson: true })).status).toBe(422);
    const done = await web.hr.submit("/officers", { ...third, anotherPerson: "5001、5002" });
    expect(done.status).toBe(303);
  });

  it("a move to a home unit where somebody has the same facts is asked about, too", async () => {
    const form = { ...known, name: "洪七公" };
    await web.hr.post("/officers", { ...form, serviceNumber: "5101", homeUnit: "B0" });
    await web.hr.post("/officers", { ...form, serviceNumber: "5102" });
    const moved = { ...form, serviceNumber: "5102", homeUnit: "B0" };
    expect((await problemOf(await web.hr.post("/officers", moved))).errors).toMatchObject([
      { pointer: "/anotherPerson", code: "same-person-other-number" },
    ]);
    expect((await problems(row("5102", "洪七公", 3, "1990-01", "B0")))[0]).toMatchObject(problem);
    expect((await web.hr.post("/officers", { ...moved, anotherPerson: ["5101"] })).status).toBe(200);
    // Nobody has the facts of before any more: whoever comes with them is asked about nobody.
    expect((await web.hr.post("/officers", { ...form, serviceNumber: "5103" })).status).toBe(201);
  });
});
