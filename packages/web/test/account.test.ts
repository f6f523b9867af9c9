import { verifyRecord } from "@dunmiao/store/verify/verify";
import { beforeAll, describe, expect, test } from "vitest";
import {
  accountsApp,
  begun,
  codeBy,
  firstToken,
  invited,
  minute,
  names,
  passphrase,
  roleOf,
  today,
  tokenIn,
  withFactor,
} from "./accounts.ts";
import { bodyOf, clientOf, problemOf } from "./app.ts";

describe("the first administrator", () => {
  test("needs the link, is there once for ever, and names a security officer with whom no hand is missing", async () => {
    const at = await accountsApp();
    const stranger = at.visitor();
    expect(await problemOf(await stranger.post("/set-up", { ...names, token: "guess" }))).toMatchObject({
      httpStatus: 409,
      code: "link-not-valid",
    });
    const same = await stranger.post("/set-up", { ...names, securityNumber: names.number });
    expect(await problemOf(same)).toMatchObject({ code: "same-two-people" });
    expect((await stranger.post("/set-up", names)).status).toBe(201);
    expect((await at.visitor().post("/set-up", names)).status).toBe(409);
    for (const id of ["100001", "100002"])
      expect(await verifyRecord(at.store, { kind: "account", id })).toEqual([]);
  });

  test("another server over the same table, which was told nothing, shows the form of the link no more", async () => {
    const first = { isRight: (token: string) => token === firstToken, onUsed: () => {} };
    const at = await accountsApp({}, { first });
    const form = `/set-up?token=${firstToken}`;
    expect((await at.visitor().page(form)).status).toBe(200);
    expect((await at.visitor().post("/set-up", names)).status).toBe(201);
    for (const answer of [at.visitor().get(form), at.visitor().post("/set-up", names)])
      expect(await problemOf(await answer)).toMatchObject({ httpStatus: 409, code: "link-not-valid" });
  });

  test("twenty at once are one", async () => {
    const at = await accountsApp();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        at.visitor().post("/set-up", { ...names, number: `20000${index % 10}${index > 9 ? "1" : "2"}` }),
      ),
    );
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
  });

  test.each([
    [{ passphrase: "too short" }, "/passphrase", "passphrase-short"],
    [{ passphrase: "my number is 100001" }, "/passphrase", "passphrase-is-number"],
    [{ number: "<b>" }, "/number", "invalid-format"],
    [{ securityName: "" }, "/securityName", "required"],
  ])("%j is refused beside its field", async (wrong, pointer, code) => {
    const at = await accountsApp();
    const { errors } = await problemOf(await at.visitor().post("/set-up", { ...names, ...wrong }));
    expect(errors).toMatchObject([{ pointer, code }]);
  });
});

test("until then nothing else is served", async () => {
  let isSetUp = false;
  const at = await accountsApp({ isSetUp: () => isSetUp });
  for (const path of ["/", "/sign-in", "/accounts", "/openapi.json"])
    expect((await at.visitor().page(path)).status).toBe(503);
  expect((await at.visitor().get("/healthz")).status).toBe(200);
  expect((await at.visitor().page(`/set-up?token=${firstToken}`)).status).toBe(200);
  isSetUp = true;
  expect((await at.visitor().page("/sign-in")).status).toBe(200);
});

describe("separated hands", () => {
  test("who keeps accounts sees nothing of people and gives no role; who gives roles keeps no account", async () => {
    const { administrator, security } = await begun();
    for (const path of ["/secondments", "/officers", "/units", "/tasks", "/cohorts"])
      for (const hand of [administrator, security]) expect((await hand.get(path)).status).not.toBe(200);
    const role = { role: "auditor", from: today };
    expect((await administrator.post("/accounts/100002/roles", role)).status).toBe(403);
    expect((await security.post("/accounts", { number: "100003", name: "三号" })).status).toBe(403);
    expect((await security.post("/accounts/100001/link")).status).toBe(403);
  });

  test("nobody is two of the three, nobody gives a role to themselves, personnel office needs both hands", async () => {
    const here = await begun();
    const { administrator, security } = here;
    const give = (number: string, role: string, more: object = {}) =>
      security.post(`/accounts/${number}/roles`, { role, from: today, ...more });
    expect(await problemOf(await give("100001", "auditor"))).toMatchObject({ code: "hands-together" });
    expect(await problemOf(await give("100002", "hr"))).toMatchObject({ code: "own-case" });
    expect(await problemOf(await give("100001", "station"))).toMatchObject({ code: "role-needs-unit" });
    const clerk = await invited(here, "100003");
    const asked = await roleOf(give("100003", "hr"));
    expect(asked.state).toBe("asked");
    expect((await clerk.get("/tasks")).status).toBe(401);
    const path = `/accounts/100003/roles/${asked.id}`;
    expect((await problemOf(await security.post(`${path}/confirm`))).code).toBe("same-person-decides");
    expect((await roleOf(administrator.post(`${path}/confirm`))).state).toBe("granted");
    expect((await clerk.post("/account/act-as", { assignment: asked.id })).status).toBe(200);
    expect((await clerk.get("/tasks")).status).toBe(200);
    expect(await verifyRecord(here.store, { kind: "account", id: "100003" })).toEqual([]);
  });
});

test("a role of the bureau that nobody has, or only for 14 days more, is a to-do of both hands until somebody follows", async () => {
  const here = await begun();
  const { administrator, security } = here;
  const vacant = async (hand = security) =>
    (await bodyOf<{ duties: { vacant: object[] } }>(hand.get("/accounts"))).duties.vacant;
  const none = [{ role: "hr" }, { role: "approver" }];
  expect(await vacant()).toEqual(none);
  expect(await vacant(administrator)).toEqual(none);
  expect(await (await security.page("/accounts")).text()).toContain("目前没有人担任市局审批人");
  await invited(here, "100003");
  const give = async (role: string, more: object) => {
    const { id } = await roleOf(security.post("/accounts/100003/roles", { role, from: today, ...more }));
    expect((await administrator.post(`/accounts/100003/roles/${id}/confirm`)).status).toBe(200);
  };
  await give("hr", {});
  await give("approver", { to: "2026-03-16" });
  expect(await vacant()).toEqual([{ role: "approver", until: "2026-03-16" }]);
  const page = await (await administrator.page("/accounts")).text();
  expect(page).toContain("2026-03-16 之后没有人担任市局审批人");
  expect(page).not.toContain("目前没有人担任政治部");
  await give("approver", { from: "2026-03-17" });
  expect(await vacant()).toEqual([]);
});

describe("a session", () => {
  test("is a new one at each sign-in, over after sign-out, and kept from scripts and other sites", async () => {
    const here = await begun();
    const who = await invited(here, "100003");
    const { browser } = who;
    expect(browser.set).toMatch(/^__Host-dunmiao=.*Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const before = browser.cookie;
    expect((await who.post("/sign-in", { number: "100003", passphrase })).status).toBe(200);
    expect(browser.cookie).not.toBe(before);
    const after = browser.cookie;
    browser.cookie = before;
    expect((await who.get("/account")).status).toBe(401);
    browser.cookie = after;
    await who.post("/sign-out");
    browser.cookie = after;
    expect((await who.get("/account")).status).toBe(401);
  });

  test("a cookie that somebody planted is never the one that is signed in", async () => {
    const here = await begun();
    const who = await invited(here, "100003");
    who.browser.cookie = "__Host-dunmiao=planted";
    await who.post("/sign-in", { number: "100003", passphrase });
    const victim = who.browser.cookie;
    expect(victim).not.toContain("planted");
    const thief = here.visitor();
    thief.browser.cookie = "__Host-dunmiao=planted";
    expect((await thief.get("/account")).status).toBe(401);
  });

  test("ends with suspension and with the role, at once; one's other sessions end when one says so", async () => {
    const here = await begun();
    const { administrator, security } = here;
    const who = await invited(here, "100003");
    const other = here.visitor();
    await other.post("/sign-in", { number: "100003", passphrase });
    const { id } = await roleOf(security.post("/accounts/100003/roles", { role: "inspector", from: today }));
    for (const each of [who, other]) await each.post("/account/act-as", { assignment: id });
    expect((await other.get("/secondments")).status).not.toBe(401);
    expect((await who.post("/account/end-sessions")).status).toBe(204);
    expect((await other.get("/account")).status).toBe(401);
    expect((await who.get("/permissions")).status).toBe(200);
    await security.post(`/accounts/100003/roles/${id}/end`);
    expect((await who.get("/permissions")).status).toBe(401);
    expect((await who.get("/account")).status).toBe(200);
    await administrator.post("/accounts/100003/suspend", { reason: "调离" });
    expect((await who.get("/account")).status).toBe(401);
    await administrator.post("/accounts/100003/resume");
    expect((await who.get("/account")).status).toBe(401);
  });

  test("a role is over after its last day and not there before its first", async () => {
    const here = await begun();
    const who = await invited(here, "100003");
    const held = { role: "inspector", from: "2026-02-01", to: "2026-03-01" };
    await here.security.post("/accounts/100003/roles", held);
    await here.security.post("/accounts/100003/roles", { role: "auditor", from: "2026-03-03" });
    expect((await bodyOf<{ roles: unknown[] }>(who.get("/account"))).roles).toEqual([]);
  });
});

describe("signing in", () => {
  test("says one sentence for a wrong passphrase, a wrong number and a suspended account; leads nowhere else", async () => {
    const here = await begun();
    const who = await invited(here, "100003");
    const refused = async (body: object) => problemOf(await here.visitor().post("/sign-in", body));
    const wrong = await refused({ number: "100003", passphrase: "not this one at all" });
    const unknown = await refused({ number: "999999", passphrase });
    await here.administrator.post("/accounts/100003/suspend", { reason: "调离" });
    const suspended = await refused({ number: "100003", passphrase });
    for (const each of [wrong, unknown, suspended])
      expect(each).toMatchObject({ httpStatus: 422, code: "sign-in-failed", errors: wrong.errors });
    await here.administrator.post("/accounts/100003/resume");
    for (const next of ["//evil.example", "/\\evil.example", "https://evil.example/"]) {
      const answer = await who.submit("/sign-in", { number: "100003", passphrase, next });
      expect(answer.headers.get("Location")).toBe("/sign-in?signed=1&next=%2F");
      expect((await who.page(`/sign-in?signed=1&next=${encodeURIComponent(next)}`)).status).toBe(303);
    }
  });

  test("is blocked after five failures for growing minutes, however many come at once, right ones too", async () => {
    const here = await begun();
    await invited(here, "100003");
    const tryIt = (given: string) =>
      here.visitor("198.51.100.7").post("/sign-in", { number: "100003", passphrase: given });
    const answers = await Promise.all(Array.from({ length: 8 }, () => tryIt("wrong wrong wrong")));
    const codes = await Promise.all(answers.map(async (each) => (await problemOf(each)).code));
    expect(codes.filter((each) => each === "sign-in-failed")).toHaveLength(5);
    expect((await problemOf(await tryIt(passphrase))).params).toEqual({ minutes: 1 });
    here.clock.at = new Date(here.clock.at.getTime() + minute);
    expect((await problemOf(await tryIt("wrong wrong wrong"))).code).toBe("sign-in-failed");
    expect((await problemOf(await tryIt(passphrase))).params).toEqual({ minutes: 2 });
    here.clock.at = new Date(here.clock.at.getTime() + 2 * minute);
    expect((await tryIt(passphrase)).status).toBe(200);
    expect((await problemOf(await tryIt("wrong wrong wrong"))).code).toBe("sign-in-failed");
  });

  test("a code works once, also for two at once; a recovery code works once and without the device", async () => {
    const here = await begun();
    const { device } = here;
    const code = device.code();
    const tryIt = (given: string) =>
      here.visitor().post("/sign-in", { number: "100001", passphrase, code: given });
    const both = await Promise.all([tryIt(code), tryIt(code)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422]);
    expect((await tryIt(code)).status).toBe(422);
    expect((await tryIt(device.used)).status).toBe(422);
    const [recovery = ""] = device.recovery;
    expect((await tryIt(recovery)).status).toBe(200);
    expect((await tryIt(recovery)).status).toBe(422);
  });

  test("without codes nobody acts as administrator", async () => {
    const at = await accountsApp();
    const administrator = at.visitor();
    await administrator.post("/set-up", names);
    expect((await administrator.get("/accounts")).status).toBe(401);
    await withFactor(at, administrator);
    expect((await administrator.get("/accounts")).status).toBe(200);
  });
});

test("who has lost the device gets new codes through the other hand, and every session is over", async () => {
  const here = await begun();
  const { administrator, security } = here;
  expect((await security.post("/accounts/100002/remove-second-factor")).status).toBe(403);
  expect((await security.post("/accounts/100001/remove-second-factor")).status).toBe(200);
  expect((await administrator.get("/account")).status).toBe(401);
  expect((await administrator.post("/sign-in", { number: "100001", passphrase })).status).toBe(200);
  expect((await administrator.get("/accounts")).status).toBe(401);
  await withFactor(here, administrator);
  expect((await administrator.get("/accounts")).status).toBe(200);
});

describe("one's own secrets", () => {
  let ownAccount: Awaited<ReturnType<typeof begun>>;
  beforeAll(async () => {
    ownAccount = await begun();
  });

  test.each([
    ["the present one is wrong", { current: "not this one at all" }, "/current", "passphrase-wrong"],
    ["the new one is short", { passphrase: "short" }, "/passphrase", "passphrase-short"],
    ["the new one is the present one", { passphrase }, "/passphrase", "passphrase-same"],
    ["nothing is entered", { current: "" }, "/current", "required"],
  ])("%s: refused beside its field, and the present one still lets in", async (_, wrong, pointer, code) => {
    const { administrator } = ownAccount;
    const body = { current: passphrase, passphrase: "another one of mine", ...wrong };
    const { errors } = await problemOf(await administrator.post("/account/passphrase", body));
    expect(errors).toMatchObject([{ pointer, code }]);
  });

  test("who knows the present passphrase changes it: other sessions are over, this one goes on", async () => {
    const here = ownAccount;
    const { administrator, device } = here;
    const elsewhere = here.visitor();
    const signIn = (given: string) =>
      elsewhere.post("/sign-in", { number: "100001", passphrase: given, code: device.code() });
    expect((await signIn(passphrase)).status).toBe(200);
    const before = administrator.browser.cookie;
    const next = "芦苇 石阶 灯塔 晨雾 麦田";
    const changed = await administrator.post("/account/passphrase", {
      current: passphrase,
      passphrase: next,
    });
    expect(changed.status).toBe(200);
    expect(administrator.browser.cookie).not.toBe(before);
    expect((await administrator.get("/accounts")).status).toBe(200);
    expect((await elsewhere.get("/account")).status).toBe(401);
    here.clock.at = new Date(here.clock.at.getTime() + minute);
    expect((await signIn(passphrase)).status).toBe(422);
    expect((await signIn(next)).status).toBe(200);
    expect(await verifyRecord(here.store, { kind: "account", id: "100001" })).toEqual([]);
  });

  test("new recovery codes take a code of the device, once, and those of before work no more", async () => {
    const here = ownAccount;
    const { administrator, device } = here;
    here.clock.at = new Date(here.clock.at.getTime() + minute);
    const wrong = await administrator.post("/account/recovery-codes", { code: "000000" });
    expect((await problemOf(wrong)).errors).toMatchObject([{ pointer: "/code", code: "code-wrong" }]);
    const code = device.code();
    const renewed = await administrator.post("/account/recovery-codes", { code });
    const { recovery } = await bodyOf<{ recovery: string[] }>(renewed);
    expect(recovery).toHaveLength(10);
    expect((await administrator.post("/account/recovery-codes", { code })).status).toBe(422);
    const signIn = (given: string | undefined) =>
      here
        .visitor()
        .post("/sign-in", { number: "100001", passphrase: "芦苇 石阶 灯塔 晨雾 麦田", code: given });
    expect((await signIn(device.recovery[0])).status).toBe(422);
    expect((await signIn(recovery[0])).status).toBe(200);
  });
});

describe("the last of a hand", () => {
  test("keeps the role until somebody else can act in it; of two that go at once one stays", async () => {
    const here = await begun();
    const { administrator, security } = here;
    const [own] = (await bodyOf<{ assignments: { id: string }[] }>(security.get("/accounts/100001")))
      .assignments;
    const end = (number: string, role = "") => security.post(`/accounts/${number}/roles/${role}/end`);
    expect(await problemOf(await end("100001", own?.id))).toMatchObject({
      httpStatus: 409,
      code: "last-of-role",
      params: { role: "administrator" },
    });
    expect(
      await problemOf(await administrator.post("/accounts/100002/suspend", { reason: "调离" })),
    ).toMatchObject({
      code: "last-of-role",
      params: { role: "security" },
    });
    const second = await invited(here, "100003");
    const given = await roleOf(
      security.post("/accounts/100003/roles", { role: "administrator", from: today }),
    );
    // Has the role and no codes: nobody who can act in it.
    expect((await problemOf(await end("100001", own?.id))).code).toBe("last-of-role");
    await withFactor(here, second);
    const both = await Promise.all([end("100001", own?.id), end("100003", given.id)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const left = [administrator, second].map((each) => each.get("/accounts"));
    expect((await Promise.all(left)).map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200, 401,
    ]);
  });
});

test("a link works once, for a day, and ends what was signed in before", async () => {
  const here = await begun();
  const { administrator, token } = here;
  const set = (link: string, code?: string) =>
    here.visitor().post("/invitation", { token: link, code, passphrase: `${passphrase}!` });
  expect((await problemOf(await set(token))).code).toBe("link-not-valid");
  const who = await invited(here, "100003");
  const reset = await tokenIn(administrator.post("/accounts/100003/link"));
  const code = await codeBy(here.security, "100003");
  const both = await Promise.all([set(reset, code), set(reset, code)]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect((await who.get("/account")).status).toBe(401);
  const late = await tokenIn(administrator.post("/accounts/100003/link"));
  here.clock.at = new Date(here.clock.at.getTime() + 24 * 60 * minute);
  expect((await problemOf(await set(late))).code).toBe("link-not-valid");
});

describe("an administrator alone comes in as nobody else by a link of theirs", () => {
  test("without the code of the security officer, with a wrong one, a used one, another's or one that is over", async () => {
    const here = await begun();
    const { administrator, security, clock } = here;
    for (const number of ["100003", "100004"])
      await administrator.post("/accounts", { number, name: `${number} 号` });
    const token = await tokenIn(administrator.post("/accounts/100003/link"));
    const attacker = here.visitor();
    const attempt = async (code?: string) =>
      problemOf(await attacker.post("/invitation", { token, passphrase, code }));
    const atCode = (code: string) => ({ httpStatus: 422, errors: [{ pointer: "/code", code }] });
    expect(await attempt()).toMatchObject(atCode("required"));
    expect(await attempt("00000000")).toMatchObject(atCode("link-code-wrong"));
    expect((await administrator.post("/accounts/100003/code")).status).toBe(403);
    expect((await administrator.post("/accounts/codes", { account: "100003" })).status).toBe(403);
    expect((await problemOf(await security.post("/accounts/100002/code"))).code).toBe("own-case");
    const others = await codeBy(security, "100004");
    const before = await codeBy(security, "100003");
    const code = await codeBy(security, "100003");
    expect(await attempt(others)).toMatchObject(atCode("link-code-wrong"));
    expect(await attempt(before)).toMatchObject(atCode("link-code-wrong"));
    const form = await (await attacker.page(`/invitation?token=${token}`)).text();
    expect(form).toContain("交接码");
    // Guesses are counted for the account, whichever link they come with.
    expect(await attempt("11111111")).toMatchObject(atCode("link-code-wrong"));
    expect(await attempt("22222222")).toMatchObject(atCode("link-code-wrong"));
    expect(await attempt(code)).toMatchObject({ httpStatus: 429 });
    clock.at = new Date(clock.at.getTime() + 2 * minute);
    const person = here.visitor();
    expect((await person.post("/invitation", { token, passphrase, code })).status).toBe(200);
    const again = await tokenIn(administrator.post("/accounts/100003/link"));
    const second = await problemOf(await person.post("/invitation", { token: again, passphrase, code }));
    expect(second).toMatchObject(atCode("link-code-wrong"));
    const late = await codeBy(security, "100003");
    clock.at = new Date(clock.at.getTime() + 23 * 60 * minute);
    const fresh = await tokenIn(administrator.post("/accounts/100003/link"));
    clock.at = new Date(clock.at.getTime() + 60 * minute);
    const over = await problemOf(await person.post("/invitation", { token: fresh, passphrase, code: late }));
    expect(over).toMatchObject(atCode("link-code-wrong"));
    expect(await verifyRecord(here.store, { kind: "account", id: "100003" })).toEqual([]);
  });

  test("whoever has codes of their own gives one of them, also the only security officer; before anybody has acted as one the link does alone", async () => {
    const at = await accountsApp();
    const administrator = at.visitor();
    await administrator.post("/set-up", names);
    await withFactor(at, administrator);
    await administrator.post("/accounts", { number: "100003", name: "三号" });
    const link = (number: string) => tokenIn(administrator.post(`/accounts/${number}/link`));
    const set = async (token: string, code?: string) =>
      at.visitor().post("/invitation", { token, passphrase, code });
    // The first link was lost.
    expect((await set(await link("100003"))).status).toBe(422);
    expect((await set(await link("100002"))).status).toBe(200);
    const security = at.visitor();
    await security.post("/sign-in", { number: "100002", passphrase });
    const device = await withFactor(at, security);
    const reset = await link("100002");
    expect((await set(reset)).status).toBe(422);
    expect((await problemOf(await set(reset, "000000"))).errors).toMatchObject([{ code: "code-wrong" }]);
    expect((await set(reset, device.code())).status).toBe(200);
  });
});

test("a form from another site is refused, also behind a proxy that ends TLS", async () => {
  const { app } = await accountsApp();
  const post = (Origin: string) =>
    app.request("/sign-in", {
      method: "POST",
      headers: { Origin, "Content-Type": "application/x-www-form-urlencoded", Accept: "text/html" },
      body: new URLSearchParams({ number: "100001", passphrase }),
    });
  expect((await post("https://evil.example")).status).toBe(403);
  expect((await post("https://dunmiao.example")).status).toBe(422);
});

test("who signed in without an account of ours is signed in as before", async () => {
  const { app } = await accountsApp({ sessionCookie: "session" });
  expect((await clientOf(app, "nothing").get("/account")).status).toBe(401);
});
