import { festivals } from "@dunmiao/domain/festival";
import { shippedNotices } from "@dunmiao/domain/notice/shippedNotices";
import { accept } from "@dunmiao/domain/refusal";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { changedByTest } from "../../store/test/happened.ts";
import { bodyOf } from "./app.ts";
import { idOf, populatedApp } from "./fixture.ts";
import { act } from "./rulings.ts";

const languages = ["zh-CN", "en"] as const;
type Language = (typeof languages)[number];
const inLanguage = <T>(language: Language, zh: T, en: T): T => (language === "en" ? en : zh);

describe("a holiday notice is cited by its document", async () => {
  const app = await populatedApp();
  const notice2026 = shippedNotices().find(({ year }) => year === 2026);
  const days = notice2026?.days ?? [];
  const number = "国办发明电〔2025〕17号";
  const idSchema = z.object({ id: z.string(), documentNumber: z.string().optional() });

  test("entered or on a line of its own in the text, on its page, in force, and on a case that it recounted", async () => {
    const { id } = idSchema.parse(
      await (await app.hr.post("/calendar/notices", { year: 2026, documentNumber: number, days })).json(),
    );
    for (const language of languages) {
      const html = await (await app.hr.page(`/calendar/notices/${id}`, { language })).text();
      expect(html).toContain(number);
      expect(html).toContain(
        inLanguage(language, "国务院办公厅关于 2026 年部分节假日安排的通知", "State Council notice"),
      );
    }
    expect((await app.approver.post(`/calendar/notices/${id}/confirm`, {})).status).toBe(200);
    expect(await (await app.hr.page("/calendar?year=2026")).text()).toContain(`（${number}）`);
    await act(app, idOf("100001"), ({ secondment }) => {
      const recounted = {
        on: "2026-03-02",
        calendarVersion: 1,
        noticeId: id,
        countedDaysBefore: 2,
        version: secondment.version + 1,
      };
      return accept({
        after: { ...secondment, recounted },
        event: changedByTest,
      });
    });
    for (const language of languages) {
      const html = await (await app.hr.page(`/secondments/${idOf("100001")}`, { language })).text();
      const band = html.slice(html.indexOf("govuk-notification-banner"), html.indexOf("dm-columns"));
      expect(band).toContain(number);
      expect(band).not.toContain(id);
      expect(band).not.toContain(inLanguage(language, "其后又被替代的放假安排", "another one has replaced"));
      // The line over the days of a month cites the same.
      expect(html.slice(html.indexOf("dm-days"))).toContain(number);
    }
  });

  test("the line of the text that says it is no line that was not read", async () => {
    const form = new FormData();
    form.set("year", "2027");
    form.set("days", "国办发明电〔2026〕9号\n2027-01-01 休 元旦\n国务院办公厅");
    for (const each of festivals.filter((festival) => festival !== "new-year"))
      form.append("missingConfirmed", each);
    const location = (await app.hr.submit("/calendar/notices", form)).headers.get("Location") ?? "";
    const loaded = await bodyOf<{ documentNumber?: string; notes: { text: string }[] }>(app.hr.get(location));
    expect(loaded.documentNumber).toBe("国办发明电〔2026〕9号");
    expect(loaded.notes.map(({ text }) => text)).toEqual(["国务院办公厅"]);
  });

  test("without a number its page says so", async () => {
    const loaded = await app.hr.post("/calendar/notices", { year: 2026, days });
    const { id } = idSchema.parse(await loaded.json());
    expect(await (await app.hr.page(`/calendar/notices/${id}`)).text()).toContain("未填写");
  });
});
