import { describe, expect, test } from "vitest";
import * as z from "zod";
import { problemOf, testApp } from "./app.ts";

const countSchema = z.object({
  naturalDays: z.number(),
  weekdays: z.number(),
  workingDays: z.number(),
  provisional: z.boolean(),
  days: z.array(z.object({ date: z.string(), working: z.boolean(), reason: z.string() })),
});
const noticeSchema = z.object({
  id: z.string(),
  status: z.string(),
  differences: z.array(z.object({ date: z.string(), wasWorking: z.boolean(), working: z.boolean() })),
  location: z.string(),
});
const notice = {
  year: 2027,
  missingConfirmed: [
    "spring-festival",
    "qingming",
    "labour-day",
    "dragon-boat",
    "mid-autumn",
    "national-day",
  ],
  days: [
    { date: "2027-01-01", working: false, name: "元旦" },
    { date: "2027-01-03", working: true, name: "元旦" },
  ],
};

describe("working days", async () => {
  const { hr, as } = await testApp();
  const count = async (from: string, to: string) =>
    countSchema.parse(await (await hr.get(`/working-days?from=${from}&to=${to}`)).json());

  test.each([
    ["2023-09-29", "2023-10-08", 10, 6, 2],
    ["2026-02-14", "2026-03-08", 23, 15, 11],
    ["2022-08-26", "2023-08-25", 365, 261, 250],
  ])(
    "%s to %s: %i natural, %i Monday–Friday, %i working days",
    async (from, to, natural, weekdays, working) => {
      const counted = await count(from, to);
      expect([counted.naturalDays, counted.weekdays, counted.workingDays]).toEqual([
        natural,
        weekdays,
        working,
      ]);
      expect(counted.days).toHaveLength(natural);
      expect(counted.provisional).toBe(false);
    },
  );

  test("a year without a notice is provisional", async () => {
    expect((await count("2026-12-24", "2026-12-24")).provisional).toBe(false);
    expect((await count("2026-12-25", "2026-12-25")).provisional).toBe(true);
  });

  test("days off by regulation are off before the notice, on every page that shows a day, and still provisional", async () => {
    const { days, provisional } = await count("2027-05-01", "2027-05-03");
    expect(provisional).toBe(true);
    expect(days.map((day) => day.reason)).toEqual(["holiday", "holiday", "weekday"]);
    const body = await (await hr.get("/calendar/days")).json();
    expect(body).toMatchObject({ fixed: { sinceYear: 2025, days: { "10-03": "国庆节" } } });
    for (const [language, law, mark, words] of [
      [
        "zh-CN",
        "全国年节及纪念日放假办法",
        "暂定",
        "2027年10月1日 星期五 · 放假（国庆节） · 该年放假安排未公布，暂定",
      ],
      [
        "en",
        "Regulation on public holidays",
        "provisional",
        "Friday 1 October 2027 · day off (National Day)",
      ],
    ] as const) {
      const html = await (await hr.page("/calendar?year=2027", { language })).text();
      const rows = html.split("<tr").filter((row) => row.includes("2027-10-01"));
      expect(rows).toHaveLength(1);
      expect(rows[0]).toContain(law);
      expect(rows[0]).toContain(mark);
      const counted = await hr.page("/working-days?from=2027-10-01&to=2027-10-01", { language });
      expect(await counted.text()).toContain(words);
    }
  });

  test.each([
    ["from=2026-02-31&to=2026-03-01", "/from", "invalid-date"],
    ["to=2026-03-01", "/from", "required"],
    ["from=2026-03-02&to=2026-03-01", "/to", "from-after-to"],
    ["from=2014-01-01&to=2026-03-01", "/to", "range-too-long"],
  ])("%s is refused at its field", async (query, pointer, code) => {
    const problem = await problemOf(await hr.get(`/working-days?${query}`));
    expect(problem.httpStatus).toBe(422);
    expect(problem.errors[0]).toMatchObject({ pointer, code });
    const page = await hr.page(`/working-days?${query}`);
    expect(page.status).toBe(422);
    expect(await page.text()).toContain("govuk-error-summary");
  });

  test("every role reads the calendar in both languages", async () => {
    for (const role of ["station", "officer", "auditor"] as const) {
      const person = await as({ id: `p-${role}`, role });
      for (const language of ["zh-CN", "en"] as const) {
        const page = await person.page("/calendar?year=2026", { language });
        expect(page.status).toBe(200);
        const html = await page.text();
        expect(html).toContain("2026-02-17");
        expect(html.includes("/calendar/notices/new")).toBe(false);
      }
    }
  });
});

describe("loading a notice", async () => {
  const { hr, as } = await testApp();
  const approver = await as({ id: "approver-1", role: "approver" });

  test("is a dry run with differences, then needs a second person, then counts", async () => {
    const loaded = await hr.post("/calendar/notices", notice);
    expect(loaded.status).toBe(201);
    const { id, status, differences } = noticeSchema.parse(await loaded.json());
    expect(status).toBe("checked");
    expect(differences).toEqual([
      expect.objectContaining({ date: "2027-01-03", wasWorking: false, working: true }),
      // A fixed day off that this notice does not name.
      expect.objectContaining({ date: "2027-10-01", wasWorking: false, working: true }),
    ]);
    const before = countSchema.parse(
      await (await hr.get("/working-days?from=2027-01-01&to=2027-01-03")).json(),
    );
    expect([before.workingDays, before.provisional]).toEqual([0, true]);

    const own = await problemOf(await hr.post(`/calendar/notices/${id}/confirm`, {}));
    expect([own.httpStatus, own.code]).toEqual([403, "same-person-decides"]);
    const { missingConfirmed } = notice;
    for (const body of [{}, { missingConfirmed: missingConfirmed.slice(1) }]) {
      const unsaid = await problemOf(await approver.post(`/calendar/notices/${id}/confirm`, body));
      expect([unsaid.httpStatus, unsaid.code]).toEqual([422, "festivals-missing"]);
    }
    const page = await approver.submit(`/calendar/notices/${id}/confirm`, {}, { language: "en" });
    expect(await page.text()).toContain("Qingming has no day off");
    const confirmed = await approver.post(`/calendar/notices/${id}/confirm`, { missingConfirmed });
    expect(confirmed.status).toBe(200);
    const again = await problemOf(
      await approver.post(`/calendar/notices/${id}/confirm`, { missingConfirmed }),
    );
    expect([again.httpStatus, again.code]).toEqual([409, "already-confirmed"]);
    const after = countSchema.parse(
      await (await hr.get("/working-days?from=2027-01-01&to=2027-01-03")).json(),
    );
    expect([after.workingDays, after.provisional]).toEqual([1, false]);
    expect(after.days.map((day) => day.reason)).toEqual(["holiday", "weekend", "make-up"]);
  });

  test("the form takes one day a line, asks for what is missing and shows what it cannot read", async () => {
    const form = { year: "2027", days: "2027-01-01 休 元旦\n2027-01-02 班 元旦\n2027年4月4日 休 清明节" };
    const asked = await hr.submit("/calendar/notices", form);
    expect(asked.status).toBe(422);
    expect((await asked.text()).match(/name="missingConfirmed"/g)).toHaveLength(5);
    const missing = ["spring-festival", "labour-day", "dragon-boat", "mid-autumn", "national-day"];
    const ticked = new FormData();
    for (const [name, value] of Object.entries(form)) ticked.append(name, value);
    for (const each of missing) ticked.append("missingConfirmed", each);
    const good = await hr.submit("/calendar/notices", ticked);
    expect(good.status).toBe(303);
    const page = await hr.page(good.headers.get("Location") ?? "", { language: "en" });
    expect(await page.text()).toContain("2027-01-02");
    const bad = await hr.submit("/calendar/notices", {
      year: "2027",
      days: "2027-01-01 休\n明天 休 <b>x</b>",
    });
    expect(bad.status).toBe(422);
    const html = await bad.text();
    expect(html).toContain('id="days-error"');
    expect(html).toContain("明天 休 &lt;b&gt;x&lt;/b&gt;");
  });

  test("half days of groups stand in a box of the form; what it says against the text, or wrongly, is refused there", async () => {
    const text = "一、元旦：1月1日放假。\n二、妇女节（3月8日），妇女放假半天。";
    const submit = (halfDays: string, language: "zh-CN" | "en" = "zh-CN") => {
      const form = new FormData();
      for (const each of notice.missingConfirmed) form.append("missingConfirmed", each);
      for (const [name, value] of Object.entries({ year: "2027", days: text, halfDays }))
        form.append(name, value);
      return hr.submit("/calendar/notices", form, { language });
    };
    for (const [halfDays, language, words] of [
      ["03-08 上午 妇女", "zh-CN", "2027-03-08 的半天假与通知正文所写不一致"],
      ["03-08 am women", "en", "2027-03-08"],
      ["05-04 下午 青年 28-14", "zh-CN", "年龄起止颠倒：28 至 14 周岁"],
      ["05-04 pm young 28-14", "en", "28 to 14"],
      ["三月八日下午", "zh-CN", "半天假第 1 行无法识别：三月八日下午"],
    ] as const) {
      const refused = await submit(halfDays, language);
      const html = await refused.text();
      expect(refused.status, halfDays).toBe(422);
      expect(html).toContain('id="halfDays-error"');
      expect(html).toContain(words);
      expect(html).toContain(`>${halfDays}</textarea>`);
    }
    const taken = await submit("05-04 上午 青年 14-35");
    expect(taken.status).toBe(303);
    const url = taken.headers.get("Location") ?? "";
    const page = await (await approver.page(url)).text();
    expect(page).toContain("2027-03-08 妇女下午放假半天、2027-05-04 14至35周岁青年上午放假半天");
    expect(page).toContain("现行：2027-03-08 妇女下午放假半天、2027-05-04 14至28周岁青年下午放假半天");
    expect(await (await approver.page(url, { language: "en" })).text()).toContain(
      "2027-05-04 morning off for the young of 14 to 35 years",
    );
  });

  test.each([
    [{ year: 2027, days: [{ date: "2027-12-26", working: false, name: "x" }] }, "not-in-notice-year"],
    [{ year: 2027, days: [{ date: "2027年12月26日", working: false, name: "x" }] }, "not-in-notice-year"],
    [{ year: 2027, days: [...notice.days, notice.days[0]] }, "day-twice"],
    [{ year: 2027, days: [] }, "too-small"],
    [{ days: notice.days }, "required"],
    [{ year: 2027, days: notice.days }, "festivals-missing"],
    [{ ...notice, missingConfirmed: notice.missingConfirmed.slice(0, 5) }, "festivals-missing"],
    [{ ...notice, missingConfirmed: ["new-year", ...notice.missingConfirmed] }, "festivals-not-missing"],
    [{ year: 2026, days: "一、元旦：1月1日（周三）放假。" }, "notice-weekday-differs"],
  ])("%j is refused", async (body, code) => {
    const problem = await problemOf(await hr.post("/calendar/notices", body));
    expect(problem.httpStatus).toBeLessThan(500);
    expect(problem.errors.map((each) => each.code)).toContain(code);
  });

  test("the same key twice is one notice", async () => {
    const first = noticeSchema.parse(
      await (await hr.post("/calendar/notices", notice, { key: "n-1" })).json(),
    );
    const second = noticeSchema.parse(
      await (await hr.post("/calendar/notices", notice, { key: "n-1" })).json(),
    );
    expect(second.id).toBe(first.id);
    const other = await problemOf(
      await hr.post("/calendar/notices", { ...notice, year: 2029 }, { key: "n-1" }),
    );
    expect(other.httpStatus).toBe(422);
  });
});

describe("schemes", async () => {
  const { hr } = await testApp();

  test("both presets are listed with every setting and shown in both languages", async () => {
    const { items } = z
      .object({ items: z.array(z.object({ id: z.string(), limitDays: z.number() })) })
      .parse(await (await hr.get("/schemes")).json());
    expect(items.map((each) => each.id)).toEqual(["literal", "statutory-leave-excluded"]);
    for (const { id } of items)
      for (const language of ["zh-CN", "en"] as const)
        expect(await (await hr.page(`/schemes/${id}`, { language })).text()).toContain("15");
    expect((await hr.get("/schemes/unknown")).status).toBe(404);
  });
});
