import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonical, eventText, hashOf, recordText } from "../src/event.ts";

describe("the canonical form", () => {
  test.each([
    [
      "members in order of their names",
      { b: 1, a: [2, { d: null, c: "王" }] },
      '{"a":[2,{"c":"王","d":null}],"b":1}',
    ],
    ["members without a value are left out", { a: undefined, b: 0 }, '{"b":0}'],
    ["places in a list are kept", [1, undefined, 3], "[1,null,3]"],
    ["quotes and line ends are escaped", { 'a"': "\n" }, '{"a\\"":"\\n"}'],
    ["half days keep their half", 0.5, "0.5"],
    ["names of digits are ordered as texts, too", { 9: "i", 10: "j" }, '{"10":"j","9":"i"}'],
    ["what has no value on its own is null", { a: [Number.NaN, null], b: {} }, '{"a":[null,null],"b":{}}'],
  ])("%s", (_name, value, text) => {
    expect(canonical(value)).toBe(text);
  });

  test("is JSON, and says the same after any reading and writing", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonical(value);
        expect(canonical(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test("different values have different hashes", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        expect(hashOf(one) === hashOf(other)).toBe(canonical(one) === canonical(other));
      }),
    );
  });
});

test("the text that the hash of a record covers leaves out its head, and nothing else", () => {
  const record = { id: "r", version: 2, head: "x", lines: ["a"] };
  expect(recordText({ ...record, head: "y" })).toBe(recordText(record));
  expect(recordText({ ...record, version: 3 })).not.toBe(recordText(record));
  expect(recordText({ ...record, lines: [] })).not.toBe(recordText(record));
});

test("the text that the hash of an event covers leaves out that hash, and nothing else", () => {
  expect(eventText({ version: 2, hash: "x", change: {} })).toBe('{"change":{},"version":2}');
});
