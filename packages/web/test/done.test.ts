import { festivals } from "@dunmiao/domain/festival";
import { beforeAll, describe, expect, test } from "vitest";
import type { Client } from "./app.ts";
import { idOf, type PopulatedApp, populatedApp } from "./fixture.ts";
import { agreed, lastMonthApp, term } from "./lastMonth.ts";
import { noteOf } from "./notes.ts";
import { act as actOn, everythingFiled, rulingApp } from "./rulings.ts";

type Form = Record<string, string> | FormData;
/** What the page says after an act, in both languages. */
type Said = { zh: readonly string[]; en: readonly string[]; undo?: string | RegExp };

/** Sends a form as a browser does and reads the page that it is sent to, in both languages. */
async function says(client: Client, path: string, form: Form, { zh, en, undo }: Said) {
  const answer = await client.submit(path, form);
  expect(answer.status, await answer.clone().text()).toBe(303);
  const next = (answer.headers.get("Location") ?? "").split("#")[0] ?? "";
  for (const [language, words] of [
    ["zh-CN", zh],
    ["en", en],
  ] as const) {
    const page = await client.page(next, { language, done: noteOf(answer) });
    const html = await page.text();
    const start = html.indexOf("<div data-no-print");
    const banner = start < 0 ? "" : html.slice(start, html.indexOf("dm-printed", start));
    for (const each of [...words, language === "en" ? "Back to the list" : "返回待办"])
      expect(banner).toContain(each);
    // Its own paragraph before that of the next one.
    const links = banner.match(/<p class="govuk-body">.*?<\/p>/gs) ?? [];
    expect(links).toHaveLength(undo === undefined ? 1 : 2);
    if (undo !== undefined) expect(links[0]).toMatch(undo);
    expect(page.headers.get("Set-Cookie")).toContain("dm-done=;");
  }
  return answer;
}

const first = `/secondments/${idOf("100001")}`;

describe("after any act the next page names whom and what, and leads on", () => {
  let app: PopulatedApp;
  beforeAll(async () => {
    app = await populatedApp();
  });

  test("units, officers and cohorts", async () => {
    const unit = { code: "JG-09", name: "治安支队", kind: "office", parent: "4201" };
    await says(app.hr, "/units", unit, { zh: ["治安支队：登记单位"], en: ["治安支队: Unit recorded"] });
    const officer = {
      serviceNumber: "300001",
      name: "王新",
      sex: "male",
      birthMonth: "1990-01",
      kind: "officer",
      homeUnit: "JG-09",
    };
    await says(app.hr, "/officers", officer, { zh: ["王新：登记人员"], en: ["王新: Officer recorded"] });
    const cohort = { name: "第二批", scheme: "literal", startsOn: "2026-04-01" };
    await says(app.hr, "/cohorts", cohort, { zh: ["第二批：新建批次"], en: ["第二批: Cohort created"] });
  });

  test("report-in: HR may correct it, the station may not", async () => {
    await says(
      app.station,
      `${first}/report-in`,
      { on: "2025-08-26" },
      {
        zh: ["民警100001：确认报到 · 2025-08-26"],
        en: ["民警100001: "],
      },
    );
    const second = `/secondments/${idOf("100002")}`;
    await says(
      app.hr,
      `${second}/report-in`,
      { on: "2025-08-26" },
      {
        zh: ["民警100002：确认报到", "更正报到日期"],
        en: ["Correct"],
        undo: `${second}/report-in`,
      },
    );
  });

  test("a request by its class, dates and state; whoever asked may take it back", async () => {
    const request = { class: "personal", from: "2026-03-09", to: "2026-03-09", toHalf: "am" };
    await says(app.officer, `${first}/absences`, request, {
      zh: ["民警100001：提出请假 · 事假 · 2026-03-09 上午（现为待批准）", "更正或作废"],
      en: ["民警100001: Leave requested · Personal leave · ", "(now: "],
      undo: `${first}/absences/a1`,
    });
    await says(
      app.station,
      `${first}/absences/a1/reject`,
      { seen: "1", reason: "人手不足" },
      {
        zh: ["民警100001：不批准请假 · 事假", "理由：人手不足"],
        en: ["民警100001: "],
      },
    );
  });

  test("a spot check: cancelled before its reveal, not after", async () => {
    const check = { cohort: "batch-1", on: "2026-03-02", size: "1" };
    const made = await says(app.inspector, "/spot-checks", check, {
      zh: ["2026-03-02 抽查：封存抽查名单与种子", "取消抽查"],
      en: ["Cancel"],
      undo: /href="\/spot-checks\/[^"]*\/cancel"/,
    });
    const url = made.headers.get("Location") ?? "";
    await says(app.inspector, `${url}/reveal`, {}, { zh: ["公开随机种子并抽取"], en: ["2026-03-02"] });
  });

  test("a holiday notice, and its second person", async () => {
    const form = new FormData();
    form.set("year", "2027");
    form.set("days", "2027-01-01 休 元旦");
    for (const each of festivals.filter((festival) => festival !== "new-year"))
      form.append("missingConfirmed", each);
    await says(app.hr, "/calendar/notices", form, {
      zh: ["提交放假通知，待另一人复核确认"],
      en: ["second person"],
    });
  });

  test("only to who did it, only what was written, and never for a note that is not ours", async () => {
    const request = { class: "personal", from: "2026-03-10", to: "2026-03-10" };
    const answer = await app.officer.submit(`${first}/absences`, request);
    const note = noteOf(answer);
    expect(note).toMatch(/^secondment%3A\d+%3Abatch-1-100001$/);
    const said = async (client: Client, done: string) =>
      (await (await client.page(first, { done })).text()).includes("govuk-notification-banner--success");
    expect(await said(app.officer, note)).toBe(true);
    expect(await said(app.station, note)).toBe(false);
    for (const bad of [
      "x",
      "secondment%3A999%3Abatch-1-100001",
      "nobody%3A1%3Ax",
      "secondment%3A1%3A",
      "%E0%A4%A",
    ])
      expect(await said(app.officer, bad), bad).toBe(false);
    // A program is told by its answer.
    const json = await app.officer.post(`${first}/absences`, {
      ...request,
      from: "2026-03-11",
      to: "2026-03-11",
    });
    expect([json.status, json.headers.get("Set-Cookie")]).toEqual([201, null]);
  });

  test("a double press is told as the first time", async () => {
    const request = { class: "sick", from: "2026-03-12", to: "2026-03-12", idempotencyKey: "twice" };
    const answers = [
      await app.officer.submit(`${first}/absences`, request),
      await app.officer.submit(`${first}/absences`, request),
    ];
    expect(noteOf(answers[1] as Response)).toBe(noteOf(answers[0] as Response));
    expect(noteOf(answers[1] as Response)).not.toBe("");
  });
});

test("an extension can be withdrawn by who asked; its opinions and a hand-over are told", async () => {
  const app = await lastMonthApp();
  const url = `/secondments/${term}/extension`;
  await says(
    app.officer,
    url,
    { months: "6", reason: "两起案件" },
    {
      zh: ["申请延期", "理由：两起案件", "撤回申请"],
      en: ["Take the request back"],
      undo: url,
    },
  );
  await says(app.station, `${url}/host`, { ...agreed, agrees: "true" } as Record<string, string>, {
    zh: ["延期：挂职单位意见 · "],
    en: [": "],
  });
  const handOver = `/secondments/${term}/hand-over`;
  await says(
    app.officer,
    handOver,
    { ongoing: "两起案件", seen: "0" },
    {
      zh: ["填写工作交接", "修改工作交接"],
      en: ["Change the hand-over"],
      undo: handOver,
    },
  );
});

test("a ruling, from its proposal to its notice, and the statement before it", async () => {
  const app = await rulingApp();
  const id = "c0-0001";
  const url = `/secondments/${id}`;
  await actOn(app, id, everythingFiled);
  const officer = await app.officer("0001");
  await says(
    officer,
    `${url}/statements`,
    { words: "无意见" },
    { zh: ["学员0001：本人提交陈述"], en: ["学员0001: "] },
  );
  await says(
    app.hr,
    `${url}/rulings`,
    { outcome: "recognised", reason: "期满" },
    {
      zh: ["学员0001：提出认定意见 · ", "理由：期满"],
      en: ["学员0001: "],
    },
  );
  await says(
    app.approver,
    `${url}/rulings/r1/approve`,
    { seen: "1", reason: "同意" },
    {
      zh: ["学员0001：批准认定意见"],
      en: ["学员0001: "],
    },
  );
  await says(
    app.hr,
    `${url}/rulings/r1/notice`,
    { number: "政〔2026〕1号" },
    {
      zh: ["学员0001：制发认定通知书"],
      en: ["学员0001: "],
    },
  );
});
