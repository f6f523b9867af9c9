import { verifyRecord } from "@dunmiao/store/verify/verify";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  accountsApp,
  bothHands,
  codeBy,
  invited,
  minute,
  names,
  passphrase,
  roleOf,
  today,
  tokenIn,
  withFactor,
} from "./accounts.ts";
import { bodyOf, problemOf } from "./app.ts";
import { realProvider } from "./realProvider.ts";

let real: Awaited<ReturnType<typeof realProvider>>;
beforeAll(async () => {
  real = await realProvider();
});
afterAll(() => real.close());

const emergency = { number: "E1", name: "应急一", kind: "emergency" };
const ofE1 = "/accounts/E1";
type Message = { code: string; matter: { id: string } };

/** An administrator, a security officer and an auditor, and an account for emergencies whose role both hands gave. */
async function begun() {
  const here = await bothHands(await accountsApp({}, { provider: real.provider }));
  const { at, administrator, security } = here;
  const auditor = await invited(here, "100004");
  await security.post("/accounts/100004/roles", { role: "auditor", from: today });
  await auditor.post("/sign-in", { number: "100004", passphrase });
  expect((await administrator.post("/accounts", emergency)).status).toBe(201);
  const asked = await roleOf(security.post(`${ofE1}/roles`, { role: "administrator", from: today }));
  expect(asked.state).toBe("asked");
  expect((await administrator.post(`${ofE1}/roles/${asked.id}/confirm`)).status).toBe(200);
  const sealed = await tokenIn(administrator.post(`${ofE1}/link`));
  const who = at.visitor();
  expect(
    (await who.post("/invitation", { token: sealed, passphrase, code: await codeBy(security, "E1") })).status,
  ).toBe(200);
  const signIn = (code?: string) => who.post("/sign-in", { number: "E1", passphrase, code });
  return { ...here, auditor, who, signIn };
}

test("an account for emergencies is off until the security officer arms it, ends by itself, and is looked over", async () => {
  const here = await begun();
  const { administrator, security, auditor, who, signIn, clock } = here;
  expect(await problemOf(await signIn())).toMatchObject({ httpStatus: 403, code: "account-not-armed" });
  const armed = { hours: 2, reason: "认证源中断" };
  expect((await administrator.post(`${ofE1}/arm`, armed)).status).toBe(403);
  for (const hours of [0, 25, 1.5, "x"])
    expect(await problemOf(await security.post(`${ofE1}/arm`, { ...armed, hours }))).toMatchObject({
      httpStatus: 422,
      errors: [{ pointer: "/hours" }],
    });
  expect((await security.post(`${ofE1}/arm`, armed)).status).toBe(200);

  // Also an administrator's pages need a code: the first emergency is the one in which it is set up.
  expect((await signIn()).status).toBe(200);
  expect((await who.get("/accounts")).status).toBe(401);
  const device = await withFactor(here.at, who);
  const page = await (await who.page("/accounts")).text();
  expect(page).toContain("应急账号：本次操作和查阅全部留痕");
  expect(await (await administrator.page("/accounts")).text()).not.toContain("本次操作和查阅全部留痕");
  for (const told of [auditor, security]) {
    const { items } = await bodyOf<{ items: Message[] }>(told.get("/notifications"));
    expect(items.map(({ code, matter }) => `${code} ${matter.id}`).toSorted()).toEqual([
      "emergency-armed E1",
      "emergency-used E1",
    ]);
  }
  const { emergencies } = await bodyOf<{ emergencies: { id: string }[] }>(auditor.get(ofE1));
  const review = `${ofE1}/emergencies/${emergencies[0]?.id}/review`;
  const signed = { note: "核对操作记录，无异常" };
  expect((await problemOf(await auditor.post(review, signed))).code).toBe("emergency-goes-on");
  expect((await security.post(review, signed)).status).toBe(403);

  clock.at = new Date(clock.at.getTime() + 120 * minute);
  expect((await who.get("/accounts")).status).toBe(401);
  expect((await problemOf(await signIn(device.code()))).code).toBe("account-not-armed");
  const duties = await bodyOf<{ duties: { toReview: unknown[] } }>(auditor.get("/accounts"));
  expect(duties.duties.toReview).toEqual([{ id: "E1", name: "应急一", count: 1 }]);
  expect(await (await auditor.page(ofE1)).text()).toContain(review);
  expect((await auditor.post(review, signed)).status).toBe(200);
  expect((await bodyOf<typeof duties>(auditor.get("/accounts"))).duties.toReview).toEqual([]);

  // A session of one emergency is none of the next.
  const before = who.browser.cookie;
  expect((await security.post(`${ofE1}/arm`, armed)).status).toBe(200);
  expect((await who.get("/accounts")).status).toBe(401);
  expect(who.browser.cookie).toBe(before);
  expect((await security.post(`${ofE1}/disarm`)).status).toBe(200);
  expect((await problemOf(await security.post(`${ofE1}/disarm`))).code).toBe("account-not-armed");
  expect(await verifyRecord(here.store, { kind: "account", id: "E1" })).toEqual([]);
});

test("there are two at most, none without a provider, and none of them is bound to an identity", async () => {
  const { administrator } = await begun();
  const made = await Promise.all(
    ["E2", "E3"].map((number) => administrator.post("/accounts", { ...emergency, number })),
  );
  expect(made.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422]);
  const subject = { subject: "s-1" };
  expect((await problemOf(await administrator.post(`${ofE1}/identities`, subject))).code).toBe(
    "identity-not-of-kind",
  );
  const without = await accountsApp();
  const alone = without.visitor();
  await tokenIn(alone.post("/set-up", names));
  await withFactor(without, alone);
  expect(await problemOf(await alone.post("/accounts", emergency))).toMatchObject({
    errors: [{ pointer: "/kind", code: "provider-not-known" }],
  });
  expect(await (await alone.page("/accounts/new")).text()).toContain("无需应急账号");
});

test("where there are no passphrases the account for emergencies has them all the same", async () => {
  const here = await accountsApp({}, { provider: real.provider, hasPassphrases: false });
  const page = await (await here.visitor().page("/sign-in")).text();
  expect(page).toContain("/sign-in?emergency=1");
  expect(page).not.toContain('name="passphrase"');
  expect(await (await here.visitor().page("/sign-in?emergency=1")).text()).toContain('name="passphrase"');
});
