import { loadEvents } from "@dunmiao/store/engine/record";
import { beforeAll, describe, expect, test } from "vitest";
import { begun, invited, roleOf, today, type Visitor } from "./accounts.ts";
import { bodyOf, problemOf } from "./app.ts";

/** Somebody who is personnel office and inspector. */
let who: Visitor;
let here: Awaited<ReturnType<typeof begun>>;
const roles = { hr: "", inspector: "" };

beforeAll(async () => {
  here = await begun();
  const { administrator, security } = here;
  who = await invited(here, "100003");
  const give = (role: string) => roleOf(security.post("/accounts/100003/roles", { role, from: today }));
  roles.hr = (await give("hr")).id;
  await administrator.post(`/accounts/100003/roles/${roles.hr}/confirm`);
  roles.inspector = (await give("inspector")).id;
});

const actAs = (assignment: string) => who.post("/account/act-as", { assignment });
const unit = (code: string, drawnFor: string) => ({ code, name: "某支队", kind: "office", drawnFor });
const unitsOf = async () =>
  (await bodyOf<{ items: { code: string }[] }>(who.get("/units"))).items.map(({ code }) => code);

describe("several roles of one account", () => {
  test("the header says which is in use and changes it, to the page that was asked for and nowhere else", async () => {
    await actAs(roles.hr);
    const page = await (await who.page("/units")).text();
    expect(page).toMatch(/<span class="dm-role">政治部<\/span>/);
    expect(page).toContain(`name="assignment" value="${roles.inspector}"`);
    expect(page).not.toContain(`name="assignment" value="${roles.hr}"`);
    for (const [next, location] of [
      ["/units?sort=name", "/units?sort=name"],
      ["https://evil.example/", "/"],
      ["//evil.example", "/"],
    ]) {
      const answer = await who.submit("/account/act-as", { assignment: roles.inspector, next });
      expect([answer.status, answer.headers.get("Location")]).toEqual([303, location]);
    }
    const inspector = await (await who.page("/units")).text();
    expect(inspector).toMatch(/<span class="dm-role">督察<\/span>/);
    expect((await who.post("/account/act-as", { assignment: "somebody's" })).status).toBe(404);
  });

  test("the trail keeps person and role", async () => {
    await actAs(roles.hr);
    expect((await who.post("/units", { code: "JG-1", name: "某支队", kind: "office" })).status).toBe(201);
    const { events } = await loadEvents(here.store, { kind: "unit", id: "JG-1" }, { after: 0, limit: 1 });
    expect(events[0]?.actor).toMatchObject({ id: "100003", role: "hr" });
  });

  test("a form that was drawn for one role and sent in another changes nothing and waits for the first", async () => {
    await actAs(roles.hr);
    const form = await (await who.page("/units/new")).text();
    expect(form).toContain(`name="drawnFor" value="${roles.hr}"`);
    await actAs(roles.inspector);
    const answer = await who.submit("/units", unit("JG-2", roles.hr));
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain("这张表单是以“政治部”的身份打开的，您现在的身份是“督察”");
    expect(page).toContain("所填内容已为您保留一小时");
    // The inspector does not enter units: there is nothing to go on with.
    expect(page).not.toContain("以“督察”继续");
    expect((await bodyOf<{ items: [] }>(who.get("/kept"))).items).toEqual([]);
    const back = await who.submit("/account/act-as", { assignment: roles.hr, next: "/kept" });
    expect(back.headers.get("Location")).toBe("/kept");
    expect(await unitsOf()).not.toContain("JG-2");
    const kept = await bodyOf<{ items: { path: string; fields: [string, string][] }[] }>(who.get("/kept"));
    expect(kept.items).toMatchObject([{ path: "/units" }]);
    const again = await who.submit("/units", {
      ...Object.fromEntries(kept.items[0]?.fields ?? []),
      act: "again",
    });
    expect(await again.text()).toContain('value="JG-2"');
    expect((await who.submit("/units", unit("JG-2", roles.hr))).status).toBe(303);
    expect(await unitsOf()).toContain("JG-2");
  });

  test("where both roles may, the form goes on in the one in use with everything in its boxes", async () => {
    await actAs(roles.inspector);
    const sent = { text: "出生年月有误", drawnFor: roles.hr };
    const page = await (await who.submit("/me/data/requests", sent)).text();
    expect(page).toContain("以“督察”继续");
    expect(page).toContain(`name="drawnFor" value="${roles.inspector}"`);
    expect(page).toContain('name="text" value="出生年月有误"');
  });

  test("a draft that a script saves is told, too; a program that names no role goes on", async () => {
    await actAs(roles.hr);
    const draft = new FormData();
    draft.set("drawnFor", roles.inspector);
    expect((await problemOf(await who.post("/units", draft))).code).toBe("drawn-for-another-role");
    expect((await who.post("/units", { code: "JG-3", name: "某支队", kind: "office" })).status).toBe(201);
  });

  test("a role that has ended is no choice any more, and forms of it are of none", async () => {
    await actAs(roles.hr);
    await here.security.post(`/accounts/100003/roles/${roles.inspector}/end`);
    expect(await (await who.page("/units")).text()).not.toContain("切换身份");
    const page = await (await who.submit("/units", unit("JG-4", roles.inspector))).text();
    expect(page).toContain("打开这张表单时的身份已经失效");
    expect(page).toContain("以“政治部”继续");
    expect(await unitsOf()).not.toContain("JG-4");
    await here.security.post(`/accounts/100003/roles/${roles.hr}/end`);
    expect((await who.get("/units")).status).toBe(401);
  });
});
