import { accept } from "@dunmiao/domain/refusal";
import { beforeAll, describe, expect, test } from "vitest";
import { changedByTest } from "../../store/test/happened.ts";
import { bodyOf } from "./app.ts";
import { idOf, type PopulatedApp, populatedApp, record } from "./fixture.ts";
import { act, everythingFiled, type RulingApp, rulingApp } from "./rulings.ts";

const languages = ["zh-CN", "en"] as const;
type Language = (typeof languages)[number];
const inLanguage = <T>(language: Language, zh: T, en: T): T => (language === "en" ? en : zh);
const reason = "任期内表现良好";

describe("a ruling that was served", () => {
  const id = "c0-0001";
  const url = `/secondments/${id}`;
  let app: RulingApp;
  let sheet: string | undefined;
  beforeAll(async () => {
    app = await rulingApp();
    await act(app, id, everythingFiled);
    const officer = await app.officer("0001");
    await officer.post(`${url}/statements`, { words: "无意见" });
    await app.hr.post(`${url}/rulings`, { outcome: "recognised", reason });
    await app.approver.post(`${url}/rulings/r1/approve`, { seen: 1, reason });
    sheet = /编号：(0001-202503-\d+)/.exec(await (await app.hr.page(`${url}/print`)).text())?.[1];
    await app.hr.post(`${url}/rulings/r1/notice`, { number: "政〔2026〕8号" });
    await app.hr.post(`${url}/rulings/r1/receipt`, { on: "2026-03-02", how: "signed" });
  });

  test.each(languages)("its notice names what it rests on, and the bureau once (%s)", async (language) => {
    const html = await (await app.hr.page(`${url}/rulings/r1/notice`, { language })).text();
    const article = /<article.*<\/article>/s.exec(html)?.[0] ?? "";
    expect(article.split("示例市公安局")).toHaveLength(2);
    expect(sheet).toMatch(/^0001-202503-\d+$/);
    // The sheet as it was when the ruling was made: issuing and serving the notice gave it other numbers since.
    expect(article).toContain(
      inLanguage(
        language,
        `依据：《全口径：离岗均计入（组织安排除外）（第 2 版）》及《挂职期间不在岗情况核定表》（编号 ${sheet}）。`,
        `and on the record of days off post No. ${sheet}.`,
      ),
    );
    expect(article).toContain("政〔2026〕8号");
    const now = await (await app.hr.page(`${url}/print`)).text();
    expect(now).not.toContain(sheet ?? "");
  });

  const runs = (language: Language) =>
    inLanguage(language, "截至 2026-04-01（含当日）", "up to and including 2026-04-01");
  const nothing = (language: Language) =>
    inLanguage(language, "目前没有待办事项", "Nothing to do for anybody");

  const saysTheClock = async () => {
    for (const language of languages) {
      const html = await (await app.hr.page(url, { language })).text();
      expect(html).toContain(runs(language));
      expect(html).not.toContain(nothing(language));
      expect(html).not.toContain(inLanguage(language, "须经超限核查", "it is reviewed"));
    }
  };

  test("its case says which clock runs until when, beside what somebody has to do and alone", async () => {
    const hasTodos = async () =>
      (await (await app.hr.page(url)).text()).includes('<caption class="govuk-visually-hidden">下一步<');
    // The hand-over is still to be written.
    expect(await hasTodos()).toBe(true);
    await saysTheClock();
    const officer = await app.officer("0001");
    const written = await officer.post(`${url}/hand-over`, { ongoing: "无", people: "居委会", seen: 0 });
    expect(written.status).toBe(200);
    await act(app, id, ({ secondment }) => {
      const checkpoints = secondment.checkpoints.map((each) => ({ ...each, state: "done" as const }));
      return accept({
        after: { ...secondment, checkpoints },
        event: changedByTest,
      });
    });
    expect(await hasTodos()).toBe(false);
    await saysTheClock();
  });

  test("once a review is asked for, the clock gives way to whose move it is", async () => {
    const officer = await app.officer("0001");
    expect((await officer.post(`${url}/rulings/r1/review`, { reason })).status).toBe(200);
    for (const language of languages) {
      const html = await (await app.hr.page(url, { language })).text();
      expect(html).not.toContain(runs(language));
      expect(html).not.toContain(nothing(language));
    }
  });
});

describe("the trail", () => {
  const id = idOf("100003");
  const url = `/secondments/${id}`;
  let app: PopulatedApp;
  beforeAll(async () => {
    app = await populatedApp();
  });
  const trail = async (language: Language) => (await app.hr.page(`${url}/events`, { language })).text();

  test("calls an approved correction of a finding what it is, not leave that was approved", async () => {
    const facts = { class: "unexplained", from: "2026-02-02", to: "2026-02-03", cause: "点名不在" };
    const finding = await record(app.inspector, id, facts);
    const at = `${url}/absences/${finding}`;
    const branch = await app.as({ id: "branch-2", role: "branch", unit: "420103" });
    expect((await branch.post(`${at}/confirm`, {})).status).toBe(200);
    const evidence = { number: "督〔2026〕3号", title: "更正说明", date: "2026-03-02" };
    const amended = {
      class: "unexplained",
      from: "2026-02-02",
      to: "2026-02-02",
      reason: "误记一日",
      evidence,
    };
    expect((await app.inspector.post(`${at}/amend`, amended)).status).toBe(200);
    const seen = await bodyOf<{ absences: { id: string; revision: number }[] }>(app.hr.get(url));
    const { revision } = seen.absences.find((each) => each.id === finding) ?? {};
    expect((await app.approver.post(`${at}/approve`, { seen: revision })).status).toBe(200);
    expect(await trail("zh-CN")).toContain("批准更正 · ");
    expect(await trail("zh-CN")).not.toContain("批准请假");
    expect(await trail("en")).toContain("Amendment approved · ");
    expect(await trail("en")).not.toContain("Leave approved");
  });

  test("says of a confirmed month the days of that month, not of the term", async () => {
    const confirmed = await app.otherStation.post("/tasks/batch", {
      act: "confirm-attendance",
      item: [`${id}:attendance.2026-01`],
    });
    expect(await confirmed.json()).toMatchObject({ done: 1 });
    const line = async (language: Language) =>
      (await trail(language))
        .split("<tr")
        .find((row) => row.includes("2026-01") && /当月计入|this month/.test(row));
    // One day counts in February; none in January.
    expect(await line("zh-CN")).toContain("当月计入 0 天");
    expect(await line("zh-CN")).not.toContain("累计");
    expect(await line("en")).toContain("0 days this month");
  });

  test.each(languages)("a batch that did none of one says why on its page (%s)", async (language) => {
    const form = { act: "confirm-attendance", item: `${id}:attendance.2026-01` };
    const html = await (await app.otherStation.submit("/tasks/batch", form, { language })).text();
    expect(html).toContain(inLanguage(language, "已办理 0 项，1 项未能办理", "0 done, 1 could not be done"));
    const row = html.split("<tr").find((each) => each.includes(`href="${url}"`)) ?? "";
    expect(row).toMatch(inLanguage(language, /未办理：[^<]{4,}/, /Left out: [^<]{8,}/));
  });
});
