import { describe, expect, test } from "vitest";
import { heldForGood, keepLastHands } from "../src/account/lastHand.ts";
import { planAccount } from "../src/account/planAccount.ts";
import { absentRoles, vacantRoles } from "../src/account/vacantRoles.ts";
import type { Account, Assignment } from "../src/account.ts";
import { account, grantedBy, role } from "./support/accounts.ts";

const today = "2026-03-02";

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

  const identity = { id: "i1", issuer: "https://provider.example", subject: "s", boundOn: today };
  const bound: Account = { ...before, hasSecondFactor: false, identities: [identity] };
  test.each<[string, Account, Account, boolean]>([
    ["the only identity", bound, { ...bound, identities: [] }, false],
    ["one of two", bound, { ...bound, identities: [{ ...identity, id: "i2" }] }, true],
    [
      "the confirmed one of two",
      bound,
      { ...bound, identities: [{ ...identity, askedBy: administrator.grantedBy }] },
      false,
    ],
    [
      "the identity beside codes",
      { ...bound, hasSecondFactor: true },
      { ...bound, hasSecondFactor: true, identities: [] },
      true,
    ],
    ["the codes, which their owner sets up anew", before, { ...before, hasSecondFactor: false }, true],
  ])("who loses %s", (__, had, has, isAccepted) => {
    const kept = keepLastHands(heldForGood(had), { before: had, after: has, today });
    expect(kept.ok).toBe(isAccepted);
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
