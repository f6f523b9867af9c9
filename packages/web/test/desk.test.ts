import type { AbsenceFacts } from "@dunmiao/domain/absence";
import { amendAbsence } from "@dunmiao/domain/absence/amendAbsence";
import { approveAbsence } from "@dunmiao/domain/absence/approveAbsence";
import { recordAbsence } from "@dunmiao/domain/absence/recordAbsence";
import type { Change, Ground } from "@dunmiao/domain/change";
import type { Outcome } from "@dunmiao/domain/refusal";
import { changeSecondment } from "@dunmiao/store/changeSecondment";
import { countRequests } from "@dunmiao/store/engine/countRequests";
import { beforeAll, describe, expect, test } from "vitest";
import { bodyOf, type Client, type TestApp, testApp } from "./app.ts";
import { noteOf } from "./notes.ts";
import { actingOn, place, saveCohort, saveUnits } from "./people.ts";

const numbers = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10"];
const idOf = (number: string) => `c1-${number}`;
const boxesOf = (html: string) =>
  [...html.matchAll(/name="item" value="([^"]*)"[^>]*?( checked)?>/g)].map(([, value = "", ticked]) => ({
    value,
    isTicked: ticked !== undefined,
  }));
const rowsOf = (html: string) => html.match(/<tr>.*?<\/tr>/gs) ?? [];
const rowOf = (html: string, number: string) =>
  rowsOf(html).find((row) => row.includes(`学员${number}`) && row.includes("/absences/")) ?? "";

async function change(
  app: TestApp,
  id: string,
  rule: (ground: Ground) => Outcome<Change>,
  role: "hr" | "approver" = "hr",
) {
  const changed = await changeSecondment(actingOn(app.store, { id: `${role}-0`, role }), { id, rule });
  if (changed.outcome !== "committed") throw new Error(JSON.stringify(changed));
}

async function ask(app: TestApp, number: string, facts: AbsenceFacts) {
  await change(app, idOf(number), (ground) => recordAbsence(ground, facts));
}

const oneDay = (day: string): AbsenceFacts => ({ class: "personal", from: day, to: day });

/**
 * Ten people of one station, a request each: 01–06 harmless, 07 would go over the limit, 08 needs the branch, 09 begins
 * today, 10 is changed after the list was made.
 */
async function tenRequests(): Promise<TestApp & { station: Client; branch: Client }> {
  const app = await testApp();
  await saveUnits(app.store, 1, 2);
  const cohort = await saveCohort(app.store, "c1");
  for (const number of numbers)
    await place(app.store, cohort, { number, station: "B0-S1", post: `岗位${number}` });
  for (const number of ["01", "02", "03", "04", "05", "06", "10"])
    await ask(app, number, oneDay(`2026-03-${number === "10" ? "20" : `1${Number(number) - 1}`}`));
  await ask(app, "07", { class: "sick", from: "2026-03-09", to: "2026-03-27" });
  await change(app, idOf("07"), (ground) => approveAbsence(ground, "a1", {}), "approver");
  await ask(app, "07", oneDay("2026-05-13"));
  await ask(app, "08", { class: "personal", from: "2026-03-09", to: "2026-03-13" });
  await ask(app, "09", { class: "sick", from: "2026-03-02", to: "2026-03-02", fromHalf: "pm" });
  const station = await app.as({ id: "s-1", role: "station", unit: "B0-S1" });
  const branch = await app.as({ id: "b-1", role: "branch", unit: "B0" });
  return { ...app, station, branch };
}

describe("the desk with ten requests", () => {
  let app: Awaited<ReturnType<typeof tenRequests>>;
  beforeAll(async () => {
    app = await tenRequests();
  });

  test("what would go over the limit stands first, then what has begun, then by age", async () => {
    const html = await (await app.station.page("/?whose=all")).text();
    const order = boxesOf(html).flatMap(({ value }) => (/:a\d+:/.test(value) ? [value.split(":")[0]] : []));
    expect(order.slice(0, 2)).toEqual([idOf("07"), idOf("09")]);
    expect(order).toHaveLength(10);
    const { items } = await bodyOf<{ items: { what: string; secondment: string }[] }>(
      app.station.get("/tasks?what=approve-request&whose=all"),
    );
    expect(items.map(({ secondment }) => secondment)).toEqual(order);
  });

  test("each row has class, dates, working days, the count after and with everything pending", async () => {
    await ask(app, "01", oneDay("2026-04-15"));
    const html = await (await app.station.page("/?whose=all")).text();
    const row = rowOf(html, "01");
    for (const shown of ["事假", "2026-03-10", ">1<", "1 / 15", "2 / 15"]) expect(row).toContain(shown);
    expect(rowOf(html, "09")).toContain("0.5 / 15");
    expect(rowOf(html, "09")).toContain("2026-03-02 下午");
    expect(rowOf(html, "07")).toContain("16 / 15");
    expect(rowOf(html, "07")).toContain("须单独决定");
    expect(rowOf(html, "08")).toContain("须由分局以上一级决定");
  });

  test("approves the ticked ones, leaves out the rest and says of each who and why, in both languages", async () => {
    const html = await (await app.station.page("/?whose=all&all=1")).text();
    const boxes = boxesOf(html).filter(({ value }) => /:a\d+:/.test(value));
    expect(boxes.every(({ isTicked }) => isTicked)).toBe(true);
    const amended = { ...oneDay("2026-03-23"), reason: "another day" };
    await change(app, idOf("10"), (ground) => amendAbsence(ground, "a1", amended));
    const item = boxes.map(({ value }) => value);
    expect(item).toHaveLength(11);

    const form = new FormData();
    form.set("act", "again");
    form.set("idempotencyKey", "desk-1");
    const seen = item.filter((each) => !each.startsWith(idOf("10")));
    for (const each of seen.slice(0, 3)) form.append("item", each);
    const kept = await app.station.submit("/tasks/batch", form);
    expect(kept.status).toBe(422);
    const ticked = boxesOf(await kept.text()).filter(({ isTicked }) => isTicked);
    expect(ticked.map(({ value }) => value).toSorted()).toEqual(seen.slice(0, 3).toSorted());
    form.set("act", "approve");
    form.delete("item");
    for (const each of item) form.append("item", each);
    const answer = await app.station.submit("/tasks/batch", form);
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page).toContain("已办理 8 项，3 项未能办理");
    const said = (number: string) => rowsOf(page).find((row) => row.includes(`学员${number}`)) ?? "";
    expect(said("02")).toContain("批准请假 · 事假 2026-03-11");
    expect(said("02")).toContain("已办理");
    expect(said("07")).toContain("未办理：");
    expect(said("07")).toContain("批准后累计 16 天，超过上限 15 天，须打开该项单独决定");
    expect(said("07")).toContain(`href="/secondments/${idOf("07")}/absences/a2"`);
    expect(said("08")).toContain("须由分局以上一级决定");
    expect(said("10")).toContain("变更了此项");

    // Sent again, as a browser does that loads the answer anew: nothing is done twice, everything is told again.
    const again = await (await app.station.submit("/tasks/batch", form, { language: "en" })).text();
    expect(again).toContain("8 done, 3 could not be done");
    expect(again).toContain("Left out: This has to be decided by the");
    expect(again).toContain("Approve leave · ");
    const states = await Promise.all(
      numbers.map(async (number) => {
        const { absences } = await bodyOf<{ absences: { state: string }[] }>(
          app.hr.get(`/secondments/${idOf(number)}`),
        );
        return absences.map(({ state }) => state).join();
      }),
    );
    expect(states).toEqual([
      "approved,approved",
      ...["02", "03", "04", "05", "06"].map(() => "approved"),
      "approved,requested",
      "requested",
      "approved",
      "requested",
    ]);
    expect(boxesOf(await (await app.station.page("/?whose=all")).text()).length).toBeGreaterThanOrEqual(3);
  });

  test("a line of another kind is not taken for a request, and a unit out of scope learns no name", async () => {
    const other = await app.as({ id: "s-2", role: "station", unit: "B0-S2" });
    const item = [idOf("08"), `${idOf("08")}:15`];
    const mine = await bodyOf<{ items: { name?: string; refusals: { code: string; message: string }[] }[] }>(
      app.branch.post("/tasks/batch", { act: "approve", item }),
    );
    expect(mine.items).toMatchObject([
      { name: "学员08", refusals: [{ code: "not-for-this-act" }] },
      {
        name: "学员08",
        refusals: [{ code: "not-for-this-act", message: expect.stringContaining("不适用") }],
      },
    ]);
    const theirs = await (
      await other.submit("/tasks/batch", { act: "approve", item: `${idOf("08")}:a1:1` })
    ).text();
    expect(theirs).toContain("没有找到该记录");
    expect(theirs).not.toContain("学员08");
  });

  test("a role that approves nothing cannot send the act", async () => {
    const item = [`${idOf("08")}:a1:1`];
    expect((await app.hr.post("/tasks/batch", { act: "approve", item })).status).toBe(403);
  });

  test("reads a record for each person with a request on the list, and none for a list without", async () => {
    const nothing = await app.as({ id: "s-2", role: "station", unit: "B0-S2" });
    for (const [person, reads, lists] of [
      [app.branch, 3, 3],
      [nothing, 0, 4],
    ] as const) {
      await person.page("/?whose=all");
      const sessions = await requestsOf(app, () => person.get("/tasks?whose=all"));
      const page = await requestsOf(app, () => person.page("/?whose=all"));
      expect((page.GetItem ?? 0) - (sessions.GetItem ?? 0)).toBe(reads);
      // The people, the pairs of the unit's mentors, those of its apprentices; a unit that is not known is looked for once.
      expect(page.Query).toBe(lists);
    }
  });

  test("the address of the answer leads back to the list", async () => {
    expect((await app.station.page("/tasks/batch")).headers.get("Location")).toBe("/");
  });
});

async function requestsOf(app: TestApp, act: () => Promise<Response>) {
  const counter = countRequests(app.store);
  await act();
  counter.stop();
  return counter.requests;
}

describe("after an act on an absence", () => {
  test.each([
    [
      "zh-CN",
      "学员08：批准请假 · 事假 · 2026-03-09 至 2026-03-13",
      "（现为已批准）",
      "更正或作废",
      "下一项：学员",
    ],
    [
      "en",
      "学员08: Leave approved · Personal leave · 2026-03-09 to 2026-03-13",
      "(now: Approved)",
      "Correct it",
      "Next: ",
    ],
  ] as const)(
    "a message names person and act and leads on, in %s",
    async (language, said, stands, undo, next) => {
      const { branch } = await tenRequests();
      const act = await branch.submit(`/secondments/${idOf("08")}/absences/a1/approve`, { seen: "1" });
      expect(act.headers.get("Location")).toBe(`/secondments/${idOf("08")}#absence-a1`);
      const html = await (
        await branch.page(`/secondments/${idOf("08")}`, { language, done: noteOf(act) })
      ).text();
      for (const each of [said, stands, undo, next, `href="/secondments/${idOf("07")}/absences/a2"`])
        expect(html).toContain(each);
    },
  );
});
