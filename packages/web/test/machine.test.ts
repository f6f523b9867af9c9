import { permissions } from "@dunmiao/domain/permissions";
import { loadWithEvents } from "@dunmiao/store/engine/record";
import { loadIdentity } from "@dunmiao/store/identity";
import { unitNoun } from "@dunmiao/store/unit";
import { verifyRecord } from "@dunmiao/store/verify/verify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { machineDoor } from "../src/machine/door.ts";
import { statedRoutes } from "../src/system/openapi.ts";
import { accountsApp, bothHands, invited, roleOf, today } from "./accounts.ts";
import { appOver, bodyOf, problemOf } from "./app.ts";
import { tokenIssuer } from "./machineTokens.ts";

let of: Awaited<ReturnType<typeof tokenIssuer>>;
let here: Awaited<ReturnType<typeof begun>>;
beforeAll(async () => {
  of = await tokenIssuer();
  here = await begun();
});
afterAll(() => of.close());

const reading = { role: "hr", from: today };

/** Both hands at work, and a machine's account to which a subject is bound. */
async function begun() {
  const at = await bothHands(await accountsApp({ machines: machineDoor(of.settings) }));
  const { administrator, security, app } = at;
  const ask = (token: string, path: string, { method = "GET", ...headers }: Record<string, string> = {}) =>
    Promise.resolve(
      app.request(path, {
        method,
        headers: { Accept: "application/json", Authorization: `Bearer ${token}`, ...headers },
        ...(method === "POST" && { body: "{}" }),
      }),
    );
  const machine = async (number: string, subject: string) => {
    const opened = await administrator.post("/accounts", { number, name: `接口 ${number}`, kind: "machine" });
    expect(opened.status).toBe(201);
    const bound = await administrator.post(`/accounts/${number}/identities`, { subject });
    const { identities } = await bodyOf<{ identities: { id: string }[] }>(bound);
    const confirm = () => security.post(`/accounts/${number}/identities/${identities[0]?.id}/confirm`);
    const give = async (role: object) => {
      const asked = await roleOf(security.post(`/accounts/${number}/roles`, role));
      expect(asked.state).toBe("asked");
      expect((await administrator.post(`/accounts/${number}/roles/${asked.id}/confirm`)).status).toBe(200);
      return asked.id;
    };
    return { confirm, give };
  };
  const m1 = await machine("M1", "m-1");
  return { ...at, ask, machine, m1 };
}

test("a machine comes in once its subject is confirmed and both hands gave it a role, and reads what that reads", async () => {
  const { ask, m1, security, administrator, store } = here;
  const codeOf = async () => (await problemOf(await ask(of.token(), "/units"))).code;
  expect(await codeOf()).toBe("machine-not-bound");
  expect((await m1.confirm()).status).toBe(200);
  expect(await codeOf()).toBe("machine-without-role");
  for (const role of ["administrator", "security", "approver", "officer", "mentor"])
    expect(await problemOf(await security.post("/accounts/M1/roles", { role, from: today }))).toMatchObject({
      errors: [{ pointer: "/role", code: "role-not-of-kind" }],
    });
  await m1.give(reading);
  for (const token of [of.token(), of.token({ aud: ["x", "dunmiao-api"] }), of.byEc(), of.byEd()])
    expect((await ask(token, "/units")).status).toBe(200);
  expect((await ask(of.token(), "/accounts")).status).toBe(403);
  expect((await ask(of.token(), "/schemes/new")).status).not.toBe(401);
  const page = await ask(of.token(), "/units", { Accept: "text/html" });
  expect(page.headers.get("Content-Type")).toContain("application/json");
  expect(page.headers.get("Set-Cookie")).toBeNull();

  const second = { role: "inspector", from: today };
  expect((await problemOf(await security.post("/accounts/M1/roles", second))).code).toBe("machine-has-role");
  expect(
    await problemOf(await security.post("/accounts/100001/roles", { ...second, access: "write" })),
  ).toMatchObject({
    errors: [{ pointer: "/access", code: "role-not-of-kind" }],
  });
  for (const [who, what] of [
    [administrator, "link"],
    [security, "code"],
  ] as const)
    expect((await problemOf(await who.post(`/accounts/M1/${what}`))).code).toBe("machine-has-token");
  const shown = await (await administrator.page("/accounts/M1")).text();
  expect(["编号", "警号", "动态口令", "当前登录"].filter((each) => shown.includes(each))).toEqual(["编号"]);
  expect(
    ["令牌主体绑定", ">名称", ">统一身份认证绑定", "姓名"].map((each) => shown.includes(`${each}<`)),
  ).toEqual([true, true, false, false]);
  expect(await verifyRecord(store, { kind: "account", id: "M1" })).toEqual([]);
});

test("no token but a right one lets anybody in", async () => {
  const { ask } = here;
  const now = Math.floor(Date.now() / 1000);
  const [head = "", body = "", signature = ""] = of.token().split(".");
  const other = of.token({ sub: "m-2" }).split(".")[1] ?? "";
  const wrong: readonly (readonly [string, string, string])[] = [
    ["alg none", of.unsigned(), "token-not-valid"],
    ["HS256 with the public key", of.byPublicKey(), "token-not-valid"],
    ["a foreign key under a known name", of.byForeign("rsa"), "token-not-valid"],
    ["a foreign key under its own name", of.byForeign("foreign"), "token-not-valid"],
    ["another algorithm than the key's", of.token({}, { alg: "ES256" }), "token-not-valid"],
    ["an algorithm that is not taken", of.token({}, { alg: "RS512" }), "token-not-valid"],
    ["no key named", of.token({}, { kid: undefined }), "token-not-valid"],
    ["something critical that nobody knows", of.token({}, { crit: ["x"] }), "token-not-valid"],
    ["another kind of token", of.token({}, { typ: "logout+jwt" }), "token-not-valid"],
    ["another issuer", of.token({ iss: "https://x.example" }), "token-not-valid"],
    ["no issuer", of.token({ iss: undefined }), "token-not-valid"],
    ["another audience", of.token({ aud: "dunmiao" }), "token-not-valid"],
    ["no audience", of.token({ aud: undefined }), "token-not-valid"],
    ["no end", of.token({ exp: undefined }), "token-not-valid"],
    ["an end that is no time", of.token({ exp: "never" }), "token-expired"],
    ["over", of.token({ exp: now - 1 }), "token-expired"],
    ["not yet valid", of.token({ nbf: now + 600 }), "token-not-valid"],
    ["no subject", of.token({ sub: undefined }), "token-not-valid"],
    ["a subject of nobody", of.token({ sub: "m-9" }), "machine-not-bound"],
    ["another body under the signature", `${head}.${other}.${signature}`, "token-not-valid"],
    ["no signature", `${head}.${body}.`, "token-not-valid"],
    ["no token at all", "x", "token-not-valid"],
  ];
  const said = await Promise.all(
    wrong.map(async ([what, token]) => {
      const answer = await ask(token, "/units");
      const challenge = answer.headers.get("WWW-Authenticate");
      const { code, httpStatus } = await problemOf(answer);
      return [what, code, httpStatus, challenge];
    }),
  );
  expect(said).toEqual(wrong.map(([what, , code]) => [what, code, 401, 'Bearer error="invalid_token"']));
});

test("it only reads unless its role says more, and what it writes is its own in the trail", async () => {
  const { ask, machine, security, administrator, store } = here;
  const unit = { code: "420100", name: "市局", kind: "bureau" };
  const write = (token: string) =>
    Promise.resolve(
      here.app.request("/units", {
        method: "POST",
        headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
        body: JSON.stringify(unit),
      }),
    );
  expect(await problemOf(await write(of.token()))).toMatchObject({
    httpStatus: 403,
    code: "machine-reads-only",
  });
  for (const method of ["POST", "PUT", "DELETE"])
    expect((await problemOf(await ask(of.token(), "/account/end-sessions", { method }))).code).toBe(
      "machine-reads-only",
    );

  const m2 = await machine("M2", "m-2");
  await m2.confirm();
  const given = await m2.give({ ...reading, access: "write" });
  expect((await write(of.token({ sub: "m-2" }))).status).toBe(201);
  const written = await loadWithEvents(store, unitNoun, "420100", 10);
  expect(written?.events[0]?.actor).toMatchObject({ id: "M2", role: "hr", name: "接口 M2" });

  expect((await security.post(`/accounts/M2/roles/${given}/end`)).status).toBe(200);
  expect((await problemOf(await ask(of.token({ sub: "m-2" }), "/units"))).code).toBe("machine-without-role");
  expect((await administrator.post("/accounts/M2/suspend", { reason: "停用" })).status).toBe(200);
  expect((await problemOf(await ask(of.token({ sub: "m-2" }), "/units"))).code).toBe("account-suspended");
  expect(await verifyRecord(store, { kind: "account", id: "M2" })).toEqual([]);
});

test("a machine reads on every route what the table gives its role", async () => {
  const { ask, machine, app } = here;
  const m3 = await machine("M3", "m-3");
  await m3.confirm();
  await m3.give({ role: "inspector", from: today });
  const token = of.token({ sub: "m-3" });
  const wrong: string[] = [];
  for (const { method, path, act = "everyone" } of statedRoutes(app)) {
    if (method !== "GET") continue;
    const isGiven = act === "everyone" || permissions[act].some(({ role }) => role === "inspector");
    const { status } = await ask(token, path.replaceAll(/:\w+/g, "nothing-here"));
    // What a person has of their own needs a session.
    const isOfNobody = status === 401 && act === "everyone";
    if ((status === 403) === isGiven || (status === 401 && !isOfNobody) || status >= 500)
      wrong.push(`${path} ${act}: ${status}`);
  }
  expect(wrong).toEqual([]);
});

test("a machine that asks too often waits, and no other one with it", async () => {
  const { ask, machine } = here;
  const m4 = await machine("M4", "m-4");
  await m4.confirm();
  await m4.give(reading);
  const slow = appOver(here.store, { machines: machineDoor(of.settings, { requestsAMinute: 2 }) });
  const headers = { Accept: "application/json", Authorization: `Bearer ${of.token({ sub: "m-4" })}` };
  for (const status of [200, 200, 429])
    expect((await slow.request("/units", { headers })).status).toBe(status);
  expect((await slow.request("/units", { headers })).headers.get("Retry-After")).toBe("60");
  expect((await ask(of.token(), "/units")).status).toBe(200);
});

test("a token and a session are never together, and neither stands in for the other", async () => {
  const { ask, administrator, app, store } = here;
  const { cookie } = administrator.browser;
  expect(await problemOf(await ask(of.token(), "/accounts", { Cookie: cookie }))).toMatchObject({
    httpStatus: 400,
    code: "token-with-cookie",
  });
  const person = await invited(here, "100005");
  // A person's identity is no machine's, even at the same issuer.
  expect((await problemOf(await ask(of.token({ sub: "100005" }), "/units"))).code).toBe("machine-not-bound");
  expect((await person.post("/sign-in", { number: "M1", passphrase: "x".repeat(12) })).status).toBe(422);
  expect(await loadIdentity(store, { issuer: of.issuer, subject: "100005" })).toBeUndefined();
  // Where no issuer is set a token is as if it were not there.
  const off = await accountsApp({ isSetUp: () => true });
  const headers = { Accept: "application/json", Authorization: `Bearer ${of.token()}` };
  expect((await problemOf(await off.app.request("/units", { headers }))).code).toBe("not-signed-in");
  expect((await app.request("/units", { headers: { ...headers, Authorization: "Basic eDp5" } })).status).toBe(
    401,
  );
});

test("the keys are asked for once, again for one that is new, and never more often than once a minute", async () => {
  const clock = { now: 0 };
  const door = machineDoor(of.settings, { now: () => clock.now });
  const before = of.published.asked;
  const asked = () => of.published.asked - before;
  expect(await Promise.all([1, 2, 3].map(() => door.subjectOf(of.token())))).toEqual(
    [1, 2, 3].map(() => ({ ok: true, value: "m-1" })),
  );
  expect(asked()).toBe(1);
  for (let turn = 0; turn < 50; turn += 1) await door.subjectOf(of.byForeign(`nobody-${turn}`));
  expect(asked()).toBe(1);
  clock.now += 60_000;
  of.addKey("new");
  expect(await door.subjectOf(of.byForeign("new"))).toEqual({ ok: true, value: "m-1" });
  expect(asked()).toBe(2);

  of.published.isDown = true;
  clock.now += 3_600_000;
  expect((await door.subjectOf(of.token())).ok).toBe(true);
  clock.now += 24 * 3_600_000;
  const codeOf = async () => {
    const found = await door.subjectOf(of.token());
    return found.ok ? "" : found.refusals[0]?.code;
  };
  expect(await codeOf()).toBe("token-keys-unreachable");
  of.published.isDown = false;
  expect(await codeOf()).toBe("token-keys-unreachable");
  clock.now += 60_000;
  expect((await door.subjectOf(of.token())).ok).toBe(true);
});
