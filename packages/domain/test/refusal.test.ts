import { expect, test } from "vitest";
import { classOf, isRefusalCode, refusalTables } from "../src/refusal.ts";

const codes = refusalTables.flatMap((table) => Object.keys(table));

test("a code stands in the table of one noun only: its class would depend on the order of the tables", () => {
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

test("codes are written in kebab-case", () => {
  expect(codes.filter((code) => !/^[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
});

test("what is no code of ours has no class, also when it looks like a method", () => {
  expect(classOf("own-case")).toBe("forbidden");
  expect(["brand-new", "toString", "constructor", ""].filter(isRefusalCode)).toEqual([]);
});
