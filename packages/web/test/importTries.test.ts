import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { saveUnit } from "@dunmiao/store/saveUnit";
import { beforeAll, describe, expect, it } from "vitest";
import { bodyOf, problemOf, type TestApp, testApp, upload } from "./app.ts";
import tries from "./import/tries/tries.json" with { type: "json" };
import { actingOn, saveCohort, saveUnits } from "./people.ts";

const id = "202603-tttttt";
const stations =
  "2110 2100 2101 2102 51 52 53 54 55 56 57 58 59 60 61 86 87 88 128 129 3 639 650 651 652 653 654 655 656";
let web: TestApp;

beforeAll(async () => {
  web = await testApp();
  await saveUnits(web.store, 1, 1);
  for (const number of stations.split(" ")) {
    const unit = { code: `S${number}`, name: `所${number}`, kind: "station" as const, parent: "B0" };
    await saveUnit(actingOn(web.store), unit);
  }
  await saveCohort(web.store, id);
  const known = { name: "欧阳锋", sex: "male", birthMonth: "1980-01", kind: "officer", homeUnit: "B0" };
  await web.hr.post("/officers", { ...known, serviceNumber: "0705301" });
});

type Checked = {
  errors: { row: number; column?: string; code: string; message: string }[];
  notices: { column?: string; code: string; message: string }[];
  understood: { people: { serviceNumber: string; isRandom: boolean }[] };
};

/** Files that were read otherwise than their cells show, most of them without a word, under the numbers of their tries. */
describe.each(["zh-CN", "en"] as const)("files that failed, checked in %s", (language) => {
  it.each(tries)("$try: $what", async ({ file, errors, notices, people }) => {
    const bytes = await readFile(join(import.meta.dirname, "import/tries", file));
    const sent = web.hr.post(`/cohorts/${id}/imports`, upload(bytes, file), { language });
    const checked = await bodyOf<Checked>(sent);
    const said = checked.errors.map(({ row, column, code }) => `${row} ${column} ${code}`);
    expect(said.toSorted()).toEqual(errors);
    expect(checked.notices.map(({ column, code }) => `${column} ${code}`)).toEqual(notices);
    for (const { code, message } of [...checked.errors, ...checked.notices])
      expect([code, message.length > code.length / 2 && message !== code]).toEqual([code, true]);
    const first = checked.understood.people.filter((each) => !each.isRandom);
    expect(first.map(({ serviceNumber }) => serviceNumber)).toEqual(people);
  });
});

it.each([
  ["zh-CN", "单元格里除日期外还有时刻"],
  ["en", "Beside the date the cell holds a time of day"],
] as const)("%s: a day that the cell shows alone is said to have a time", async (language, sentence) => {
  const file = tries.find((each) => each.try === "01")?.file ?? "";
  const bytes = await readFile(join(import.meta.dirname, "import/tries", file));
  const sent = web.hr.post(`/cohorts/${id}/imports`, upload(bytes, file), { language });
  const { errors } = await bodyOf<Checked>(sent);
  expect(errors.map(({ message }) => message.startsWith(sentence))).toEqual([true, true]);
});

it("an English sentence has an English list", async () => {
  const bytes = new TextEncoder().encode("警号,姓名\n1,甲");
  const send = (language: "zh-CN" | "en") =>
    web.hr.post(`/cohorts/${id}/imports`, upload(bytes, "a.csv"), { language });
  const english = await problemOf(await send("en"));
  expect(english.errors[0]?.message).toContain("Sex, Birth month, Kind");
  const near = new TextEncoder().encode(
    "警号,姓名,性别,生日,类别,派出单位,挂职派出所\n1,甲,男,1990-01,民警,O1,S51",
  );
  const asked = await web.hr.post(`/cohorts/${id}/imports`, upload(near, "b.csv"), { language: "en" });
  expect((await problemOf(asked)).errors[0]?.message).toMatch(/“生日”, “类别”/);
});
