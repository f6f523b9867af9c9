import { accept } from "@dunmiao/domain/refusal";
import { takeStep } from "@dunmiao/domain/year/takeStep";
import { changeSecondment } from "@dunmiao/store/changeSecondment";
import { loadEvents } from "@dunmiao/store/engine/record";
import { termsOf } from "@dunmiao/store/officerTerms";
import { createSession } from "@dunmiao/store/session";
import { verifyRecord } from "@dunmiao/store/verify/verify";
import { beforeAll, expect, test } from "vitest";
import { begun, codeBy, invited, passphrase, roleOf, today, tokenIn, withFactor } from "./accounts.ts";
import { bodyOf, problemOf } from "./app.ts";
import { actingOn, place, saveCohort, saveUnits } from "./people.ts";

type Listed = { assignments: { role: string; to?: string; state: string }[] };
let at: Awaited<ReturnType<typeof begun>>;
beforeAll(async () => {
  at = await begun();
  await saveUnits(at.store, 1, 2);
  await place(at.store, await saveCohort(at.store, "202603-aaaaaa"), { number: "300001", station: "B0-S0" });
}, 60_000);

async function personnelOffice() {
  const hr = at.visitor();
  hr.browser.cookie = `__Host-dunmiao=${await createSession(at.store, { id: "hr-9", role: "hr" })}`;
  return hr;
}

test("a secondment that ends early and a move end the roles there at once, with the sessions that act in them", async () => {
  const hr = await personnelOffice();
  const who = await invited(at, "300001");
  const give = (role: string, unit: string) =>
    roleOf(at.security.post("/accounts/300001/roles", { role, unit, from: today }));
  const deputy = await give("station", "B0-S0");
  const sender = await give("sending", "O1");
  const act = async ({ id }: { id: string }) =>
    (await who.post("/account/act-as", { assignment: id })).status;
  expect(await act(deputy)).toBe(200);
  expect((await who.get("/secondments")).status).toBe(200);

  const { items } = await bodyOf<{ items: { id: string }[] }>(hr.get("/secondments?cohort=202603-aaaaaa"));
  const consultation = { with: "挂职派出所", on: today, note: "同意" };
  const end = { on: today, outcome: "cancelled", reason: "组织调整", consultation };
  expect((await hr.post(`/secondments/${items[0]?.id}/end-early`, end)).status).toBe(200);
  expect((await who.get("/secondments")).status).toBe(401);
  expect(await act(deputy)).toBe(404);

  expect(await act(sender)).toBe(200);
  const facts = { serviceNumber: "300001", name: "学员300001", sex: "male", birthMonth: "1988-11" };
  const moved = await hr.post("/officers", { ...facts, kind: "officer", homeUnit: "B0" });
  expect(moved.status).toBeLessThan(300);
  expect((await who.get("/secondments")).status).toBe(401);
  const { assignments } = await bodyOf<Listed>(at.security.get("/accounts/300001"));
  expect(assignments.map(({ role, to, state }) => [role, to, state])).toEqual([
    ["station", "2026-03-01", "ended"],
    ["sending", "2026-03-01", "ended"],
  ]);
  expect(await verifyRecord(at.store, { kind: "account", id: "300001" })).toEqual([]);
});

test("a secondment that has run its days ends the roles there; until then and what was given after stands on the page or stays", async () => {
  const cohort = await saveCohort(at.store, "202502-bbbbbb", "2025-02-10");
  await place(at.store, cohort, { number: "300009", station: "B0-S1" });
  await invited(at, "300009");
  for (const [role, unit, from] of [
    ["station", "B0-S1", "2026-01-05"],
    ["branch", "B0", "2026-02-15"],
    ["sending", "O1", "2026-01-05"],
  ])
    expect((await at.security.post("/accounts/300009/roles", { role, unit, from })).status).toBe(201);
  const stale = async () =>
    (await bodyOf<{ items: { reasons: string[] }[] }>(at.security.get("/accounts/stale"))).items.map(
      ({ reasons }) => reasons,
    );
  expect(await stale()).toEqual([["term-over"]]);
  expect(await (await at.security.page("/accounts/stale")).text()).toContain("在该单位的挂职、借调已期满");

  const id = (await termsOf(at.store, "300009")).terms[0]?.id ?? "";
  const complete = { step: "complete", on: "2026-02-10" } as const;
  const done = await changeSecondment(actingOn(at.store), {
    id,
    leaveDueSteps: true,
    rule: ({ secondment, scheme }) => accept(takeStep(secondment, complete, scheme, today)),
  });
  expect(done.outcome).toBe("committed");
  const { assignments } = await bodyOf<Listed>(at.security.get("/accounts/300009"));
  expect(assignments.map(({ role, to }) => [role, to])).toEqual([
    ["station", "2026-02-09"],
    ["branch", undefined],
    ["sending", undefined],
  ]);
  expect(await stale()).toEqual([]);
  const { events } = await loadEvents(at.store, { kind: "account", id: "300009" }, { after: 0, limit: 20 });
  expect(events.at(-1)).toMatchObject({ type: "account.role-limited", actor: { role: "system" } });
  expect(await verifyRecord(at.store, { kind: "account", id: "300009" })).toEqual([]);
});

test("whoever moves loses the roles there also in the account of a number that was merged", async () => {
  const hr = await personnelOffice();
  const facts = { name: "戊", sex: "female", birthMonth: "1990-05", kind: "officer" };
  const save = async (serviceNumber: string, homeUnit: string, anotherPerson: string[] = []) =>
    expect(
      (await hr.post("/officers", { ...facts, serviceNumber, homeUnit, anotherPerson })).status,
    ).toBeLessThan(300);
  await save("300005", "O1");
  await save("0300005", "O1", ["300005"]);
  const who = await invited(at, "300005");
  const role = { role: "sending", unit: "O1", from: today };
  expect((await at.security.post("/accounts/300005/roles", role)).status).toBe(201);
  const { seen } = await bodyOf<{ seen: number }>(hr.get("/officers/300005"));
  const evidence = { number: "政人〔2026〕3 号", title: "警号核查结果", date: "2026-02-10" };
  const merged = await hr.post("/officers/300005/merge", { seen, into: "0300005", evidence });
  expect(merged.status).toBe(201);
  expect((await who.post("/sign-in", { number: "300005", passphrase })).status).toBe(200);
  expect((await who.get("/secondments")).status).toBe(200);
  await save("0300005", "B0");
  expect((await who.get("/secondments")).status).toBe(401);
});

test("roles that nobody used for 90 days stand on a page with the act that ends them; what waits for a hand is its to-do", async () => {
  await at.administrator.post("/accounts", { number: "300003", name: "丙" });
  await at.security.post("/accounts/300003/roles", { role: "inspector", from: "2025-12-01" });
  await at.security.post("/accounts/300003/roles", { role: "hr", from: today });
  const page = await (await at.security.page("/accounts/stale")).text();
  expect(page).toContain("90 天未使用");
  const { items } = await bodyOf<{
    items: { account: string; reasons: string[]; assignment: { id: string } }[];
  }>(at.security.get("/accounts/stale"));
  expect(items).toMatchObject([{ account: "300003", reasons: ["unused"] }]);
  expect(await (await at.administrator.page("/accounts")).text()).toContain("有 1 项身份待您确认");
  expect(await (await at.security.page("/accounts")).text()).not.toContain("待您确认");
  const end = `/accounts/300003/roles/${items[0]?.assignment.id}/end`;
  expect((await at.administrator.post(end)).status).toBe(403);
  expect((await at.security.post(end)).status).toBe(200);
  expect((await bodyOf<{ items: object[] }>(at.security.get("/accounts/stale"))).items).toEqual([]);
});

test("two accounts of one person are one hand: neither a link with its code nor two of the hands", async () => {
  const hr = await personnelOffice();
  const facts = { name: "己", sex: "female", birthMonth: "1991-05", kind: "officer", homeUnit: "O1" };
  const numbers = ["0300007", "300007", "00300007"];
  for (const serviceNumber of numbers)
    await hr.post("/officers", { ...facts, serviceNumber, anotherPerson: numbers });
  const give = (number: string, role: string) =>
    at.security.post(`/accounts/${number}/roles`, { role, from: today });
  const [two, one] = [await invited(at, "0300007"), await invited(at, "300007")];
  await invited(at, "00300007");
  const hands = [
    [one, await roleOf(give("300007", "administrator"))],
    [two, await roleOf(give("0300007", "security"))],
  ] as const;
  for (const [who, { id }] of hands) {
    await withFactor(at, who);
    expect((await who.post("/account/act-as", { assignment: id })).status).toBe(200);
  }
  await one.post("/accounts", { number: "300008", name: "庚" });
  const token = await tokenIn(one.post("/accounts/300008/link"));
  const code = await codeBy(two, "300008");
  const evidence = { number: "政人〔2026〕4 号", title: "警号核查结果", date: "2026-02-10" };
  for (const number of ["300007", "00300007"]) {
    const { seen } = await bodyOf<{ seen: number }>(hr.get(`/officers/${number}`));
    const merged = await hr.post(`/officers/${number}/merge`, { seen, into: "0300007", evidence });
    expect(merged.status).toBe(201);
  }
  const attempt = async (given: string) =>
    (await problemOf(await at.visitor().post("/invitation", { token, passphrase, code: given }))).errors;
  expect(await attempt(code)).toMatchObject([{ pointer: "/code", code: "link-code-wrong" }]);
  expect(await problemOf(await give("00300007", "auditor"))).toMatchObject({ code: "hands-together" });
  const { items } = await bodyOf<{ items: object[] }>(at.security.get("/accounts/stale"));
  expect(items).toMatchObject([
    { account: "0300007", reasons: ["hands-together"] },
    { account: "300007", reasons: ["hands-together"] },
  ]);
  expect(await (await at.security.page("/accounts/stale")).text()).toContain("同一人兼任三员中的两项");
  const others = await codeBy(at.security, "300008");
  const person = at.visitor();
  expect((await person.post("/invitation", { token, passphrase, code: others })).status).toBe(200);
});
