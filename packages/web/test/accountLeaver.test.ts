import { createSession } from "@dunmiao/store/session";
import { verifyRecord } from "@dunmiao/store/verify/verify";
import { beforeAll, expect, test } from "vitest";
import { begun, invited, passphrase, roleOf, today } from "./accounts.ts";
import { bodyOf } from "./app.ts";
import { place, saveCohort, saveUnits } from "./people.ts";

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
