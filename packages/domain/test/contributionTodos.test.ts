import { describe, expect, test } from "vitest";
import { contributionTodos } from "../src/award/contributionTodos.ts";
import {
  decideContribution,
  reportContribution,
  verifyContribution,
} from "../src/award/recordContribution.ts";
import type { Contribution } from "../src/award.ts";
import { mayTry } from "../src/permissions.ts";
import { secondmentStatuses } from "../src/secondment.ts";
import { todosOf } from "../src/year/todosOf.ts";
import { after, calendar, ground, literal, person, secondment } from "./support/world.ts";

const rules = { scheme: literal, calendar };
const [reportedOn, verifiedOn] = ["2026-03-02", "2026-03-05"];
const result = { kind: "tool", title: "台账", area: "basic-work", month: "2026-02" } as const;

const reportedBy = (by: string, record = secondment()) =>
  after(reportContribution(ground(record, by, reportedOn), result));
const verifiedBy = (reporter: string, verifier: string) =>
  after(verifyContribution(ground(reportedBy(reporter), verifier, verifiedOn), "k1", {}));

describe("a contribution", () => {
  test.each([
    ["officer", "station"],
    ["station", "branch"],
    ["hr", "station"],
  ])("that the %s reported waits for the %s to verify it", (by, owner) => {
    expect(contributionTodos(reportedBy(by), rules)).toEqual([
      ["verify-contribution", owner, "2026-03-02", "2026-03-05", "k1"],
    ]);
  });

  test.each([
    ["officer", "station", "branch"],
    ["officer", "branch", "hr"],
    ["station", "hr", "branch"],
    ["hr", "branch", "hr"],
  ])("that the %s reported and the %s verified waits for the decision of the %s", (by, verifier, owner) => {
    expect(contributionTodos(verifiedBy(by, verifier), rules)).toEqual([
      ["decide-contribution", owner, "2026-03-05", "2026-03-10", "k1"],
    ]);
    expect(mayTry(person(owner), "decide-contribution")).toBe(true);
  });

  test.each(["adopted", "not-adopted"] as const)("that is %s waits for nobody", (outcome) => {
    const at = ground(verifiedBy("officer", "station"), "branch", verifiedOn);
    const record = after(decideContribution(at, "k1", { outcome, reason: "可行" }));
    expect(contributionTodos(record, rules)).toEqual([]);
  });

  test.each(secondmentStatuses)("of a secondment that is %s", (status) => {
    const todos = todosOf({ ...reportedBy("officer"), status }, rules).map(([what]) => what);
    expect(todos.includes("verify-contribution")).toBe(status !== "withdrawn");
  });

  test("of many the oldest stands for all that wait for the same", () => {
    const [first] = reportedBy("officer").contributions;
    const many = Array.from({ length: 60 }, (_, at): Contribution[] =>
      first
        ? [{ ...first, id: `k${at + 1}`, recorded: { ...first.recorded, on: `2026-02-${28 - (at % 19)}` } }]
        : [],
    ).flat();
    const byStation = many.slice(0, 5).map((each, at) => ({
      ...each,
      id: `k${at + 70}`,
      recorded: { by: { id: "station", role: "station" as const }, on: reportedOn },
    }));
    expect(contributionTodos(secondment({ contributions: [...many, ...byStation] }), rules)).toEqual([
      ["verify-contribution", "station", "2026-02-10", "2026-02-13", "k19"],
      ["verify-contribution", "branch", "2026-03-02", "2026-03-05", "k70"],
    ]);
  });
});
