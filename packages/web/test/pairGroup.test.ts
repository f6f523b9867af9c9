import { beforeAll, describe, expect, test } from "vitest";
import { bodyOf, type Client, problemOf } from "./app.ts";
import { type PopulatedApp, populatedApp } from "./fixture.ts";
import { onFile, planned } from "./pairs.ts";

const competition = {
  on: "2026-02-27",
  kind: "competition",
  minutes: 240,
  learned: "现场处置",
  evidence: "政〔2026〕8号",
};
type Answer = {
  done: number;
  refused: number;
  items: { id: string; refusals: { code: string; message: string }[] }[];
};
let app: PopulatedApp;
let station: Client;
const ids: string[] = [];

beforeAll(async () => {
  app = await populatedApp();
  station = await app.as({ id: "station-1", role: "station", unit: "42010201" });
  for (let at = 0; at < 20; at += 1) {
    await onFile(app, `31${1000 + at}`);
    await onFile(app, `32${1000 + at}`, "JG-01");
    ids.push((await planned(app.hr, { mentor: `32${1000 + at}`, apprentice: `31${1000 + at}` })).id);
  }
});

const activitiesOf = async (id: string) =>
  (await bodyOf<{ activities: { kind: string; side: string }[] }>(app.hr.get(`/pairs/${id}`))).activities;

describe("a competition of twenty pairs", () => {
  test("is one form and one entry in each, once however often it is sent; what is refused leaves the rest", async () => {
    const [first = "", ended = ""] = ids;
    await app.hr.post(`/pairs/${ended}/end`, { outcome: "dissolved", on: "2026-02-20", reason: "调离" });
    const body = { ...competition, pair: [...ids, "pair-nobody"] };
    const send = () => bodyOf<Answer>(station.post("/pairs/activities", body, { key: "day" }));
    for (const answer of [await send(), await send()]) {
      expect(answer).toMatchObject({ done: 19, refused: 2 });
      expect(answer.items.filter(({ refusals }) => refusals.length > 0)).toMatchObject([
        { id: ended, refusals: [{ code: "pair-not-active" }] },
        { id: "pair-nobody", refusals: [{ code: "not-found" }] },
      ]);
    }
    expect(await activitiesOf(first)).toMatchObject([{ kind: "competition", side: "unit" }]);
    expect(await activitiesOf(ended)).toEqual([]);
  });

  test.each([
    ["zh-CN", "已登记 1 对，未能登记 1 对", "没有选中任何一项"],
    ["en", "Entered for 1 pair, refused for 1 pair", "Nothing was ticked"],
  ] as const)(
    "as a page in %s shows the pairs that run, and says what became of each",
    async (language, done, none) => {
      const [first = "", ended = ""] = ids;
      const offered = await (await station.page("/pairs/activities", { language })).text();
      expect(offered).toContain(`value="${first}"`);
      expect(offered).not.toContain(`value="${ended}"`);
      const form = new FormData();
      for (const [name, value] of Object.entries(competition)) form.append(name, String(value));
      const asked = "/pairs/activities?focus=casework";
      const refused = await (await station.submit(asked, form, { language })).text();
      expect(refused).toContain(none);
      expect(refused).toContain(`action="${asked}"`);
      expect(refused).toContain('value="casework" selected');
      for (const id of [first, ended]) form.append("pair", id);
      const page = await (await station.submit("/pairs/activities", form, { language })).text();
      expect(page).toContain(done);
      expect(page).toContain(`href="/pairs/${first}"`);
    },
  );

  test.each([
    ["zh-CN", "正在登记", "继续"],
    ["en", "Entering", "Go on"],
  ] as const)(
    "as a page in %s goes on by steps that may come twice, and says how far it is",
    async (language, running, goOn) => {
      const [first = "", ended = ""] = ids;
      const last = ids.at(-1) ?? "";
      const counts = async () =>
        Promise.all([first, ended, last].map(async (id) => (await activitiesOf(id)).length));
      const [ofFirst = 0, , ofLast = 0] = await counts();
      const form = new FormData();
      for (const [name, value] of Object.entries(competition)) form.append(name, String(value));
      for (const id of ids) form.append("pair", id);
      form.append("idempotencyKey", `step-${language}`);
      const send = async (body: FormData) =>
        (await station.submit("/pairs/activities", body, { language })).text();
      await send(form);
      const step = await send(form);
      for (const said of [running, goOn, 'value="10"', 'max="20"', "<b>9</b>", "<b>1</b>", "<b>10</b>"])
        expect(step).toContain(said);
      expect(await counts()).toEqual([ofFirst + 1, 0, ofLast]);
      const next = new FormData();
      for (const [, name = "", value = ""] of step.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g))
        next.append(name, value);
      expect(next.getAll("pair")).toEqual(ids);
      expect([next.get("reached"), next.getAll("refused")]).toEqual(["10", [ended]]);
      for (const page of [await send(next), await send(next)]) {
        expect(page).toContain(
          language === "en" ? "Entered for 19 pairs, refused for 1 pair" : "已登记 19 对",
        );
        expect(page).not.toContain("data-goes-on");
      }
      expect(await counts()).toEqual([ofFirst + 1, 0, ofLast + 1]);
    },
  );

  test("another unit enters nothing, and learns of no pair", async () => {
    const other = await app.as({ id: "station-2", role: "station", unit: "42010301" });
    const answer = await bodyOf<Answer>(
      other.post("/pairs/activities", { ...competition, pair: ids.slice(2, 4) }),
    );
    expect(answer).toMatchObject({ done: 0, items: [{ refusals: [{ code: "not-found" }] }, {}] });
    const auditor = await app.as({ id: "a-1", role: "auditor" });
    expect((await auditor.post("/pairs/activities", { ...competition, pair: ids })).status).toBe(403);
    const empty = await app.hr.post("/pairs/activities", { ...competition, learned: "", pair: ids });
    expect(await problemOf(empty)).toMatchObject({ errors: [{ pointer: "/learned", code: "required" }] });
  });
});
