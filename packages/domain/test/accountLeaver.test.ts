import { describe, expect, test } from "vitest";
import { limitRoles } from "../src/account/limitRoles.ts";
import { staleRoles } from "../src/account/staleRoles.ts";
import { type Stay, unitsLeft } from "../src/account/unitsLeft.ts";
import type { Assignment } from "../src/account.ts";
import { account, role } from "./support/accounts.ts";

const today = "2026-03-02";

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

  test("once the days are over a role that begins later stands: it was given to somebody who had left", () => {
    const later = role({ from: "2026-03-03" });
    expect(limitRoles(account([later]), { ...limit, sparesLater: true })).toEqual([]);
  });

  test("two roles are two changes, the second on top of the first", () => {
    const two = [role(), role({ id: "r2", role: "branch", unit: { code: "b1", name: "一分局" } })];
    const steps = limitRoles(account(two), limit);
    expect(steps.map(({ event }) => event.change.assignment)).toEqual(["r1", "r2"]);
    expect(steps[1]?.after.assignments.map(({ to }) => to)).toEqual([today, today]);
  });
});

describe("roles that should be looked at", () => {
  const units = new Set(["s1", "s8"]);
  const at8 = { unit: { code: "s8", name: "八所" } };
  const left = new Map([["s8", "2026-01-31"]]);
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
    ["secondment to the unit is over", at8, { r1: today }, ["term-over"]],
    ["given the day after it was over", { ...at8, from: "2026-02-01" }, { r1: today }, []],
    ["over: nothing to look at", { to: "2026-03-01" }, {}, []],
  ])("%s", (_, more, used, reasons) => {
    const found = staleRoles(account([role(more)]), {
      today,
      units,
      used: new Map(Object.entries(used)),
      left,
      elsewhere: [],
    });
    expect(found.flatMap((each) => each.reasons)).toEqual(reasons);
  });

  test.each<[string, Partial<Stay>[], string | undefined, string | undefined]>([
    ["over", [{}], "o1", "2026-01-31"],
    ["its last day is today", [{ to: today }], "o1", undefined],
    ["a second one goes on there", [{}, { from: "2026-02-01", to: "2027-01-31" }], "o1", undefined],
    ["the second one is over, too", [{ to: "2026-02-20" }, {}], "o1", "2026-02-20"],
    ["the next one there has not begun", [{}, { from: "2026-04-01", to: "2027-03-31" }], "o1", "2026-01-31"],
    ["the next one is elsewhere", [{}, { units: ["s2"], to: "2027-03-31" }], "o1", "2026-01-31"],
    ["who belongs there by now has not left", [{}], "s1", undefined],
  ])("a secondment to the unit: %s", (_, stays, home, expected) => {
    const whole = stays.map((each) => ({ units: ["s1"], from: "2025-02-01", to: "2026-01-31", ...each }));
    const units = unitsLeft(whole, { today, home });
    expect(units.get("s1")).toBe(expected);
  });

  test.each<[string, Partial<Assignment>, string[]]>([
    ["another one is named", { role: "security" }, ["hands-together"]],
    ["the same one is none more", { role: "administrator" }, []],
    ["another role is none", { role: "inspector" }, []],
  ])("a hand, under another number %s", (_, other, reasons) => {
    const { unit: __, ...hand } = role({ role: "administrator" });
    const facts = { today, units, used: new Map([["r1", today]]), left };
    const [found] = staleRoles(account([hand]), { ...facts, elsewhere: [{ ...hand, ...other, id: "r2" }] });
    expect(found?.reasons ?? []).toEqual(reasons);
  });

  test("the same role twice is named both times", () => {
    const used = new Map([
      ["r1", today],
      ["r2", today],
    ]);
    const found = staleRoles(account([role(), role({ id: "r2" })]), {
      today,
      units,
      used,
      left,
      elsewhere: [],
    });
    expect(found.map(({ assignment, reasons }) => [assignment.id, reasons])).toEqual([
      ["r1", ["twice"]],
      ["r2", ["twice"]],
    ]);
  });
});
