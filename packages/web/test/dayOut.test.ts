import { beforeAll, describe, expect, test } from "vitest";
import { problemOf } from "./app.ts";
import { idOf, type PopulatedApp, populatedApp, record, standing } from "./fixture.ts";

const id = idOf("100001");
const url = `/secondments/${id}`;
const reason = "当日返岗处警";
let app: PopulatedApp;
let leave: string;
beforeAll(async () => {
  app = await populatedApp();
  const absenceId = await record(app.officer, id, { class: "sick", from: "2026-03-09", to: "2026-03-11" });
  leave = `${url}/absences/${absenceId}`;
  expect((await app.station.post(`${leave}/approve`, {})).status).toBe(200);
});

describe("an officer asks for one day out of the middle of approved leave", () => {
  for (const [language, sentence, refusal] of [
    [
      "zh-CN",
      "累计不在岗由 3 天变为 2 天（上限 15 天）。须由另一人复核确认后才生效。",
      "该日须在请假首日与末日之间",
    ],
    [
      "en",
      "The count goes from 3 to 2 days (limit 15). It takes effect when another person approves it.",
      "The day must lie between",
    ],
  ] as const)
    test(`the page says what will count before anything is sent, in ${language}`, async () => {
      const asked = await app.officer.page(`${leave}?day=2026-03-10`, { language });
      const html = await asked.text();
      expect(html).toContain(sentence);
      expect(html).toContain(`action="${leave}/take-out"`);
      // One box: the day that was looked at is the one that is sent.
      expect(html).toContain('<input type="hidden" name="day" value="2026-03-10"');
      expect(html.match(/id="take-out-day"/g)).toHaveLength(1);
      const outside = await (await app.officer.page(`${leave}?day=2026-03-11`, { language })).text();
      expect(outside).toContain(refusal);
      expect(outside).not.toContain(`action="${leave}/take-out"`);
    });

  test("the form takes a day as people type it, the officer's words come back with what is wrong", async () => {
    const refused = await app.officer.submit(`${leave}/take-out`, { seen: "2", day: "2026-03-11", reason });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('id="take-out-day-error"');
    expect(html).not.toContain('type="hidden" name="day"');
    expect(html).toContain(reason);
  });

  test("it waits for another person, still counts, and then the rest stays approved", async () => {
    const asked = await app.officer.submit(`${leave}/take-out`, { seen: "2", day: "2026年3月10日", reason });
    expect(asked.status).toBe(303);
    expect((await standing(app.hr, id)).count.countedDays).toBe(3);
    const page = await (await app.approver.page(leave)).text();
    expect(page).toContain("剔除一天");
    expect(page).toContain("2026-03-10");
    expect(page).toMatch(/通过本项后<\/dt><dd[^>]*>2 \/ 15 天/);
    expect(await problemOf(await app.station.post(`${leave}/approve`, {}))).toMatchObject({
      httpStatus: 403,
    });
    const todos = await (await app.approver.get("/tasks")).text();
    expect(todos).toContain("approve-proposal");
    expect((await app.approver.post(`${leave}/approve`, {})).status).toBe(200);
    expect((await standing(app.hr, id)).count.countedDays).toBe(2);
    const trail = await (await app.hr.page(`${url}/events`)).text();
    expect(trail).toContain("剔除 2026-03-10");
    const inbox = await (await app.officer.page("/notifications")).text();
    expect(inbox).toContain("更正");
  });
});
