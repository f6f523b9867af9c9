import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { accept } from "@dunmiao/domain/refusal";
import { calendarReader } from "@dunmiao/store/calendarReader";
import { changeAccount } from "@dunmiao/store/changeAccount";
import { systemActor } from "@dunmiao/store/engine/acting";
import { sessionHash } from "@dunmiao/store/engine/sessionHash";
import { triesKey } from "@dunmiao/store/engine/signInKeys";
import { codeAt } from "@dunmiao/store/oneTimeCode";
import { createSession, loadRunning } from "@dunmiao/store/session";
import { verifyRecord } from "@dunmiao/store/verify/verify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  accountsApp,
  bothHands,
  codeBy,
  names,
  passphrase,
  today,
  tokenIn,
  type Visitor,
  withFactor,
} from "./accounts.ts";
import { bodyOf, problemOf } from "./app.ts";
import { realProvider, throughProvider } from "./realProvider.ts";

let real: Awaited<ReturnType<typeof realProvider>>;
beforeAll(async () => {
  real = await realProvider();
});
afterAll(() => real.close());

type Here = Awaited<ReturnType<typeof begun>>;

/** An administrator with codes, who signed in by passphrase, beside the provider. */
async function begun() {
  const here = await bothHands(await accountsApp({}, { provider: real.provider }));
  const { administrator } = here;
  const open = async (number: string) => {
    expect((await administrator.post("/accounts", { number, name: `${number} 号` })).status).toBe(201);
    return () => tokenIn(administrator.post(`/accounts/${number}/link`));
  };
  return { ...here, open };
}

/** To the provider and back, as `subject`: where the browser comes back to. */
async function away(who: Visitor, subject: string, query = ""): Promise<string> {
  real.signedIn.subject = subject;
  const sent = await who.page(`/sign-in/provider${query}`);
  expect(sent.status).toBe(303);
  const back = await throughProvider(sent.headers.get("Location") ?? "");
  return back.pathname + back.search;
}

const signIn = async (who: Visitor, subject: string, query = "") => who.get(await away(who, subject, query));
const asked = ({ administrator }: Here, number: string, subject: string) =>
  administrator.post(`/accounts/${number}/identities`, { subject });
const confirmPath = async ({ security }: Here, number: string) => {
  const { identities } = await bodyOf<Bound>(security.get(`/accounts/${number}`));
  return `/accounts/${number}/identities/${identities.at(-1)?.id}/confirm`;
};
/** By both hands. */
async function bind(here: Here, number: string, subject: string) {
  const answer = await asked(here, number, subject);
  if (answer.status === 201)
    expect((await here.security.post(await confirmPath(here, number))).status).toBe(200);
  return answer;
}
type Bound = { identities: { id: string; askedBy?: { id: string } }[] };

describe("signing in at the provider", () => {
  test("an identity that nobody has bound opens nothing, and is told what to say to the administrator", async () => {
    const here = await begun();
    await here.open("100003");
    const who = here.visitor();
    const refused = await problemOf(await signIn(who, "100003"));
    expect(refused).toMatchObject({
      httpStatus: 403,
      code: "identity-not-bound",
      params: { subject: "100003" },
    });
    expect((await who.get("/account")).status).toBe(401);
  });

  test("bound by the administrator it is the same session as behind the other door, until it is unbound", async () => {
    const here = await begun();
    await here.open("100003");
    expect((await bind(here, "100003", "subject-3")).status).toBe(201);
    const who = here.visitor();
    who.browser.cookie = "__Host-dunmiao=planted";
    const answer = await signIn(who, "subject-3", "?next=%2Fpermissions");
    expect(answer.headers.get("Location")).toBe("/sign-in?signed=1&next=%2Fpermissions");
    expect(who.browser.set).toMatch(/^__Host-dunmiao=(?!planted).*Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const own = await bodyOf<{ account: string; sessions: number }>(who.get("/account"));
    expect(own).toMatchObject({ account: "100003", sessions: 1 });
    const { identities } = await bodyOf<{ identities: { id: string }[] }>(
      here.administrator.get("/accounts/100003"),
    );
    const path = `/accounts/100003/identities/${identities[0]?.id}/unbind`;
    expect((await who.post(path)).status).toBe(401);
    expect((await here.administrator.post(path)).status).toBe(200);
    expect((await who.get("/account")).status).toBe(401);
    expect((await signIn(here.visitor(), "subject-3")).status).toBe(403);
    expect((await bind(here, "100003", "subject-3")).status).toBe(201);
    expect((await signIn(here.visitor(), "subject-3")).status).toBe(303);
    expect(await verifyRecord(here.store, { kind: "account", id: "100003" })).toEqual([]);
  });

  test("an identity is one account's, nobody binds their own, and only who keeps accounts binds any", async () => {
    const here = await begun();
    await here.open("100003");
    await here.open("100004");
    expect((await bind(here, "100003", "one")).status).toBe(201);
    for (const number of ["100003", "100004"])
      expect(await problemOf(await bind(here, number, "one"))).toMatchObject({
        httpStatus: 409,
        errors: [{ pointer: "/subject", code: "identity-bound-already" }],
      });
    expect((await problemOf(await bind(here, "100001", "mine"))).code).toBe("own-case");
    const twice = await Promise.all(["100003", "100004"].map((number) => asked(here, number, "two")));
    expect(twice.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    const who = here.visitor();
    await signIn(who, "one");
    expect([401, 403]).toContain((await who.post("/accounts/100004/identities", { subject: "x" })).status);
  });

  test("an administrator who binds themselves to somebody's number comes in by it only once the security officer took them for that person", async () => {
    const here = await begun();
    await here.open("100003");
    const path = "/accounts/100003/identities";
    expect((await asked(here, "100003", "the-administrator")).status).toBe(201);
    const attacker = here.visitor();
    expect(await problemOf(await signIn(attacker, "the-administrator"))).toMatchObject({
      httpStatus: 403,
      code: "identity-not-confirmed",
      params: { subject: "the-administrator" },
    });
    real.signedIn.amr = ["mfa"];
    expect((await problemOf(await signIn(attacker, "the-administrator"))).code).toBe(
      "identity-not-confirmed",
    );
    real.signedIn.amr = ["pwd"];
    expect((await attacker.get("/account")).status).toBe(401);
    // Nor by a link that they have made.
    const token = await tokenIn(here.administrator.post("/accounts/100003/link"));
    expect((await problemOf(await signIn(attacker, "by-link", `?token=${token}`))).code).toBe(
      "identity-not-confirmed",
    );
    expect((await attacker.get("/account")).status).toBe(401);

    const confirm = await confirmPath(here, "100003");
    expect((await here.administrator.post(confirm)).status).toBe(403);
    const page = await (await here.security.page("/accounts")).text();
    expect(page).toContain("有 2 项统一身份认证绑定待您确认");
    expect(await (await here.security.page("/accounts/100003")).text()).toContain(confirm);
    expect((await here.security.post(confirm)).status).toBe(200);
    expect((await problemOf(await here.security.post(confirm))).code).toBe("identity-not-asked");
    expect((await problemOf(await here.security.post(`${path}/none/confirm`))).code).toBe("not-found");
    expect((await signIn(here.visitor(), "by-link")).status).toBe(303);
    expect((await signIn(here.visitor(), "the-administrator")).status).toBe(403);
    expect(await verifyRecord(here.store, { kind: "account", id: "100003" })).toEqual([]);
  });

  test("a one-time link binds whoever signs in with it, once", async () => {
    const here = await begun();
    const link = await here.open("100003");
    const token = await link();
    expect((await here.visitor().page(`/invitation?token=${token}`)).status).toBe(200);
    const query = `?next=%2Faccount&token=${token}`;
    const [who, other] = [here.visitor(), here.visitor()];
    expect((await problemOf(await signIn(who, "invited", query))).code).toBe("identity-not-confirmed");
    expect((await here.security.post(await confirmPath(here, "100003"))).status).toBe(200);
    expect((await signIn(who, "invited")).status).toBe(303);
    expect((await bodyOf<{ account: string }>(who.get("/account"))).account).toBe("100003");
    expect((await problemOf(await signIn(other, "another", query))).code).toBe("link-not-valid");
    expect((await problemOf(await signIn(other, "another"))).code).toBe("identity-not-bound");
    const again = `?token=${await link()}`;
    expect((await problemOf(await signIn(other, "invited", again))).code).toBe("identity-bound-already");
  });

  test("an account that has codes of its own is asked for one, whatever the provider says it saw: the confirmed identity is not its only proof", async () => {
    const here = await begun();
    const token = await (await here.open("100003"))();
    await here
      .visitor()
      .post("/invitation", { token, passphrase, code: await codeBy(here.security, "100003") });
    const device = here.visitor();
    await device.post("/sign-in", { number: "100003", passphrase });
    const { secret } = await bodyOf<{ secret: string }>(device.get("/account/second-factor"));
    await device.post("/account/second-factor", { secret, code: codeAt(secret, here.clock.at) });
    await bind(here, "100003", "three");
    const who = here.visitor();
    expect((await signIn(who, "three")).headers.get("Location")).toBe("/sign-in/code");
    expect((await who.get("/account")).status).toBe(401);
    expect((await who.page("/sign-in/code")).status).toBe(200);
    expect((await problemOf(await who.post("/sign-in/code", { code: "000000" }))).code).toBe("code-wrong");
    here.clock.at = new Date(here.clock.at.getTime() + 60_000);
    const code = codeAt(secret, here.clock.at);
    expect((await who.post("/sign-in/code", { code })).status).toBe(200);
    expect((await who.get("/account")).status).toBe(200);
    real.signedIn.amr = ["pwd", "otp"];
    const another = here.visitor();
    expect((await signIn(another, "three")).headers.get("Location")).toBe("/sign-in/code");
    await here.open("100004");
    await bind(here, "100004", "four");
    const proven = here.visitor();
    expect((await signIn(proven, "four")).headers.get("Location")).toBe("/sign-in?signed=1&next=%2F");
    real.signedIn.amr = ["pwd"];
  });
});

describe("attacks", () => {
  test("an answer is taken once, only in the browser that began, and only with its state", async () => {
    const here = await begun();
    await here.open("100003");
    await bind(here, "100003", "three");
    const who = here.visitor();
    const back = await away(who, "three");
    const stranger = here.visitor();
    expect((await problemOf(await stranger.get(back))).code).toBe("sign-in-begun-elsewhere");
    await stranger.page("/sign-in/provider");
    expect((await problemOf(await stranger.get(back))).code).toBe("sign-in-begun-elsewhere");
    expect((await stranger.get("/account")).status).toBe(401);
    const foreign = back.replace(/state=[^&]*/, "state=guessed");
    expect((await problemOf(await who.get(foreign))).code).toBe("sign-in-begun-elsewhere");
    const begunBefore = who.browser.begun;
    expect((await who.get(back)).status).toBe(303);
    who.browser.begun = begunBefore;
    expect((await problemOf(await who.get(back))).code).toBe("sign-in-begun-elsewhere");
  });

  test("a code that was used is worth nothing under another sign-in", async () => {
    const here = await begun();
    await here.open("100003");
    await bind(here, "100003", "three");
    const [one, other] = [here.visitor(), here.visitor()];
    const used = new URL(await away(one, "three"), "https://dunmiao.example");
    expect((await one.get(used.pathname + used.search)).status).toBe(303);
    const mine = new URL(await away(other, "three"), "https://dunmiao.example");
    mine.searchParams.set("code", used.searchParams.get("code") ?? "");
    expect((await problemOf(await other.get(mine.pathname + mine.search))).code).toBe("provider-refused");
    expect((await other.get("/account")).status).toBe(401);
  });

  test("another issuer's answer is refused, ten minutes are the end, and the way back leads nowhere else", async () => {
    const here = await begun();
    await here.open("100003");
    await bind(here, "100003", "three");
    const who = here.visitor();
    const mixed = (await away(who, "three")).replace(/iss=[^&]*/, "iss=https%3A%2F%2Fevil.example");
    expect((await problemOf(await who.get(mixed))).code).toBe("provider-refused");
    const late = await away(who, "three");
    const before = here.clock.at;
    here.clock.at = new Date(before.getTime() + 10 * 60_000);
    expect((await problemOf(await who.get(late))).code).toBe("sign-in-begun-elsewhere");
    here.clock.at = before;
    for (const next of ["//evil.example", "/\\evil.example", "https://evil.example/"]) {
      const answer = await signIn(who, "three", `?next=${encodeURIComponent(next)}`);
      expect(answer.headers.get("Location")).toBe("/sign-in?signed=1&next=%2F");
    }
  });

  test("a suspended account and a provider's error open nothing", async () => {
    const here = await begun();
    await here.open("100003");
    await bind(here, "100003", "three");
    await here.administrator.post("/accounts/100003/suspend", { reason: "调离" });
    expect((await problemOf(await signIn(here.visitor(), "three"))).code).toBe("account-suspended");
    const who = here.visitor();
    const back = await away(who, "three");
    const denied = back.replace(/code=[^&]*/, "error=access_denied");
    expect((await problemOf(await who.get(denied))).code).toBe("provider-refused");
  });
});

test.each(["passphrase", "provider"])(
  "a form that is sent after its session had ended waits behind the %s, in the role that it was for, and is sent once",
  async (door) => {
    const here = await begun();
    const { administrator, store, clock } = here;
    await administrator.post("/accounts", { number: "100003", name: "三号" });
    await bind(here, "100003", "three");
    const token = await tokenIn(administrator.post("/accounts/100003/link"));
    const who = here.visitor();
    await who.post("/invitation", { token, passphrase, code: await codeBy(here.security, "100003") });
    const given = {
      from: "2026-03-01",
      state: "granted" as const,
      grantedBy: { id: "100002", role: "security" as const },
    };
    const acting = {
      store,
      calendar: calendarReader(store),
      actor: systemActor("100002"),
      today,
      now: clock.at.toISOString(),
    };
    await changeAccount(acting, { id: "100003" }, (account) =>
      accept({
        after: {
          ...account,
          assignments: [
            { ...given, id: "one", role: "auditor" },
            { ...given, id: "two", role: "hr" },
          ],
        },
        event: { type: "account.role-granted", change: { assignment: "two", role: "hr", from: given.from } },
      }),
    );
    await who.post("/sign-in", { number: "100003", passphrase });
    await who.post("/account/act-as", { assignment: "two" });
    const { cookie } = who.browser;
    const session = await loadRunning(store, sessionHash(cookie.slice(cookie.indexOf("=") + 1)));
    if (!session) throw new Error("no session");
    const idle = new Date(Date.now() - 31 * 60_000);
    who.browser.cookie = `__Host-dunmiao=${await createSession(store, session.actor, idle)}`;
    const form = { code: "JG-77", name: "新处室", kind: "office", idempotencyKey: "once" };
    expect((await who.submit("/units", form)).status).toBe(401);
    if (door === "provider") expect((await signIn(who, "three", "?next=%2Fkept")).status).toBe(303);
    else expect((await who.post("/sign-in", { number: "100003", passphrase })).status).toBe(200);
    const { items } = await bodyOf<{ items: { id: string; path: string; fields: string[][] }[] }>(
      who.get("/kept"),
    );
    expect(items).toMatchObject([{ path: "/units", fields: Object.entries(form) }]);
    const send = () => who.submit(`/kept/${items[0]?.id}/send`, form);
    expect([(await send()).status, (await send()).status]).toEqual([307, 404]);
  },
);

test("where there are no passphrases the first administrator comes in by a link at the provider", async () => {
  const at = await accountsApp({}, { provider: real.provider, hasPassphrases: false });
  const first = at.visitor();
  const { passphrase: _, ...form } = names;
  expect((await problemOf(await first.post("/set-up", names))).code).toBe("passphrases-not-used");
  const { ownLink } = await bodyOf<{ ownLink: string }>(first.post("/set-up", form));
  const { search } = new URL(ownLink);
  expect((await problemOf(await first.post("/sign-in", { number: "100001", passphrase }))).code).toBe(
    "sign-in-failed",
  );
  real.signedIn.amr = ["mfa"];
  expect((await signIn(first, "the-first", search)).status).toBe(303);
  real.signedIn.amr = ["pwd"];
  expect((await first.get("/accounts")).status).toBe(200);
  const weak = at.visitor();
  await signIn(weak, "the-first");
  expect((await weak.get("/accounts")).status).toBe(401);
  expect((await weak.get("/account")).status).toBe(200);
  expect((await first.page("/sign-in")).status).toBe(303);
});

test("the only security officer, who has no codes, is not unbound before somebody else can act", async () => {
  const at = await accountsApp({}, { provider: real.provider, hasPassphrases: false });
  const [administrator, security] = [at.visitor(), at.visitor()];
  const { passphrase: _, ...form } = names;
  const { ownLink, link } = await bodyOf<{ ownLink: string; link: string }>(
    administrator.post("/set-up", form),
  );
  real.signedIn.amr = ["mfa"];
  await signIn(administrator, "the-first", new URL(ownLink).search);
  await signIn(security, "the-second", new URL(link).search);
  const { identities } = await bodyOf<Bound>(administrator.get("/accounts/100002"));
  const unbind = () => administrator.post(`/accounts/100002/identities/${identities[0]?.id}/unbind`);
  const refused = { code: "last-of-role", params: { role: "security" } };
  expect(await problemOf(await unbind())).toMatchObject(refused);
  await administrator.post("/accounts/100002/identities", { subject: "the-new" });
  expect(await problemOf(await unbind())).toMatchObject(refused);
  expect((await security.get("/accounts")).status).toBe(200);
  await withFactor(at, security);
  expect((await unbind()).status).toBe(200);
  const location = (await signIn(at.visitor(), "the-new")).headers.get("Location");
  real.signedIn.amr = ["pwd"];
  expect(location).toBe("/sign-in/code");
});

test.each(["cross-site", "same-site", "none"])(
  "a link that does not come from the page of the invitation (%s) leads there, where it says whose account it is",
  async (from) => {
    const { app } = await accountsApp({}, { provider: real.provider });
    const asked = await app.request("/sign-in/provider?token=a%26b", { headers: { "Sec-Fetch-Site": from } });
    expect([asked.status, asked.headers.get("Location")]).toEqual([303, "/invitation?token=a%26b"]);
  },
);

test("an office shuts itself out by no number of sign-ins: only 200 begun within the minute wait for the next", async () => {
  const { store, clock, visitor } = await accountsApp({}, { provider: real.provider });
  const seconds = Math.floor(clock.at.getTime() / 1000);
  const begin = async (count: number, until: number) => {
    const Item = { ...triesKey("begun 192.0.2.1"), version: 1, count, blockedUntil: seconds + until };
    await store.documents.send(new PutCommand({ TableName: store.tableName, Item }));
    return [
      (await visitor().get("/sign-in/provider")).status,
      (await visitor().get("/sign-in/provider")).status,
    ];
  };
  expect(await begin(200, 0)).toEqual([303, 303]);
  expect(await begin(199, 30)).toEqual([303, 429]);
});

test("links are offered for who cannot sign in yet: an identity at the provider will do", async () => {
  const here = await begun();
  await here.open("100003");
  await here.open("100004");
  await bind(here, "100004", "four");
  const { items } = await bodyOf<{ items: { id: string }[] }>(here.administrator.get("/accounts/links"));
  expect(items.map(({ id }) => id)).toEqual(["100003"]);
});

test("without a provider its door is not there", async () => {
  const { visitor } = await accountsApp();
  for (const path of ["/sign-in/provider", "/sign-in/provider/answer"])
    expect((await visitor().get(path)).status).toBe(404);
});
