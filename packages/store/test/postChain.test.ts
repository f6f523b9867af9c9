import { describe, expect, test } from "vitest";
import { neighbours } from "../src/postChain.ts";

const first = { secondmentId: "c1-0001", from: "2024-03-10", to: "2025-03-09" };
const second = { secondmentId: "c2-0002", from: "2025-03-10", to: "2026-03-09" };
const further = { secondmentId: "c2-0002-x1", from: "2026-03-10", to: "2026-09-09" };
const third = { secondmentId: "c3-0003", from: "2026-09-10", to: "2027-09-09" };
const all = [first, second, further, third];
const of = (cohortId: string, serviceNumber: string, from: string) => ({
  cohortId,
  officer: { serviceNumber, name: "", sex: "female", birthMonth: "1994-05", kind: "officer" } as const,
  term: { from, to: "" },
});

describe("who held a post before, and who holds it next", () => {
  test.each([
    ["the first has nobody before", of("c1", "0001", first.from), { successorId: "c2-0002" }],
    [
      "a term in between has both",
      of("c2", "0002", second.from),
      { predecessorId: "c1-0001", successorId: "c3-0003" },
    ],
    [
      "a further term passes over the one it continues",
      of("c2", "0002", further.from),
      { predecessorId: "c1-0001", successorId: "c3-0003" },
    ],
    [
      "the last has nobody after, and the further term before",
      of("c3", "0003", third.from),
      { predecessorId: "c2-0002-x1" },
    ],
  ])("%s", (_name, record, expected) => {
    expect(neighbours(all, record)).toEqual(expected);
  });

  test("a number that only begins like another is another officer", () => {
    const alike = { secondmentId: "c2-0002-x", from: "2026-03-10", to: "2026-09-09" };
    expect(neighbours([second, alike], of("c2", "0002", second.from))).toEqual({ successorId: "c2-0002-x" });
  });

  test("a post that nobody else held", () => {
    expect(neighbours([second, further], of("c2", "0002", second.from))).toEqual({});
  });
});
