import { expect, test } from "vitest";
import { attemptName, executionName } from "../src/names.ts";

const asOf = "2026-03-02";

test("names say the kind, the id, the version and the day", () => {
  expect(executionName("progress", { id: "c1-100001", version: 7, asOf })).toBe(
    "progress-c1-100001-v7-2026-03-02",
  );
});

test("long ids make names of 80 characters that are still told apart", () => {
  const id = "x".repeat(64);
  const names = [1, 2, 12].map((version) => executionName("recount-calendar", { id, version, asOf }));
  names.push(executionName("recount-calendar", { id, version: 1, asOf: "2026-03-03" }));
  names.push(executionName("recount-calendar", { id: `${id.slice(0, 63)}y`, version: 1, asOf }));
  expect(new Set(names).size).toBe(5);
  for (const name of names) expect(name).toMatch(/^[A-Za-z0-9-]{80}$/);
});

test("further attempts have names of their own; the first keeps the name it has on any other day", () => {
  for (const name of ["progress-c1-100001-v7-2026-03-02", "x".repeat(80)]) {
    const names = [1, 2, 3, 10].map((attempt) => attemptName(name, attempt));
    expect(names[0]).toBe(name);
    expect(new Set(names).size).toBe(4);
    for (const each of names) expect(each).toMatch(/^[A-Za-z0-9-]{1,80}$/);
  }
});
