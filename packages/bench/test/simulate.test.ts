import type { Secondment } from "@dunmiao/domain/secondment";
import { describe, expect, test } from "vitest";
import { addRecord, emptyAccount } from "../src/simulate/account.ts";
import { whoAsks } from "../src/simulate/clerks.ts";
import { cohortsOf, peopleOf, plannedOn } from "../src/simulate/people.ts";

const people = [...peopleOf(cohortsOf(448), 448)];
const [first] = people;
if (!first) throw new Error("nobody is simulated");
const planned = first.sealed.record;

/** What does not reconcile about a record before its term. */
function faultsOf(facts: Partial<Secondment>): string[] {
  const account = emptyAccount();
  addRecord(account, { ...planned, ...facts }, plannedOn);
  return account.faults.map((fault) => fault.slice(planned.id.length + 2));
}

const by = (id: string) => ({ by: { id, role: "hr" as const }, on: plannedOn, reason: "x" });
const ruling = (proposer: string, approver: string): Secondment["rulings"][number] => ({
  id: "r1",
  outcome: "recognised",
  state: "in-force",
  revision: 2,
  proposed: by(proposer),
  decided: by(approver),
  countedDays: 0,
  limitDays: 15,
  calendarVersion: 0,
});

describe("what the account of a simulated year does not let pass", () => {
  test("a planned record is in order", () => {
    expect(faultsOf({})).toEqual([]);
  });

  test("a step that was due and not taken", () => {
    const account = emptyAccount();
    addRecord(account, planned, planned.term.from);
    expect(account.faults).toEqual([`${planned.id}: open-checkpoint was due on ${planned.term.from}`]);
  });

  test("under review at or below the limit, and over it without a review", () => {
    expect(faultsOf({ status: "under-review" })).toEqual(["under review with 0 days"]);
    const sick: Secondment["absences"][number] = {
      id: "a1",
      kind: "request",
      state: "approved",
      revision: 1,
      class: "sick",
      decisions: [],
      from: "2025-09-01",
      to: "2025-09-22",
      recordedOn: plannedOn,
      recordedBy: { id: "officer", role: "officer" },
    };
    expect(faultsOf({ absences: [sick], status: "recognised", rulings: [ruling("hr", "approver")] })).toEqual(
      ["16 days are over the limit, yet it is recognised"],
    );
  });

  test("a ruling by one person, a ruled year without a ruling, a ruling that says something else", () => {
    expect(faultsOf({ status: "recognised", rulings: [ruling("hr", "hr")] })).toEqual([
      "ruling r1 was not made by two people",
    ]);
    expect(faultsOf({ status: "recognised" })).toEqual(["recognised with 0 rulings"]);
    expect(faultsOf({ status: "not-recognised", rulings: [ruling("hr", "approver")] })).toEqual([
      "ruled recognised, yet not-recognised",
    ]);
  });

  test("a checkpoint that is done without its forms", () => {
    const checkpoints = planned.checkpoints.map((each) =>
      each.key === "mid-term" ? { ...each, state: "done" as const, doneOn: each.dueOn } : each,
    );
    expect(faultsOf({ checkpoints })).toEqual(["mid-term is done without its forms"]);
  });
});

test("100 of 448 ask for a further term, and nobody holds a post or a number twice", () => {
  expect(whoAsks(people).size).toBe(100);
  const held = people.flatMap(({ claims }) => claims.map(({ pk }) => pk));
  expect(new Set(held).size).toBe(held.length);
});
