import { describe, expect, test } from "vitest";
import { heldForGood, keepLastHands } from "../src/account/lastHand.ts";
import { limitRoles } from "../src/account/limitRoles.ts";
import { newAccount, planAccount } from "../src/account/planAccount.ts";
import { staleRoles } from "../src/account/staleRoles.ts";
import { absentRoles, vacantRoles } from "../src/account/vacantRoles.ts";
import type { Account, Assignment } from "../src/account.ts";

const today = "2026-03-02";
const grantedBy = { id: "100002", role: "security" } as const;
const role = (more: Partial<Assignment> = {}): Assignment => ({
  ...{ id: "r1", role: "station", unit: { code: "s1", name: "一元所" }, from: "2025-01-01" },
  ...{ state: "granted", grantedBy },
  ...more,
});
const account = (assignments: Assignment[], more: Partial<Account> = {}): Account => ({
  ...newAccount({ number: "300001", name: "甲" }),
  ...{ assignments, hasSecondFactor: true },
  ...more,
});

describe("whoever leaves a unit keeps no right there", () => {
  const limit = { units: ["b1", "s1"], lastDay: today, because: "secondment" } as const;
  test.each<[string, Partial<Assignment>, Partial<Assignment> | undefined]>([
    ["a role without an end ends with the day", {}, { to: today, state: "granted" }],
    ["one that ends a day later, too", { to: "2026-03-03" }, { to: today, state: "granted" }],
    ["one that ends with the day stays as it is", { to: today }, undefined],
    ["one that begins a day later never begins", { from: "2026-03-03" }, { to: today, state: "ended" }],
    ["one that begins that day is held that day", { from: today }, { to: today, state: "granted" }],
    ["one that was only asked for ends, too", { state: "asked" }, { to: today, state: "asked" }],
    ["one that has ended stays so", { state: "ended" }, undefined],
    ["one at another unit stays", { unit: { code: "s2", name: "二所" } }, undefined],
  ])("%s", (_, more, expected) => {
    const steps = limitRoles(account([role(more)]), limit);
    const [after] = steps.at(-1)?.after.assignments ?? [];
    expect(after).toEqual(expected && { ...role(more), ...expected });
  });

  test("two roles are two changes, the second on top of the first", () => {
    const two = [role(), role({ id: "r2", role: "branch", unit: { code: "b1", name: "一分局" } })];
    const steps = limitRoles(account(two), limit);
    expect(steps.map(({ event }) => event.change.assignment)).toEqual(["r1", "r2"]);
    expect(steps[1]?.after.assignments.map(({ to }) => to)).toEqual([today, today]);
  });
});

describe("roles that should be looked at", () => {
  const units = new Set(["s1"]);
  test.each<[string, Partial<Assignment>, Record<string, string>, string[]]>([
    ["used 90 days ago: in use", {}, { r1: "2025-12-02" }, []],
    ["used 91 days ago: unused", {}, { r1: "2025-12-01" }, ["unused"]],
    ["never used since 90 days ago: in use", { from: "2025-12-02" }, {}, []],
    ["never used since 91 days ago: unused", { from: "2025-12-01" }, {}, ["unused"]],
    [
      "of a unit that is on file no more",
      { unit: { code: "s9", name: "九所" } },
      { r1: today },
      ["unit-gone"],
    ],
    ["over: nothing to look at", { to: "2026-03-01" }, {}, []],
  ])("%s", (_, more, used, reasons) => {
    const found = staleRoles(account([role(more)]), { today, units, used: new Map(Object.entries(used)) });
    expect(found.flatMap((each) => each.reasons)).toEqual(reasons);
  });

  test("the same role twice is named both times", () => {
    const used = new Map([
      ["r1", today],
      ["r2", today],
    ]);
    const found = staleRoles(account([role(), role({ id: "r2" })]), { today, units, used });
    expect(found.map(({ assignment, reasons }) => [assignment.id, reasons])).toEqual([
      ["r1", ["twice"]],
      ["r2", ["twice"]],
    ]);
  });
});

describe("a role of the bureau that nobody holds is said before anything is late", () => {
  const { unit: _, ...approver } = role({ role: "approver" });
  const clerk = account([{ ...approver, role: "hr" }]);
  const held = (more: Partial<Assignment>, of: Partial<Account> = {}) =>
    account([{ ...approver, ...more }], of);
  test.each<[string, Account[], (string | undefined)[]]>([
    ["held without an end", [held({})], []],
    ["held by nobody", [], [undefined]],
    ["ends today", [held({ to: today })], [today]],
    ["ends in 14 days", [held({ to: "2026-03-16" })], ["2026-03-16"]],
    ["ends in 15 days", [held({ to: "2026-03-17" })], []],
    ["ended yesterday", [held({ to: "2026-03-01" })], [undefined]],
    ["begins tomorrow", [held({ from: "2026-03-03" })], [undefined]],
    ["asked for, not confirmed", [held({ state: "asked" })], [undefined]],
    ["ended by hand", [held({ state: "ended" })], [undefined]],
    ["suspended", [held({}, { status: "suspended" })], [undefined]],
    ["for emergencies only", [held({}, { kind: "emergency" })], [undefined]],
    ["the other one has no end", [held({ to: today }), held({})], []],
    ["followed the next day", [held({ from: "2026-03-10" }), held({ to: "2026-03-09" })], []],
    ["followed a day too late", [held({ to: "2026-03-09" }), held({ from: "2026-03-11" })], ["2026-03-09"]],
    ["the longer one counts", [held({ to: "2026-03-12" }), held({ to: "2026-03-04" })], ["2026-03-12"]],
  ])("%s", (__, accounts, until) => {
    const found = vacantRoles([clerk, ...accounts], today);
    expect(found).toEqual(until.map((each) => ({ role: "approver", until: each })));
  });

  test("without anybody in either both are said", () => {
    expect(vacantRoles([account([role()])], today).map((each) => each.role)).toEqual(["hr", "approver"]);
  });
});

describe("a role of the bureau whose holders are all away with nobody for them is said before anything is late", () => {
  const { unit: _, ...base } = role({ role: "approver" });
  const given = { id: "d1", assignment: "r1", reason: "外出", state: "given", by: grantedBy } as const;
  const holder = (number: string, days?: { from: string; to: string }) => {
    const delegate = { id: "300009", name: "丙" };
    const delegations = days ? [{ ...given, ...days, delegate }] : [];
    return account([base], { id: number, name: number, delegations });
  };
  const delegate = account([], { id: "300009", name: "丙" });
  const all = { from: "2025-09-01", to: "2026-08-31" };
  const month = { from: today, to: "2026-03-31" };
  type Away = Record<string, { from: string; to?: string }[]>;
  test.each<[string, Account[], Away, [string, string[]][]]>([
    ["nobody is away", [holder("1")], {}, []],
    ["the one holder is away", [holder("1")], { 1: [all] }, [[today, ["1"]]]],
    ["away without a known end", [holder("1")], { 1: [{ from: "2026-03-05" }] }, [["2026-03-05", ["1"]]]],
    ["away in 14 days", [holder("1")], { 1: [{ from: "2026-03-16" }] }, [["2026-03-16", ["1"]]]],
    ["away in 15 days", [holder("1")], { 1: [{ from: "2026-03-17" }] }, []],
    ["back yesterday", [holder("1")], { 1: [{ from: "2025-09-01", to: "2026-03-01" }] }, []],
    ["one of two is there", [holder("1"), holder("2")], { 1: [all] }, []],
    ["both are away", [holder("1"), holder("2")], { 1: [all], 2: [all] }, [[today, ["1", "2"]]]],
    ["somebody acts for the holder", [holder("1", month), delegate], { 1: [all] }, []],
    [
      "only for some days",
      [holder("1", { from: today, to: "2026-03-10" }), delegate],
      { 1: [all] },
      [["2026-03-11", ["1"]]],
    ],
    ["who is away, too", [holder("1", month), delegate], { 1: [all], 300009: [all] }, [[today, ["1"]]]],
    [
      "who is suspended",
      [holder("1", month), { ...delegate, status: "suspended" }],
      { 1: [all] },
      [[today, ["1"]]],
    ],
    ["nobody holds it: that is a vacancy", [delegate], {}, []],
  ])("%s", (__, accounts, away, expected) => {
    const found = absentRoles(accounts, new Map(Object.entries(away)), today);
    expect(found.map(({ from, holders }) => [from, holders.map(({ id }) => id)])).toEqual(expected);
  });
});

describe("the last administrator who can act stays", () => {
  const { unit: _, ...administrator } = role({ role: "administrator" });
  const before = account([administrator]);
  const suspended: Account = { ...before, status: "suspended" };
  const other = { account: "300002", role: "administrator", from: "2026-01-01", isAble: true } as const;
  test.each([
    ["somebody else can act", [other], true],
    ["somebody else begins today", [{ ...other, from: today }], true],
    ["somebody else begins tomorrow", [{ ...other, from: "2026-03-03" }], false],
    ["somebody else has no codes", [{ ...other, isAble: false }], false],
    ["somebody else is security officer", [{ ...other, role: "security" as const }], false],
    ["nobody else", [], false],
  ])("suspended while %s", (__, others, isLeft) => {
    const kept = keepLastHands([...heldForGood(before), ...others], { before, after: suspended, today });
    expect(kept.ok).toBe(isLeft);
  });

  test("who has the role until a day is nobody's last resort", () => {
    expect(heldForGood(account([{ ...administrator, to: "2027-01-01" }]))).toEqual([]);
  });
});

test("a list proposes: a role of its own hand's waits, the row that a rule refuses leaves the others", () => {
  const ground = {
    ...{ actor: { id: "100001", role: "administrator" as const }, today, newId: () => "n1" },
    units: new Map([["s1", { id: "s1", version: 1, head: "", name: "一元所", kind: "station" as const }]]),
  };
  const person = { number: "300009", name: "丙" };
  const rows = [
    { row: 2, ...person, assignment: { role: "auditor" as const, from: today } },
    { row: 3, ...person, assignment: { role: "security" as const, from: today } },
    { row: 4, ...person, assignment: { role: "station" as const, unit: "s1", from: today } },
    { row: 5, ...person },
  ];
  const plan = planAccount(undefined, rows, ground);
  expect(plan.changes.map(({ event }) => event.type)).toEqual([
    "account.opened",
    "account.role-asked",
    "account.role-asked",
  ]);
  expect(plan.refused.map(({ row, refusals }) => [row, refusals[0]?.code])).toEqual([[3, "hands-together"]]);
  expect(plan.unchanged).toBe(1);
});
