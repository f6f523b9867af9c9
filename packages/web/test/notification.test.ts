import { missingFestivals } from "@dunmiao/domain/festival";
import type { Message } from "@dunmiao/domain/notification";
import { rolesOf } from "@dunmiao/domain/permissions";
import { putMessage } from "@dunmiao/store/notification";
import { describe, expect, test } from "vitest";
import { bodyOf } from "./app.ts";
import { idOf, populatedApp } from "./fixture.ts";

type Items = { items: { secondmentId: string; on: string }[]; cursor?: string };

describe("notifications", async () => {
  const app = await populatedApp();
  const message = (to: Message["to"], facts: Partial<Message> = {}): Message => ({
    code: "escalated",
    secondmentId: idOf("100001"),
    checkpoint: "attendance.2026-02",
    on: "2026-03-02",
    name: { "zh-CN": "月度在岗确认", en: "Monthly attendance" },
    about: { serviceNumber: "100001", name: "民警<100001>", station: "一元派出所" },
    dueOn: "2026-03-05",
    to,
    ...facts,
  });
  await putMessage(
    app.store,
    message([
      { role: "branch", unit: "420102" },
      { role: "hr", unit: "bureau" },
    ]),
  );
  await putMessage(app.store, message([{ role: "officer", unit: "100001" }], { code: "reminded" }));
  for (let day = 1; day <= 60; day += 1) {
    const on = `2025-${String(1 + Math.floor(day / 28)).padStart(2, "0")}-${String((day % 28) + 1).padStart(2, "0")}`;
    await putMessage(app.store, message([{ role: "sending", unit: "JG-01" }], { on }));
  }

  test("everybody reads the inbox of their own role and unit", async () => {
    const counts: Record<string, number> = {};
    for (const who of ["hr", "branch", "station", "officer", "otherStation"] as const)
      counts[who] = (await bodyOf<Items>(app[who].get("/notifications"))).items.length;
    expect(counts).toEqual({ hr: 1, branch: 1, station: 0, officer: 1, otherStation: 0 });
    const other = await app.as({ id: "branch-2", role: "branch", unit: "420103" });
    expect((await bodyOf<Items>(other.get("/notifications"))).items).toEqual([]);
  });

  test("every role has an inbox, and a notice reaches all who read the calendar for the bureau", async () => {
    const title = "国务院办公厅关于2027年部分节假日安排的通知";
    const days = [{ date: "2027-01-01", working: false, name: "元旦" }];
    const notice = { year: 2027, title, days, missingConfirmed: missingFestivals({ year: 2027, days }) };
    const { id } = await bodyOf<{ id: string }>(app.hr.post("/calendar/notices", notice));
    const approver = await app.as({ id: "approver-9", role: "approver" });
    const waiting = { what: "confirm-notice", href: `/calendar/notices/${id}`, label: title };
    expect(await bodyOf(approver.get("/tasks"))).toMatchObject({ waiting: [{ ...waiting, isOwn: false }] });
    expect(await bodyOf(app.hr.get("/tasks"))).toMatchObject({ waiting: [{ ...waiting, isOwn: true }] });
    expect(await (await approver.page("/")).text()).toContain(`href="/calendar/notices/${id}"`);
    await approver.post(`/calendar/notices/${id}/confirm`, notice);
    expect(await bodyOf(approver.get("/tasks"))).toMatchObject({ waiting: [] });
    const codes: Record<string, string[]> = {};
    for (const role of rolesOf("read-messages")) {
      const person = await app.as({ id: `${role}-8`, role, unit: "nobody", serviceNumber: "999999" });
      const { items } = await bodyOf<{ items: { code: string }[] }>(person.get("/notifications"));
      codes[role] = items.map(({ code }) => code).filter((code) => code.startsWith("notice"));
    }
    const both = ["notice-waits", "notice-in-force"];
    expect(codes).toMatchObject({
      hr: both,
      approver: both,
      inspector: both.slice(1),
      auditor: both.slice(1),
    });
    expect(await (await app.inspector.page("/notifications", { language: "en" })).text()).toContain(title);
  });

  test.each(["zh-CN", "en"] as const)(
    "the page links to the secondment and names the checkpoint, in %s",
    async (language) => {
      const html = await (await app.branch.page("/notifications", { language })).text();
      expect(html).toContain(`href="/secondments/${idOf("100001")}"`);
      expect(html).toContain("民警&lt;100001&gt; 100001");
      expect(html).toContain(language === "en" ? "Monthly attendance 2026-02" : "月度在岗确认 2026-02");
      expect(await (await app.station.page("/notifications", { language })).text()).toContain("dm-empty");
    },
  );

  test("newest first, fifty to a page", async () => {
    const first = await bodyOf<Items>(app.sending.get("/notifications"));
    const cursor = encodeURIComponent(first.cursor ?? "");
    const second = await bodyOf<Items>(app.sending.get(`/notifications?cursor=${cursor}`));
    const days = [...first.items, ...second.items].map(({ on }) => on);
    expect([first.items.length, second.items.length, second.cursor]).toEqual([50, 10, undefined]);
    expect(days).toEqual(days.toSorted().toReversed());
    expect(await (await app.sending.page("/notifications")).text()).toContain('rel="next"');
  });

  test("the navigation offers each role only what it may open", async () => {
    const [officer, inspector] = await Promise.all(
      [app.officer, app.inspector].map(async (each) => (await each.page("/calendar")).text()),
    );
    const links = (html = "") =>
      ["/notifications", "/spot-checks"].map((href) => html.includes(`<a href="${href}"`));
    expect([links(officer), links(inspector)]).toEqual([
      [true, false],
      [true, true],
    ]);
  });
});
