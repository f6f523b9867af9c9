import { expect, test } from "vitest";
import { isCounted, replacedPairs } from "../src/pair/countedPairs.ts";
import type { Pair } from "../src/pair.ts";

const term = { from: "2026-03-02", to: "2027-03-01" };
type Row = Parameters<typeof replacedPairs>[0][number];
const of = {
  apprentice: ["200001", "民警200001", "42010201", "一所", "420102"],
  focus: "casework",
} satisfies Pick<Row, "apprentice" | "focus">;
const handedOver: Row = { ...of, id: "p1", status: "handed-over", from: "2026-01-05", to: "2026-03-01" };
const countedAmong = (rows: readonly Row[]) => {
  const replaced = replacedPairs(rows);
  return rows.filter((row) => isCounted(row, replaced)).map(({ id }) => id);
};
const countedOf = (status: Pair["status"], to = term.to) =>
  countedAmong([handedOver, { ...of, id: "p2", follows: "p1", status, from: term.from, to }]);

/** An apprentice who was handed over is one pair in every state of the one that follows; a dissolved one is none. */
test.each<[Pair["status"], string | undefined, string[]]>([
  ["proposed", undefined, ["p1"]],
  ["dissolved", "2026-03-01", ["p1"]],
  ["active", undefined, ["p2"]],
  ["completed", undefined, ["p2"]],
  ["completed-early", "2026-09-01", ["p2"]],
  ["failed", undefined, ["p2"]],
  ["handed-over", "2026-09-01", ["p2"]],
  ["dissolved", "2026-09-01", []],
])("followed by one that is %s until %s", (status, to, counted) => {
  expect(countedOf(status, to)).toEqual(counted);
});

test("a chain of hand-overs is one pair, and one whose successor is not seen counts", () => {
  const rows: Row[] = [
    handedOver,
    { ...of, id: "p2", follows: "p1", status: "handed-over", from: "2026-03-02", to: "2026-05-01" },
    { ...of, id: "p3", follows: "p2", status: "active", from: "2026-05-02", to: term.to },
  ];
  expect(countedAmong(rows)).toEqual(["p3"]);
  expect(countedAmong([handedOver])).toEqual(["p1"]);
});

const later: Row = { ...of, id: "p2", status: "active", ...term };
const withdrawn: Row = { ...later, id: "p3", follows: "p1", status: "dissolved", to: "2026-03-01" };

/** Rows written before one said whom it follows. */
test.each<[string, readonly Row[], string[]]>([
  ["begins on the day after", [later], ["p2"]],
  ["waits for approval", [{ ...later, status: "proposed" }], ["p1"]],
  ["begins on a later day", [{ ...later, from: "2026-03-03" }], ["p1", "p2"]],
  ["is of another focus", [{ ...later, focus: "technology" }], ["p1", "p2"]],
  ["stands beside the one that follows", [later, withdrawn], ["p1", "p2"]],
])("one that does not say whom it follows and %s", (_, rows, counted) => {
  expect(countedAmong([handedOver, ...rows])).toEqual(counted);
});
