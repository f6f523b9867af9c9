import { loadEvents } from "@dunmiao/store/engine/record";
import { verifyRecord } from "@dunmiao/store/verify/verify";
import { beforeAll, describe, expect, test } from "vitest";
import { begun, invited, roleOf, today, type Visitor, withFactor } from "./accounts.ts";
import { bodyOf, problemOf } from "./app.ts";
import { place, saveCohort, saveUnits } from "./people.ts";

type Here = Awaited<ReturnType<typeof begun>>;
type Own = {
  roles: { assignment: string; role: string; actsFor?: { id: string } }[];
  delegations?: { id: string; state: string }[];
};
let here: Here;
/** Personnel office; its delegate, who is inspector. */
let holder: Visitor;
let delegate: Visitor;
let hr = "";

const give = async (number: string, role: string) => {
  const { id, state } = await roleOf(here.security.post(`/accounts/${number}/roles`, { role, from: today }));
  if (state === "asked") await here.administrator.post(`/accounts/${number}/roles/${id}/confirm`);
  return id;
};
const own = (who: Visitor) => bodyOf<Own>(who.get("/account"));
/** What somebody's inbox says of delegations, newest first. */
const told = async (who: Visitor) =>
  (
    await bodyOf<{ items: { code: string; on: string; matter?: { label: string } }[] }>(
      who.get("/notifications"),
    )
  ).items
    .filter(({ code }) => code.startsWith("delegation"))
    .map(({ code, on, matter }) => [code, on, matter?.label]);
const inputOf = (more: object = {}) => ({
  ...{ assignment: hr, delegate: "100004", from: today, to: "2026-03-20", reason: "外出学习" },
  ...more,
});
/** Changes to the role in which the delegate acts for the holder; undefined where there is none. */
const actFor = async (who: Visitor) => {
  const found = (await own(who)).roles.find(({ actsFor }) => actsFor !== undefined);
  if (found) expect((await who.post("/account/act-as", { assignment: found.assignment })).status).toBe(200);
  return found?.assignment;
};

beforeAll(async () => {
  here = await begun();
  holder = await invited(here, "100003");
  delegate = await invited(here, "100004");
  hr = await give("100003", "hr");
  await delegate.post("/account/act-as", { assignment: await give("100004", "inspector") });
  await holder.post("/account/act-as", { assignment: hr });
});

describe("somebody acts for the holder of a role", () => {
  test.each([
    [{ delegate: "999999" }, "/delegate", "delegate-not-fit"],
    [{ delegate: "100001" }, "/delegate", "delegate-is-hand"],
    [{ delegate: "100003" }, "/delegate", "delegate-is-holder"],
    [{ to: "2026-03-01" }, "/to", "from-after-to"],
    [{ to: "2026-12-31" }, "/to", "delegation-too-long"],
    [{ from: "2026-03-01" }, "/from", "delegation-begins-early"],
    [{ assignment: "nothing" }, "/assignment", "role-not-held"],
    [{ reason: "" }, "/reason", "required"],
  ])("%j is refused beside its field", async (wrong, pointer, code) => {
    const { errors } = await problemOf(await holder.post("/account/delegations", inputOf(wrong)));
    expect(errors).toMatchObject([{ pointer, code }]);
    const page = await (await holder.submit("/account/delegations", inputOf(wrong))).text();
    expect(page).toContain(`href="#delegate-${pointer.slice(1)}"`);
  });

  test("in that role alone, with both names on the page and in the trail, until it is taken back", async () => {
    expect((await delegate.post("/account/delegations", inputOf())).status).toBe(422);
    expect((await holder.post("/account/delegations", inputOf())).status).toBe(201);
    expect(await problemOf(await holder.post("/account/delegations", inputOf()))).toMatchObject({
      code: "delegated-already",
    });
    expect((await own(delegate)).roles.map(({ role }) => role)).toEqual(["inspector", "hr"]);
    const days = "2026-03-02 至 2026-03-20";
    const forHolder = `100004 号（100004）代您办理（政治部），${days}`;
    const forDelegate = `您代100003 号（100003）办理（政治部），${days}`;
    expect(await told(holder)).toEqual([["delegation-begun", today, forHolder]]);
    await actFor(delegate);
    expect(await told(delegate)).toEqual([["delegation-begun", today, forDelegate]]);
    const form = await (await delegate.page("/units/new")).text();
    expect(form).toContain("代100003 号");
    expect((await delegate.post("/units", { code: "JG-1", name: "某支队", kind: "office" })).status).toBe(
      201,
    );
    const { events } = await loadEvents(here.store, { kind: "unit", id: "JG-1" }, { after: 0, limit: 1 });
    expect(events[0]?.actor).toMatchObject({
      ...{ id: "100004", role: "hr", actsFor: { id: "100003", name: "100003 号" } },
    });
    const refused = await delegate.post("/delegations/100003", inputOf({ delegate: "100002" }));
    expect(await problemOf(refused)).toMatchObject({ code: "delegated-not-further", httpStatus: 403 });
    expect(await (await delegate.page("/account")).text()).not.toContain('action="/account/delegations"');
    const trail = await (await here.security.page("/accounts/100003")).text();
    expect(trail).toContain("受托人 100004 号（100004）");
    expect(await (await here.security.page("/accounts/100004")).text()).toContain(
      "委托人 100003 号（100003）",
    );

    const [given] = (await own(holder)).delegations ?? [];
    const end = `/account/delegations/${given?.id}/end`;
    expect((await holder.post(end)).status).toBe(200);
    expect((await delegate.get("/units")).status).toBe(401);
    expect(await actFor(delegate)).toBeUndefined();
    const [inspector] = (await own(delegate)).roles;
    await delegate.post("/account/act-as", { assignment: inspector?.assignment });
    for (const [who, label] of [
      [holder, forHolder],
      [delegate, forDelegate],
    ] as const) {
      expect((await told(who)).slice(0, 1)).toEqual([["delegation-withdrawn", today, label]]);
      expect(await (await who.page("/notifications")).text()).toContain("委托代办已撤回");
    }
    expect(await problemOf(await holder.post(end))).toMatchObject({ code: "delegation-ended" });
    for (const id of ["100003", "100004"])
      expect(await verifyRecord(here.store, { kind: "account", id })).toEqual([]);
  });

  test("what the holder loaded the delegate does not confirm, nor what the delegate loaded the holder", async () => {
    await holder.post("/account/delegations", inputOf());
    await actFor(delegate);
    for (const [first, second, year] of [
      [holder, delegate, 2027],
      [delegate, holder, 2026],
    ] as const) {
      const days = [{ date: `${year}-01-01`, working: false, name: "元旦" }];
      const missingConfirmed = [
        ...["spring-festival", "qingming", "labour-day"],
        ...["dragon-boat", "mid-autumn", "national-day"],
      ];
      const loaded = await first.post("/calendar/notices", { year, title: "通知", days, missingConfirmed });
      expect(loaded.status).toBe(201);
      const { id } = await bodyOf<{ id: string }>(Promise.resolve(loaded));
      const decided = await second.post(`/calendar/notices/${id}/confirm`, {});
      expect(await problemOf(decided)).toMatchObject({ code: "same-person-decides" });
    }
  });

  test("it is over when the holder is suspended or has lost the role", async () => {
    const inRole = async () => (await delegate.get("/units/JG-1")).status;
    await actFor(delegate);
    expect(await inRole()).toBe(200);
    await here.administrator.post("/accounts/100003/suspend", { reason: "调离" });
    expect(await inRole()).toBe(401);
    await here.administrator.post("/accounts/100003/resume");
    expect(await actFor(delegate)).toBeDefined();
    expect(await inRole()).toBe(200);
    await here.security.post(`/accounts/100003/roles/${hr}/end`);
    expect(await inRole()).toBe(401);
    expect(await actFor(delegate)).toBeUndefined();
  });
});

describe("the personnel office", () => {
  test("enters and takes back delegations of others, never to itself, and is told which role nobody holds", async () => {
    const office = await invited(here, "100005");
    await office.post("/account/act-as", { assignment: await give("100005", "hr") });
    const approver = await give("100003", "approver");
    const { items, vacant } = await bodyOf<{ items: { id: string }[]; vacant: object[] }>(
      office.get("/delegations"),
    );
    expect(items.map(({ id }) => id)).toEqual(["100003", "100004", "100005"]);
    // What was delegated of the role that the holder lost before is over.
    expect(items[0]).not.toHaveProperty("delegatedUntil");
    expect(vacant).toEqual([]);
    const input = inputOf({ assignment: approver, to: "2026-03-10" });
    const absentFrom = "2026-03-11";
    const path = "/delegations/100003";
    const self = await office.post(path, { ...input, delegate: "100005" });
    expect((await problemOf(self)).errors).toMatchObject([{ pointer: "/delegate", code: "own-case" }]);
    expect((await office.post(path, input)).status).toBe(201);
    const listed = await bodyOf<{ items: object[] }>(office.get("/delegations"));
    expect(listed.items[0]).toMatchObject({ id: "100003", delegatedUntil: "2026-03-10" });
    // Whoever approves acts with one-time codes, in whose name ever.
    expect(await actFor(delegate)).toBeUndefined();
    await withFactor(here, delegate);
    expect(await actFor(delegate)).toBeDefined();
    const page = await (await office.page(path)).text();
    expect(page).toContain("代办中");
    // On secondment the holder is away: said from the day on which nobody acts for them.
    await saveUnits(here.store, 1, 2);
    await place(here.store, await saveCohort(here.store, "202603-aaaaaa"), {
      number: "100003",
      station: "B0-S0",
    });
    const { bureau } = await bodyOf<{ bureau: { absent: object[] } }>(office.get("/tasks"));
    expect(bureau.absent).toEqual([
      { role: "approver", from: absentFrom, holders: [{ id: "100003", name: "100003 号" }] },
    ]);
    const forHands = `${absentFrom} 起市局审批人全部离岗且无人代办`;
    for (const hand of [here.administrator, here.security])
      expect(await (await hand.page("/accounts")).text()).toContain(forHands);
    const { duties } = await bodyOf<{ duties: { absent: object[] } }>(here.security.get("/accounts"));
    expect(duties.absent).toEqual([{ role: "approver", from: absentFrom }]);
    expect(await (await office.page("/")).text()).toContain(`${absentFrom} 起市局审批人（100003 号）离岗`);
    const { delegations } = await bodyOf<Required<Own>>(office.get(path));
    expect((await office.post(`${path}/${delegations.at(-1)?.id}/end`)).status).toBe(200);
    expect((await delegate.get("/units")).status).toBe(401);
    expect((await office.post(path, input)).status).toBe(201);
    await here.security.post(`/accounts/100003/roles/${approver}/end`);
    const lapsed = await (await office.page(path)).text();
    expect([lapsed.includes("已到期"), lapsed.includes("代办中")]).toEqual([true, false]);
    expect(await (await office.page("/delegations")).text()).toContain("目前没有人担任市局审批人");
    expect((await here.security.get("/delegations")).status).toBe(403);
  });
});
