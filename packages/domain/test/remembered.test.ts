import { expect, test } from "vitest";
import { remembered } from "../src/remembered.ts";

type Days = readonly number[];

function counted() {
  let runs = 0;
  const sum = remembered((days: Days, ...[name, factor]: [name: string, factor: number]) => {
    runs += 1;
    return { name, sum: days.reduce((all, day) => all + day * factor, 0) };
  });
  return { sum, runs: () => runs };
}

test("the same object with the same beside it is computed once, and what comes out is the same object", () => {
  const { sum, runs } = counted();
  const days = [1, 2];
  const first = sum(days, "a", 2);
  expect(first).toEqual({ name: "a", sum: 6 });
  expect(sum(days, "a", 2)).toBe(first);
  expect(runs()).toBe(1);
});

test.each([
  { what: "an equal object that is another one", next: [[1, 2], "a", 2] as const, sum: 6 },
  { what: "another value beside it", next: ["same", "a", 3] as const, sum: 9 },
  { what: "another name beside it", next: ["same", "b", 2] as const, sum: 6 },
])("$what is computed anew", ({ next: [of, name, factor], sum: expected }) => {
  const { sum, runs } = counted();
  const days = [1, 2];
  sum(days, "a", 2);
  expect(sum(of === "same" ? days : of, name, factor)).toEqual({ name, sum: expected });
  expect(runs()).toBe(2);
});

test("those that were asked for longest ago are forgotten, the newest 16 are held", () => {
  const { sum, runs } = counted();
  const many = Array.from({ length: 17 }, (_, at) => [at]);
  for (const days of many) sum(days, "a", 1);
  for (const days of many.slice(1)) sum(days, "a", 1);
  expect(runs()).toBe(17);
  sum(many[0] ?? [], "a", 1);
  expect(runs()).toBe(18);
});
