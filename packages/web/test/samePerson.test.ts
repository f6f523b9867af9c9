import { beforeAll, describe, expect, it } from "vitest";
import { bodyOf, type TestApp, testApp, upload } from "./app.ts";
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
});

function row(number: string, name: string, station: number, born = "1990-01"): string[] {
  return [number, name, "男", born, "民警", "O1", `B0-S${station}`, "挂职副所长", ""];
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

  it("another person who was put on file by hand is taken", async () => {
    await web.hr.post("/officers", { ...known, serviceNumber: "997" });
    expect(await problems(row("997", "欧阳锋", 2))).toEqual([]);
  });
});
