import { personKey } from "@dunmiao/domain/import/samePerson";
import { factsClaimKey } from "@dunmiao/store/engine/keys";
import { loadRecord } from "@dunmiao/store/engine/record";
import { loadClaimed } from "@dunmiao/store/numberClaims";
import { officerNoun } from "@dunmiao/store/officer";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { beforeAll, describe, expect, it } from "vitest";
import { bodyOf, problemOf, type TestApp, testApp, upload } from "../../web/test/app.ts";
import { cohortFile } from "../../web/test/importFile.ts";
import { saveCohort, saveUnits } from "../../web/test/people.ts";
import { runImport } from "./runImport.ts";

const id = "202603-nnnnnn";
let web: TestApp;

beforeAll(async () => {
  web = await testApp();
  await saveUnits(web.store, 2, 12);
  await saveCohort(web.store, id);
});

type Questioned = {
  id: string;
  errors: { code: string; message: string }[];
  questions?: { known: string; ways: { is: string }[] }[];
};
const b1 = { serviceNumber: "770001", sex: "male", homeUnit: "B1" } as const;
type Row = { number: string; name: string; home: string; station: string };
const row = ({ number, name, home, station }: Row) => [
  ...[number, name, "男", "1990-01", "民警", home, station, "", ""],
];

/** Checks and confirms a file; where rows are asked about, each is said to be another person. */
async function confirmed(...rows: Row[]): Promise<string> {
  const file = upload(await cohortFile(rows.map(row)));
  const checked = await bodyOf<{ id: string; questions?: { row: number }[] }>(
    web.hr.post(`/cohorts/${id}/imports`, file),
  );
  const samePerson = (checked.questions ?? []).map((each) => ({ row: each.row, is: "another" }));
  expect((await web.hr.post(`/imports/${checked.id}/confirm`, { samePerson })).status).toBe(200);
  return checked.id;
}

async function run(ids: readonly string[]) {
  await Promise.all(ids.map((each) => runImport(web.store, each)));
  return Promise.all(
    ids.map((each) =>
      bodyOf<{ created: number; refused: { code: string }[] }>(web.hr.get(`/imports/${each}`)),
    ),
  );
}

async function placed(...numbers: string[]): Promise<string[]> {
  const found = await Promise.all(
    numbers.map((number) => loadRecord(web.store, secondmentNoun, `${id}-${number}`)),
  );
  return found.flatMap((each) => (each ? [each.officer.serviceNumber] : []));
}

describe("two lists that were checked before either was written", () => {
  it.each([
    ["zeros and case, in other home units", ["0Kd-7", "kD-7"], ["O1", "B0"], ["甲", "甲"]],
    ["another number of the same facts", ["880001", "880002"], ["O1", "O1"], ["乙", "乙"]],
  ])("%s: one comes in, the other is a row for a person to decide", async (_, numbers, homes, names) => {
    const at = numbers[0] === "880001" ? 2 : 0;
    const rows = numbers.map((number, n) => ({
      number,
      name: names[n] ?? "",
      home: homes[n] ?? "",
      station: `B0-S${at + n}`,
    }));
    const ids: string[] = [];
    for (const each of rows) ids.push(await confirmed(each));
    const done = await run(ids);
    expect(done.map((each) => each.created).toSorted((a, b) => a - b)).toEqual([0, 1]);
    expect(done.flatMap((each) => each.refused.map(({ code }) => code))).toEqual([
      "same-person-other-number",
    ]);
    expect(await placed(...numbers)).toHaveLength(1);
  });

  it("a number told apart from those that were known is not told apart from one that came since", async () => {
    await web.hr.post("/officers", {
      serviceNumber: "mm-1",
      name: "丙",
      sex: "male",
      birthMonth: "1991-01",
      kind: "officer",
      homeUnit: "O1",
    });
    const ids = [
      await confirmed({ number: "MM-1", name: "丁", home: "B0", station: "B0-S5" }),
      await confirmed({ number: "Mm-1", name: "戊", home: "B1", station: "B0-S6" }),
    ];
    const done = await run(ids);
    expect(done.map((each) => each.created).toSorted((a, b) => a - b)).toEqual([0, 1]);
    expect(await placed("MM-1", "Mm-1")).toHaveLength(1);
  });

  it("somebody known who moves to where a namesake is comes in once told apart, and is refused before", async () => {
    const facts = { name: "庚", sex: "male", birthMonth: "1990-01", kind: "officer" };
    await web.hr.post("/officers", { ...facts, serviceNumber: "770001", homeUnit: "B0" });
    await web.hr.post("/officers", { ...facts, serviceNumber: "770002", homeUnit: "B1" });
    const move = { number: "770001", name: "庚", home: "B1", station: "B1-S7" };
    const file = upload(await cohortFile([row(move)]));
    const checked = await bodyOf<Questioned>(web.hr.post(`/cohorts/${id}/imports`, file));
    expect(checked).toMatchObject({ total: 0, errors: [{ code: "same-person-other-number" }] });
    expect(checked.errors[0]?.message).toMatch(/770001 调入该派出单位后，与警号 770002 .*选定是否为另一人/);
    expect(checked.questions?.map(({ known, ways }) => [known, ...ways.map(({ is }) => is)])).toEqual([
      ["770002", "another", "leave-out"],
    ]);
    const page = await (await web.hr.page(`/imports/${checked.id}`)).text();
    expect(page).toContain("如是同一人，请选此项，并在人员页面将 770001 与 770002 合并");
    const wrong = await web.hr.post(`/imports/${checked.id}/confirm`, {
      samePerson: [{ row: 2, is: "same" }],
    });
    expect(await problemOf(wrong)).toMatchObject({ code: "same-person-known" });
    const [done] = await run([await confirmed(move)]);
    expect(done).toMatchObject({ created: 1, refused: [] });
    expect(await loadRecord(web.store, officerNoun, "770001")).toMatchObject({ homeUnit: "B1" });
    const known = await loadClaimed(web.store, factsClaimKey(personKey({ ...facts, ...b1 })));
    expect(known?.numbers).toEqual(["770002", "770001"]);
  });

  it("rows of one list that are told apart all come in", async () => {
    const numbers = ["990001", "0990001", "00990001"];
    const rows = numbers.map((number, n) => ({ number, name: "己", home: "O1", station: `B1-S${n}` }));
    const [done] = await run([await confirmed(...rows)]);
    expect(done).toMatchObject({ created: 3, refused: [] });
    expect(await placed(...numbers)).toEqual(numbers);
  });
});
