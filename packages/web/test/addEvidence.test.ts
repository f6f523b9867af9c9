import { beforeAll, describe, expect, test } from "vitest";
import { bodyOf, problemOf } from "./app.ts";
import { idOf, type PopulatedApp, populatedApp, record, standing } from "./fixture.ts";

const id = idOf("100001");
const url = `/secondments/${id}`;
const paper = {
  "evidence.number": "诊断 7 号",
  "evidence.title": "诊断证明",
  "evidence.date": "2026年2月27日",
};
let app: PopulatedApp;
let leave: string;
beforeAll(async () => {
  app = await populatedApp();
  const absenceId = await record(app.officer, id, { class: "sick", from: "2026-03-09", to: "2026-03-11" });
  leave = `${url}/absences/${absenceId}`;
  expect((await app.station.post(`${leave}/approve`, {})).status).toBe(200);
});

describe("a certificate comes after the leave", () => {
  test.each([
    ["zh-CN", "补交依据材料", /href="#add-evidence-evidence">依据材料：此项必填/],
    ["en", "Add evidence", /href="#add-evidence-evidence">Evidence: This is required/],
  ] as const)("the form says what is missing: %s", async (language, title, missing) => {
    expect(await (await app.officer.page(leave, { language })).text()).toContain(title);
    const refused = await app.officer.submit(`${leave}/add-evidence`, { seen: "2" }, { language });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(missing);
  });

  test("the officer adds it to approved leave; nothing is counted anew, everybody sees it, nobody adds another", async () => {
    const before = await standing(app.hr, id);
    const added = await app.officer.submit(`${leave}/add-evidence`, { seen: "2", ...paper });
    expect([added.status, added.headers.get("Location")]).toEqual([
      303,
      expect.stringContaining("#absence-"),
    ]);
    expect((await standing(app.hr, id)).count).toEqual(before.count);
    const evidence = { number: "诊断 7 号", title: "诊断证明", date: "2026-02-27" };
    expect(await bodyOf(app.hr.get(leave))).toMatchObject({ state: "approved", evidence });
    const page = await (await app.station.page(leave)).text();
    expect(page).toMatch(/依据材料<\/dt><dd[^>]*>诊断证明（诊断 7 号，2026-02-27）/);
    expect(page).not.toContain(`${leave}/add-evidence`);
    expect(await (await app.hr.page(`${url}/events`)).text()).toContain("补交依据材料");
    const again = await problemOf(await app.officer.post(`${leave}/add-evidence`, { seen: 3, evidence }));
    expect(again).toMatchObject({ httpStatus: 409, code: "evidence-on-file" });
    const stale = await problemOf(await app.hr.post(`${leave}/add-evidence`, { seen: 2, evidence }));
    expect(stale).toMatchObject({ httpStatus: 409, code: "changed-meanwhile" });
    const other = await problemOf(await app.inspector.post(`${leave}/add-evidence`, { evidence }));
    expect(other).toMatchObject({ httpStatus: 403 });
  });
});
