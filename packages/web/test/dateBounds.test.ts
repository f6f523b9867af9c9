import { beforeAll, describe, expect, it } from "vitest";
import { en } from "../src/ui/text/en.ts";
import { zhCN } from "../src/ui/text/zhCN.ts";
import { bodyOf, type Client, upload } from "./app.ts";
import { idOf, type PopulatedApp, populatedApp } from "./fixture.ts";
import { cohortFile } from "./importFile.ts";

const first = idOf("100001");
const evidence = { number: "京公政〔2026〕1号", title: "通知", date: "2062-03-02" };
const leave = { class: "personal", from: "2026-03-09", to: "2026-03-09" };
const consultation = { with: "学员", on: "1926-03-01", note: "谈话" };
const officer = { serviceNumber: "300001", name: "新来", sex: "male", birthMonth: "1930-06" };
type Row = [
  what: string,
  path: string,
  body: Record<string, unknown>,
  field: string,
  code: string,
  who?: "officer",
];

/** Every body with a date that the term of a secondment does not bound anyway. */
const rows: Row[] = [
  [
    "a person of 95 years",
    "/officers",
    { ...officer, kind: "officer", homeUnit: "JG-01" },
    "birthMonth",
    "birth-out-of-bounds",
  ],
  [
    "a cohort of the year 2062",
    "/cohorts",
    { name: "第二批", scheme: "literal", startsOn: "2062-03-02" },
    "startsOn",
    "cohort-out-of-bounds",
  ],
  [
    "the next cohort of the year 1926",
    "/cohorts/batch-1/next",
    { name: "第二批", startsOn: "1926-03-02" },
    "startsOn",
    "cohort-out-of-bounds",
  ],
  [
    "the notice of the year 2062",
    "/calendar/notices",
    { year: 2062, days: [{ date: "2062-10-01", working: false, name: "国庆节" }] },
    "year",
    "notice-year-out-of-bounds",
  ],
  [
    "evidence of a request",
    `/secondments/${first}/absences`,
    { ...leave, evidence },
    "evidence.date",
    "document-date-out-of-bounds",
    "officer",
  ],
  [
    "evidence of a previewed request",
    `/secondments/${first}/absences/preview`,
    { ...leave, evidence },
    "evidence.date",
    "document-date-out-of-bounds",
    "officer",
  ],
  [
    "evidence of a correction",
    `/secondments/${first}/absences/a1/amend`,
    { reason: "更正", evidence },
    "evidence.date",
    "document-date-out-of-bounds",
    "officer",
  ],
  [
    "evidence of a withdrawal",
    `/secondments/${first}/absences/a1/void`,
    { reason: "撤回", evidence },
    "evidence.date",
    "document-date-out-of-bounds",
    "officer",
  ],
  [
    "evidence of a result",
    `/secondments/${first}/contributions`,
    { kind: "tool", title: "巡防排班表", area: "basic-work", month: "2026-02", evidence },
    "evidence.date",
    "document-date-out-of-bounds",
  ],
  [
    "a report of 1926",
    "/cohorts/batch-1/awards/headline",
    { title: "通报", total: 0, source: "市局", on: "1926-03-02" },
    "on",
    "document-date-out-of-bounds",
  ],
  [
    "a talk of 1926 before an early end",
    `/secondments/${first}/end-early`,
    { on: "2026-03-20", outcome: "completed", reason: "工作需要", consultation },
    "consultation.on",
    "document-date-out-of-bounds",
  ],
];

let web: PopulatedApp;
const clientOf = (who: Row[5]): Client => (who === "officer" ? web.officer : web.hr);

beforeAll(async () => {
  web = await populatedApp();
  await web.station.post(`/secondments/${first}/report-in`, { on: "2025-08-26" });
  expect((await web.officer.post(`/secondments/${first}/absences`, leave)).status).toBe(201);
});

describe("a year that nobody means is refused beside its field, in both languages", () => {
  it.each(rows)("%s", async (_, path, body, field, code, who) => {
    for (const [language, text] of [
      ["zh-CN", zhCN],
      ["en", en],
    ] as const) {
      const answer = await clientOf(who).post(path, body, { language });
      const { errors } = await bodyOf<{ errors: { pointer: string; code: string; message: string }[] }>(
        answer,
      );
      expect(errors.map((each) => [each.pointer, each.code])).toEqual([
        [`/${field.replace(".", "/")}`, code],
      ]);
      expect(errors[0]?.message).not.toBe(text.unknownRefusal({ code }));
      expect(answer.status).toBe(422);
    }
  });

  it("a list: each row says which column", async () => {
    const person = (number: string, born: string, from: string, station: string) => [
      ...[number, `学员${number}`, "男", born, "民警", "JG-01", station, "挂职所长", from],
    ];
    const file = await cohortFile([
      person("300001", "1930-06", "", "42010201"),
      person("300002", "2024-06", "", "42010202"),
      person("300003", "1995-06", "2062-03-02", "42010301"),
      person("300004", "1995-06", "2025-09-01", "42010201"),
    ]);
    const checked = await bodyOf<{ errors: { row: number; column: string; code: string }[] }>(
      web.hr.post("/cohorts/batch-1/imports", upload(file)),
    );
    expect(checked.errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, "birthMonth", "birth-out-of-bounds"],
      [3, "birthMonth", "birth-out-of-bounds"],
      [4, "from", "start-out-of-bounds"],
    ]);
  });
});
