import { beforeAll, describe, expect, it } from "vitest";
import { bodyOf, problemOf, type TestApp, testApp, upload } from "../app.ts";
import { saveCohort, saveUnits } from "../people.ts";
import { cellTries } from "./tries/cells.ts";
import { sheetTries } from "./tries/sheets.ts";
import { textTries } from "./tries/texts.ts";

let web: TestApp;
beforeAll(async () => {
  web = await testApp();
  await saveUnits(web.store, 1, 1);
  await saveCohort(web.store, "202603-tttttt");
  for (const [number, name] of [
    ["0705301", "欧阳锋"],
    ["ab-7", "黄蓉"],
  ]) {
    const facts = { sex: "male", birthMonth: "1995-06", kind: "officer", homeUnit: "O1" };
    await web.hr.post("/officers", { ...facts, serviceNumber: number, name });
  }
  for (const number of [1, 2, 3]) {
    const station = { code: `S${number}`, name: `${number}所`, kind: "station", parent: "B0" };
    await web.hr.post("/units", station);
  }
});

type Checked = {
  errors: { row: number; column?: string; code: string }[];
  notices: { row?: number; column?: string; code: string }[];
  understood: {
    people: { row: number; serviceNumber: string; name: string; birthMonth: string; from: string }[];
  };
};

async function checked(file: Uint8Array): Promise<string[]> {
  const answer = await web.hr.post("/cohorts/202603-tttttt/imports", upload(file));
  if (answer.status !== 201) return [`refused ${(await problemOf(answer)).code}`];
  const { errors, notices, understood } = await bodyOf<Checked>(answer);
  const { people } = understood;
  return [
    ...people.map((each) => `${each.row} ${each.serviceNumber} ${each.name} ${each.birthMonth} ${each.from}`),
    ...errors.map(({ row: at, column, code }) => `${at} ${column} ${code}`),
    ...notices.map(({ row: at, column, code }) => `${column ?? at ?? ""} notice ${code}`.trim()),
  ];
}

/** Each kind of file is read as its cells show, or something is said; nothing beside what is named here. */
describe.each(Object.entries({ ...cellTries, ...sheetTries, ...textTries }))("%s", (_, each) => {
  it.each(each.map(([what, file, ...right]) => ({ what, file, right })))("$what", async ({ file, right }) => {
    expect((await checked(await file())).toSorted()).toEqual(right.toSorted());
  });
});
