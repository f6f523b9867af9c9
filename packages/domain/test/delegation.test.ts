import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSamePerson } from "../src/access.ts";
import { actorsFor, type DelegationChange, delegateRole, endDelegation } from "../src/account/delegation.ts";
import { delegationNews, othersOf } from "../src/account/delegationNews.ts";
import { newAccount } from "../src/account/planAccount.ts";
import type { Account, Assignment } from "../src/account.ts";
import { type Actor, signature } from "../src/actor.ts";
import { addDays } from "../src/calendarDate.ts";
import type { DelegationInput } from "../src/delegation.ts";
import type { Event } from "../src/event.ts";
import type { Outcome } from "../src/refusal.ts";

const today = "2026-03-02";
const grantedBy = { id: "100002", role: "security" } as const;
const role = (more: Partial<Assignment> = {}): Assignment => ({
  ...{ id: "r1", role: "approver", from: "2025-01-01", state: "granted", grantedBy },
  ...more,
});
const account = (number: string, assignments: Assignment[], more: Partial<Account> = {}): Account => ({
  ...newAccount({ number, name: `${number} 号` }),
  ...{ assignments, hasSecondFactor: true },
  ...more,
});
const holder = account("300001", [role()]);
const delegate = account("300002", [
  role({ id: "r2", role: "branch", unit: { code: "b1", name: "一分局" } }),
]);
const byHolder: Actor = { id: "300001", role: "approver", serviceNumber: "300001" };
const personnel: Actor = { id: "300009", role: "hr", serviceNumber: "300009" };
const input: DelegationInput = {
  ...{ assignment: "r1", delegate: "300002", from: today, to: "2026-03-20", reason: "外出学习" },
};
type Case = {
  input?: Partial<DelegationInput>;
  actor?: Actor;
  holder?: Account;
  delegate?: Account | undefined;
};
const give = ({ actor = byHolder, ...of }: Case): Outcome<DelegationChange> =>
  delegateRole(
    of.holder ?? holder,
    { ...input, ...of.input },
    { actor, today, id: "d1", delegate: "delegate" in of ? of.delegate : delegate },
  );
const given = (of: Case = {}) => {
  const outcome = give(of);
  if (!outcome.ok) throw new Error(outcome.refusals[0]?.code);
  return { holder: outcome.value.holder.after, delegate: outcome.value.delegate.after };
};

describe("who may act for whom, in what and when", () => {
  const hand = (more: Partial<Assignment>) =>
    account("300002", [role({ id: "r3", role: "auditor", ...more })]);
  test.each<[string, Case, string | undefined]>([
    ["the holder names somebody from today", {}, undefined],
    ["the personnel office does", { actor: personnel }, undefined],
    ["the personnel office names itself", { actor: { ...personnel, id: "300002" } }, "own-case"],
    [
      "whoever acts for another",
      { actor: { ...personnel, actsFor: { id: "300008", name: "八" } } },
      "delegated-not-further",
    ],
    ["from yesterday", { input: { from: "2026-03-01" } }, "delegation-begins-early"],
    ["from a later day", { input: { from: "2026-03-10" } }, undefined],
    ["of one day", { input: { to: today } }, undefined],
    ["to the day before its first", { input: { to: "2026-03-01" } }, "from-after-to"],
    ["of 92 days", { input: { to: "2026-06-01" } }, undefined],
    ["of 93 days", { input: { to: "2026-06-02" } }, "delegation-too-long"],
    ["to the last day of the role", { holder: account("300001", [role({ to: "2026-03-20" })]) }, undefined],
    [
      "beyond the last day of the role",
      { holder: account("300001", [role({ to: "2026-03-19" })]) },
      "delegation-outlasts-role",
    ],
    [
      "before the first day of the role",
      { holder: account("300001", [role({ from: "2026-03-03" })]) },
      "delegation-begins-early",
    ],
    ["of a role that waits", { holder: account("300001", [role({ state: "asked" })]) }, "role-not-held"],
    ["of a role that has ended", { holder: account("300001", [role({ state: "ended" })]) }, "role-not-held"],
    ["of a role of somebody else", { input: { assignment: "r2" } }, "role-not-held"],
    ...(["administrator", "security", "auditor", "officer", "mentor"] as const).map(
      (each): [string, Case, string] => [
        `of the role ${each}`,
        { holder: account("300001", [role({ role: each })]) },
        "role-not-delegable",
      ],
    ),
    ["by somebody suspended", { holder: { ...holder, status: "suspended" } }, "account-suspended"],
    ["to nobody", { delegate: undefined }, "delegate-not-fit"],
    ["to somebody suspended", { delegate: { ...delegate, status: "suspended" } }, "delegate-not-fit"],
    ["to an account for emergencies", { delegate: { ...delegate, kind: "emergency" } }, "delegate-not-fit"],
    ["to the holder", { delegate: holder }, "delegate-is-holder"],
    ["to an auditor", { delegate: hand({}) }, "delegate-is-hand"],
    ["to one who waits to be auditor", { delegate: hand({ state: "asked" }) }, "delegate-is-hand"],
    ["to one who was auditor until yesterday", { delegate: hand({ to: "2026-03-01" }) }, undefined],
    [
      "while it is delegated",
      { holder: given().holder, input: { from: "2026-03-20", to: "2026-03-21" } },
      "delegated-already",
    ],
    [
      "from the day after another one",
      { holder: given().holder, input: { from: "2026-03-21", to: "2026-03-22" } },
      undefined,
    ],
  ])("%s", (_, of, code) => {
    const outcome = give(of);
    expect(outcome.ok ? undefined : outcome.refusals[0]?.code).toBe(code);
  });
});

describe("what acting for somebody is", () => {
  const acting = (of: ReturnType<typeof given>, on = today) =>
    actorsFor(of.delegate, of.holder, on).map(({ actor }) => actor);

  test("the role of the holder and its unit, by the delegate, with both names", () => {
    const unit = { code: "b9", name: "九分局" };
    const of = given({ holder: account("300001", [role({ role: "branch", unit })]) });
    expect(acting(of)).toEqual([
      {
        ...{ id: "300002", name: "300002 号", serviceNumber: "300002", assignment: "d1" },
        ...{ role: "branch", unit: "b9", unitName: "九分局" },
        actsFor: { id: "300001", name: "300001 号" },
      },
    ]);
  });

  const of = given();
  const taken = () => {
    const ended = endDelegation(of.holder, "d1", { actor: byHolder, today, delegate: of.delegate });
    if (!ended.ok) throw new Error("not ended");
    return { holder: ended.value.holder.after, delegate: ended.value.delegate.after };
  };
  test.each<[string, ReturnType<typeof given>, number]>([
    ["given", of, 1],
    ["taken back", taken(), 0],
    ["the holder is suspended", { ...of, holder: { ...of.holder, status: "suspended" } }, 0],
    ["the delegate is suspended", { ...of, delegate: { ...of.delegate, status: "suspended" } }, 0],
    [
      "the holder has lost the role",
      { ...of, holder: { ...of.holder, assignments: [role({ state: "ended" })] } },
      0,
    ],
    [
      "the role of the holder is over",
      { ...of, holder: { ...of.holder, assignments: [role({ to: "2026-03-01" })] } },
      0,
    ],
    [
      "the delegate has become auditor",
      { ...of, delegate: { ...of.delegate, assignments: [role({ role: "auditor" })] } },
      0,
    ],
    ["somebody else asks", { ...of, delegate: account("300003", []) }, 0],
  ])("%s", (_, accounts, count) => {
    expect(acting(accounts)).toHaveLength(count);
  });

  test("it is there from its first day to its last, and on no other", () => {
    const days = fc.tuple(fc.nat(60), fc.nat(91), fc.integer({ min: -10, max: 170 }));
    fc.assert(
      fc.property(days, ([begin, length, asked]) => {
        const from = addDays(today, begin);
        const to = addDays(from, length);
        const on = addDays(today, asked);
        const isOn = from <= on && on <= to;
        expect(acting(given({ input: { from, to } }), on)).toHaveLength(isOn ? 1 : 0);
      }),
    );
  });

  test("taken back once, and not after it is over", () => {
    const again = endDelegation(taken().holder, "d1", { actor: byHolder, today, delegate });
    expect(again).toMatchObject({ refusals: [{ code: "delegation-ended" }] });
    const late = { actor: byHolder, today: "2026-03-21", delegate: of.delegate };
    expect(endDelegation(of.holder, "d1", late)).toMatchObject({ refusals: [{ code: "delegation-ended" }] });
    expect(endDelegation(of.holder, "d2", late)).toMatchObject({ refusals: [{ code: "not-found" }] });
  });

  test("another person is none of the two, whoever of them signed and whoever decides", () => {
    const [inRole] = acting(of);
    const deputy: Actor = { id: "300002", role: "branch", serviceNumber: "300002" };
    const other: Actor = { id: "300004", role: "approver", serviceNumber: "300004" };
    if (!inRole) throw new Error("nobody acts");
    const same = (actor: Actor, signed: Actor) => isSamePerson(actor, signature(signed));
    expect(same(inRole, byHolder)).toBe(true);
    expect(same(inRole, deputy)).toBe(true);
    expect(same(byHolder, inRole)).toBe(true);
    expect(same(deputy, inRole)).toBe(true);
    expect(same({ ...other, actsFor: { id: "300001", name: "一" } }, inRole)).toBe(true);
    expect(same(deputy, byHolder)).toBe(false);
    expect(same(other, inRole)).toBe(false);
  });
});

describe("what holder and delegate are told", () => {
  const both = given({ input: { from: "2026-03-05", to: "2026-03-20" } });
  const event = (type: string, on: string, change: object): Event => ({
    ...{ recordKind: "account", recordId: "300001", version: 1, type, actor: grantedBy },
    ...{
      at: `${on}T01:00:00.000Z`,
      on,
      change: { ...change },
      calendarVersion: 1,
      recordHash: "",
      prev: "",
      hash: "",
    },
  });
  const days = { delegation: "d1", role: "approver", from: "2026-03-05", to: "2026-03-20" };
  const person = ({ id, name }: Account) => ({ id, name });
  const givenOn = event("account.delegated", today, {
    ...days,
    ...{ assignment: "r1", delegate: person(delegate), reason: "外出学习" },
  });
  const namedOn = event("account.delegate-named", today, { ...days, holder: person(holder) });
  const withdrawnOn = (on: string) => ({
    holder: [
      event("account.delegation-ended", on, {
        delegation: "d1",
        role: "approver",
        delegate: person(delegate),
      }),
    ],
    delegate: [event("account.delegate-released", on, { delegation: "d1", holder: person(holder) })],
  });
  type State = { holder?: Event[]; delegate?: Event[]; of?: { holder?: Account; delegate?: Account } };
  const lost = { ...both.holder, assignments: [role({ state: "ended" })] };
  const limited = { ...both.holder, assignments: [role({ to: "2026-03-09" })] };
  test.each<[string, string, State, [string, string][]]>([
    ["the day before", "2026-03-04", {}, []],
    ["its first day", "2026-03-05", {}, [["begun", "2026-03-05"]]],
    ["its last day, a fortnight later", "2026-03-20", {}, []],
    ["the day after", "2026-03-21", {}, [["over", "2026-03-21"]]],
    ["taken back before it began", "2026-03-06", withdrawnOn("2026-03-04"), [["withdrawn", "2026-03-04"]]],
    [
      "taken back",
      "2026-03-10",
      withdrawnOn("2026-03-08"),
      [
        ["withdrawn", "2026-03-08"],
        ["begun", "2026-03-05"],
      ],
    ],
    [
      "the role was ended",
      "2026-03-10",
      {
        of: { holder: lost },
        holder: [event("account.role-ended", "2026-03-07", { assignment: "r1", role: "approver" })],
      },
      [
        ["over", "2026-03-07"],
        ["begun", "2026-03-05"],
      ],
    ],
    [
      "the role ran out",
      "2026-03-11",
      { of: { holder: limited } },
      [
        ["over", "2026-03-10"],
        ["begun", "2026-03-05"],
      ],
    ],
    [
      "the delegate is suspended",
      "2026-03-11",
      {
        of: { delegate: { ...both.delegate, status: "suspended" } },
        delegate: [event("account.suspended", "2026-03-09", { status: "suspended", reason: "调离" })],
      },
      [
        ["over", "2026-03-09"],
        ["begun", "2026-03-05"],
      ],
    ],
  ])("%s", (_, on, { of = {}, ...state }, expected) => {
    const sides = {
      holder: { record: of.holder ?? both.holder, events: [...(state.holder ?? []), givenOn] },
      delegate: { record: of.delegate ?? both.delegate, events: [...(state.delegate ?? []), namedOn] },
    };
    for (const [own, other] of [
      [sides.holder, sides.delegate],
      [sides.delegate, sides.holder],
    ] as const) {
      const known = new Map(othersOf(own, on).map((id) => [id, other]));
      const told = delegationNews(own, known, on).map((each) => [each.code, each.on]);
      expect(told).toEqual(expected.map(([code, day]) => [`delegation-${code}`, day]));
    }
  });
});
