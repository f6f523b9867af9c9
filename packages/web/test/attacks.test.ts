import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import { createSession } from "@dunmiao/store/session";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { begun, invited, passphrase, roleOf, today } from "./accounts.ts";
import { bodyOf, clientOf, problemOf, testApp } from "./app.ts";
import { idOf, type PopulatedApp, populatedApp } from "./fixture.ts";

let app: PopulatedApp;
beforeAll(async () => {
  app = await populatedApp();
});

describe("a cookie", () => {
  const hr = { id: "hr-1", role: "hr" } as const;
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  const altered = (cookie: string) => `${cookie.slice(0, -2)}${cookie.endsWith("A") ? "BB" : "AA"}`;

  test.each<[string, () => Promise<string>]>([
    ["altered", async () => altered(await createSession(app.store, hr))],
    ["cut", async () => (await createSession(app.store, hr)).slice(0, 20)],
    ["idle for half an hour", () => createSession(app.store, hr, minutesAgo(31))],
    [
      "of twelve hours ago",
      () => createSession(app.store, hr, minutesAgo(2), minutesAgo(721).getTime() / 1000),
    ],
    ["full of what no cookie is", async () => "%00%ff#"],
  ])("%s is nobody's", async (_, made) => {
    const cookie = await made();
    expect((await clientOf(app.app, cookie).get("/units")).status).toBe(401);
  });
});

describe("accounts", () => {
  let here: Awaited<ReturnType<typeof begun>>;
  beforeAll(async () => {
    here = await begun();
  });

  test("a name that nobody has, a wrong passphrase and a suspended account cost one hash each", async () => {
    await invited(here, "100003");
    const hash = vi.spyOn(crypto, "argon2");
    syncBuiltinESMExports();
    try {
      const counts: number[] = [];
      const wrong = { passphrase: "一二三四五六七八九十甲乙" };
      for (const number of ["100003", "999999"]) {
        hash.mockClear();
        await here.at.visitor("192.0.2.77").post("/sign-in", { number, ...wrong });
        counts.push(hash.mock.calls.length);
      }
      await here.administrator.post("/accounts/100003/suspend");
      hash.mockClear();
      await here.at.visitor("192.0.2.77").post("/sign-in", { number: "100003", passphrase });
      expect([...counts, hash.mock.calls.length]).toEqual([1, 1, 1]);
    } finally {
      hash.mockRestore();
      syncBuiltinESMExports();
    }
  });

  test("two tabs, two roles: what is sent from the tab of before is judged by the role that is in use", async () => {
    const who = await invited(here, "100004");
    const give = (role: string) =>
      roleOf(here.security.post("/accounts/100004/roles", { role, from: today }));
    const [auditor, mentor] = [await give("auditor"), await give("mentor")];
    await who.post("/account/act-as", { assignment: auditor.id });
    expect((await who.get("/accounts")).status).toBe(200);
    const ofBefore = who.browser.cookie;
    await who.post("/account/act-as", { assignment: mentor.id });
    expect((await who.get("/accounts")).status).toBe(403);
    who.browser.cookie = ofBefore;
    expect((await who.get("/accounts")).status).toBe(401);
  });

  test("what a body says beyond its form changes nothing: no role, no state, no second factor", async () => {
    const more = { status: "active", hasSecondFactor: true, version: 9, assignments: [{ role: "hr" }] };
    const opened = await here.administrator.post("/accounts", { number: "100005", name: "五号", ...more });
    expect(opened.status).toBe(201);
    expect(await bodyOf(here.administrator.get("/accounts/100005"))).toMatchObject({
      hasSecondFactor: false,
      assignments: [],
    });
    const forced = {
      role: "hr",
      from: today,
      state: "granted",
      grantedBy: { id: "100001", role: "administrator" },
    };
    expect((await roleOf(here.security.post("/accounts/100005/roles", forced))).state).toBe("asked");
  });
});

describe("records", () => {
  const absence = {
    class: "personal",
    from: "2026-03-05",
    to: "2026-03-05",
    reason: "家事",
  };

  test("an absence that says it is approved waits, as whoever it says recorded it", async () => {
    const path = `/secondments/${idOf("100001")}/absences`;
    const forced = { status: "approved", by: { id: "x", role: "approver" }, version: 99, approvedBy: "hr-2" };
    const answer = await app.officer.post(path, { ...absence, ...forced });
    expect(await answer.json()).toMatchObject({
      absence: { state: "requested", revision: 1, recordedBy: { id: "officer-100001", role: "officer" } },
    });
  });

  test("the key of somebody else's request answers with nothing of theirs", async () => {
    const unit = (code: string) => ({ code, name: `单位${code}`, kind: "office", parent: "4201" });
    const first = await bodyOf<object>(app.hr.post("/units", unit("JG-81"), { key: "same" }));
    const other = await app.hr2.post("/units", unit("JG-82"), { key: "same" });
    expect(other.status).toBe(201);
    expect(await other.json()).not.toEqual(first);
  });

  test.each(["-1", "0x10", "1e3", "999999", "' OR 1=1", "HR%23", "文"])(
    "the cursor %s opens nothing that is not in one's own list",
    async (cursor) => {
      for (const path of [
        "/secondments",
        "/pairs",
        "/posts",
        "/notifications",
        `/secondments/${idOf("100001")}/events`,
      ]) {
        const answer = await app.station.get(`${path}?cursor=${encodeURIComponent(cursor)}`);
        expect([path, answer.status]).toEqual([path, 400]);
        expect(await answer.text()).not.toMatch(/100002|100003|200004/);
      }
    },
  );
});

describe("what costs much", () => {
  test("is refused to who asks too often, with when to ask again, and to nobody else", async () => {
    const few = await testApp({ uses: { file: 2, matching: 1, check: 1 } });
    const other = await few.as({ id: "hr-2", role: "hr" });
    for (const path of ["/secondments.csv", "/units?as=xlsx"])
      expect((await few.hr.page(path)).status).toBe(200);
    const third = await few.hr.get("/units?as=xlsx");
    expect(third.headers.get("Retry-After")).toBe("600");
    expect(await problemOf(third)).toMatchObject({
      httpStatus: 429,
      code: "too-often",
      params: { minutes: 10 },
    });
    expect(await (await few.hr.page("/secondments.csv")).text()).toContain("请 10 分钟后再试");
    expect(await (await few.hr.page("/secondments.csv", { language: "en" })).text()).toContain(
      "in 10 minutes",
    );
    expect((await few.hr.head("/secondments.csv")).status).toBe(429);
    expect((await few.hr.get("/me/data.json")).status).toBe(429);
    for (const path of ["/units", "/cohorts"]) expect((await few.hr.page(path)).status).toBe(200);
    expect((await other.page("/secondments.csv")).status).toBe(200);
    for (const path of ["/pairs/proposals", "/cohorts/none/imports"]) {
      expect((await few.hr.post(path, {})).status).not.toBe(429);
      expect((await few.hr.post(path, {})).status).toBe(429);
    }
  });

  test("signing in says to programs, too, when to try again", async () => {
    const { at } = await begun();
    const wrong = { number: "100001", passphrase: "not the passphrase" };
    const answers: Response[] = [];
    for (let turn = 0; turn < 7; turn += 1)
      answers.push(await at.visitor("192.0.2.9").post("/sign-in", wrong));
    const last = answers.at(-1);
    expect([last?.status, last?.headers.get("Retry-After")]).toEqual([429, "60"]);
  });
});
