import { publishScheme, saveDraft } from "@dunmiao/store/schemeDraft";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { bodyOf, type Client, problemOf, type TestApp, testApp } from "./app.ts";
import { approved, standing } from "./fixture.ts";
import { actingOn, place, saveCohort, saveUnits } from "./people.ts";

const today = "2024-06-03";
const evidence = { number: "户字〔2024〕8 号", title: "户籍证明", date: "2024-05-20" };
const woman = "c1-500001";
const moved = "站 0-0 0.5→1";
const correct = "/officers/500001/corrections";

let app: TestApp & { approver: Client };
let stationName: string;
beforeAll(async () => {
  const clock = { today: () => today, now: () => `${today}T01:00:00.000Z` };
  const started = await testApp({ clock });
  const { store } = started;
  const ref = { id: "literal", version: 3 };
  await saveDraft(actingOn(store), { ...ref, seen: 0, settings: { groupHalfDays: "off" } });
  await publishScheme(actingOn(store, { id: "approver-0", role: "approver" }), ref, {
    seen: 1,
    reason: "议定",
  });
  await saveUnits(store, 2, 12);
  const cohort = await saveCohort(store, "c1", "2023-08-26");
  await place(store, cohort, { number: "500001", station: "B0-S0", sex: "female", born: "1980-01" });
  await place(store, cohort, { number: "500002", station: "B0-S1", sex: "female", born: "1980-01" });
  app = { ...started, approver: await started.as({ id: "approver-1", role: "approver" }) };
  stationName = await bodyOf<{ hostStation: { name: string } }>(app.hr.get(`/secondments/${woman}`)).then(
    ({ hostStation }) => hostStation.name,
  );
  for (const id of [woman, "c1-500002"])
    await approved(app, id, { class: "sick", from: "2024-03-08", to: "2024-03-08" });
});

const counts = () => moved.replace("站 0-0", stationName);
const seenSchema = z.looseObject({ seen: z.number() });

async function seenOf(number: string): Promise<number> {
  return seenSchema.parse(await (await app.hr.get(`/officers/${number}`)).json()).seen;
}

const countedDays = async (id = woman) => (await standing(app.hr, id)).count.countedDays;
const form = async (more: Record<string, string> = {}) => ({
  seen: String(await seenOf("500001")),
  sex: "male",
  "evidence.number": "1",
  "evidence.title": "证明",
  "evidence.date": "2024-05-20",
  ...more,
});

describe("a correction of sex that moves the count of a running secondment", () => {
  it("is not proposed before what it makes of the days was seen", async () => {
    expect(await countedDays()).toBe(0.5);
    const body = { seen: await seenOf("500001"), sex: "male", evidence };
    expect((await problemOf(await app.hr.post(correct, body))).errors[0]).toMatchObject({
      pointer: "/countsSeen",
      code: "count-changes",
      message: expect.stringContaining(counts()),
    });
    for (const language of ["zh-CN", "en"] as const) {
      const asked = await app.hr.submit(correct, await form(), { language });
      const html = await asked.text();
      expect(asked.status).toBe(422);
      expect(html).toContain(`value="${counts()}"`);
      expect(html).not.toMatch(/name="countsSeen"[^>]*checked/);
    }
    const wrong = await app.hr.post(correct, { ...body, countsSeen: counts().replace("→1", "→2") });
    expect((await problemOf(wrong)).errors[0]?.code).toBe("count-changes");
    expect((await app.hr.submit(correct, await form({ countsSeen: counts() }))).status).toBe(303);
    expect(await countedDays()).toBe(0.5);
  });

  it("shows the second person the days before and after, as they are when they decide", async () => {
    const page = async () => (await app.approver.page("/officers/500001")).text();
    expect(await page()).toContain(`累计不在岗天数 0.5 → 1 天（${stationName}）`);
    expect(await page()).toContain(`name="countsSeen" value="${counts()}"`);
    const decide = (countsSeen?: string) =>
      app.approver.post(`${correct}/k1/decide`, { decision: "approve", ...(countsSeen && { countsSeen }) });
    expect((await problemOf(await decide())).errors[0]?.code).toBe("count-changes");
    await approved(app, woman, { class: "sick", from: "2024-03-11", to: "2024-03-11" });
    expect((await problemOf(await decide(counts()))).errors[0]?.code).toBe("count-changes");
    const now = counts().replace("0.5→1", "1.5→2");
    expect(await page()).toContain(`value="${now}"`);
    expect((await decide(now)).status).toBe(200);
    expect(await countedDays()).toBe(2);
  });

  it("names the half day in the table of days and in the calendar of a woman, and of a man never", async () => {
    for (const [id, isHers] of [
      [woman, false],
      ["c1-500002", true],
    ] as const) {
      const days = await (await app.hr.page(`/secondments/${id}/days`)).text();
      const row = days.split("<tr").find((each) => each.includes("id=d240308")) ?? "";
      expect(row).toContain(isHers ? "<td>计入 0.5<td>" : "<td>计入 1<td>");
      expect(row.includes("工作日；妇女下午放假半天"), row).toBe(isHers);
      for (const [paper, language, why] of [
        ["print", "zh-CN", "2024-03-08 妇女下午放假半天"],
        ["explanation", "zh-CN", "2024-03-08 妇女下午放假半天"],
        ["print", "en", "2024-03-08 afternoon off for women"],
      ] as const) {
        const html = await (await app.hr.page(`/secondments/${id}/${paper}`, { language })).text();
        expect(html.includes(why), paper).toBe(isHers);
      }
      const json = await bodyOf<{ absences: object[] }>(app.hr.get(`/secondments/${id}`));
      expect("halfDaysOff" in (json.absences[0] ?? {})).toBe(isHers);
      const shown = await (await app.hr.page(`/secondments/${id}`)).text();
      const square = shown.split("<a href").find((each) => each.startsWith("=#d240308")) ?? "";
      expect(square).toContain(isHers ? "计入 0.5 · 妇女下午放假半天</title>" : "计入 1</title>");
      expect(square.includes('class="o h l"')).toBe(isHers);
    }
  });

  it("says afterwards what it made of them: on the case, on paper, in the trail and on the person's page", async () => {
    const said = `累计不在岗天数 1.5 → 2 天（${stationName}）`;
    for (const page of ["", "/print", "/events", "/explanation"])
      expect(await (await app.hr.page(`/secondments/${woman}${page}`)).text(), page).toContain(said);
    expect(await (await app.hr.page("/officers/500001")).text()).toContain(`1.5 → 2 天（${stationName}）`);
    const english = await app.hr.page(`/secondments/${woman}`, { language: "en" });
    expect(await english.text()).toContain(`days off post 1.5 → 2 (${stationName})`);
    expect(await bodyOf(app.hr.get(`/secondments/${woman}`))).toMatchObject({
      corrected: [{ counts: [{ secondmentId: woman, from: 1.5, to: 2 }] }],
    });
  });

  it("is not asked about where no day moves, nor where another fact is corrected", async () => {
    const body = { seen: await seenOf("500001"), birthMonth: "1979-12", evidence };
    expect((await app.hr.post(correct, body)).status).toBe(201);
    expect((await app.hr.post(`${correct}/k2/withdraw`, {})).status).toBe(200);
  });
});

describe("a merge into a number with another sex", () => {
  it("shows the days before and after to both people, and is not done unseen", async () => {
    const facts = { sex: "male", birthMonth: "1980-01", kind: "officer", homeUnit: "O1" };
    const person = {
      serviceNumber: "0500002",
      name: "学员五〇〇〇〇二",
      ...facts,
      anotherPerson: ["500002"],
    };
    expect((await app.hr.post("/officers", person)).status).toBe(201);
    const html = await (await app.hr.page("/officers/500002/merge?into=0500002")).text();
    const seen = /name="countsSeen" value="([^"]*0\.5→1)"/.exec(html)?.[1] ?? "";
    expect(html).toMatch(/累计不在岗天数 0\.5 → 1 天/);
    const body = { seen: 1, into: "0500002", evidence };
    const unseen = await app.hr.post("/officers/500002/merge", body);
    expect((await problemOf(unseen)).errors[0]?.code).toBe("count-changes");
    expect((await app.hr.post("/officers/500002/merge", { ...body, countsSeen: seen })).status).toBe(201);
    const decide = "/officers/500002/corrections/k1/decide";
    expect(await (await app.approver.page("/officers/500002")).text()).toContain(`value="${seen}"`);
    expect((await app.approver.submit(decide, { decision: "approve" })).status).toBe(422);
    const done = await app.approver.submit(decide, { decision: "approve", countsSeen: seen });
    expect(done.status).toBe(303);
    expect(await countedDays("c1-500002")).toBe(1);
    const shown = await (await app.hr.page("/officers/0500002")).text();
    expect(shown).toContain("合并后改按保留警号登记信息显示的项目");
    expect(shown).not.toContain("信息更正 2024");
    expect(await (await app.hr.page("/secondments/c1-500002/print")).text()).toContain(
      "警号合并：与警号 0500002",
    );
  });
});
