import { describe, expect, test } from "vitest";
import { itemBytes } from "../src/itemSize.ts";
import { median, quantile } from "../src/median.ts";
import { msOfClock, processorMs, ticksOf } from "../src/processTime.ts";
import { type Figure, isMet, missed, tableOf } from "../src/report.ts";
import { indexRows } from "../src/sizes.ts";

describe("the size of an item is what DynamoDB bills", () => {
  test.each([
    ["a name and a string, both in UTF-8", { 名: "王" }, 3 + 3],
    ["a number takes a byte for two digits, and one more", { n: 12.5 }, 1 + 3],
    ["a negative number takes one more", { n: -7 }, 1 + 3],
    ["zeros at the end of a number are free", { n: 22_400 }, 1 + 3],
    ["a boolean takes a byte", { on: true }, 2 + 1],
    ["a list takes 3 bytes and one a member", { l: ["a", 1] }, 1 + 3 + (1 + 1) + (1 + 2)],
    ["a map takes 3 bytes, and one and its name a member", { m: { ok: true } }, 1 + 3 + (1 + 2 + 1)],
  ])("%s", (_, item, bytes) => {
    expect(itemBytes(item)).toBe(bytes);
  });
});

test("an index row holds the keys of table and index and what is projected, nothing else", () => {
  const item = {
    pk: "A#1",
    sk: "RECORD",
    officer: "1",
    termFrom: "2026-01-01",
    cohortId: "c",
    kind: "secondment",
  };
  const rows = indexRows({ ...item, summary: "s", version: 2, record: { long: "text" } });
  expect(rows).toEqual([
    {
      pk: "A#1",
      sk: "RECORD",
      officer: "1",
      termFrom: "2026-01-01",
      kind: "secondment",
      summary: "s",
      version: 2,
    },
  ]);
});

test("the median of rounds is a round that was measured; a quantile is the value that most stay below", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2);
  expect(quantile([5, 1, 4, 2, 3], 0.99)).toBe(5);
  expect(quantile([7], 0.5)).toBe(7);
  expect(median([])).toBeNaN();
});

describe("processor time of a process", () => {
  test("is user and system together, whatever the process is called", () => {
    const stat = "12 (a (b) c) S 1 12 12 0 -1 4194304 900 0 0 0 250 31 7 8 20 0 1 0 99";
    expect(ticksOf(stat)).toBe(281);
  });
  test.each([
    ["0:01.50", 1_500],
    ["02:03:04", 7_384_000],
    ["1-00:00:01", 86_401_000],
  ])("%s as ps writes it", (written, ms) => {
    expect(msOfClock(written)).toBe(ms);
  });
  test("is told by the system", () => {
    expect(processorMs(process.pid)).toBeGreaterThan(0);
  });
});

describe("a target", () => {
  const figure = (value: number | string, target: Figure["target"]): Figure => ({
    what: "it",
    value,
    ...(target && { target }),
  });
  test.each([
    [1.05, { atMost: 1.05 }, true],
    [1.06, { atMost: 1.05 }, false],
    [0.6, { atLeast: 0.6 }, true],
    [0.59, { atLeast: 0.6 }, false],
    ["1 Query", { exactly: "1 Query" }, true],
    ["2 Query", { exactly: "1 Query" }, false],
    [Number.NaN, { atMost: 1 }, false],
    ["many", { atLeast: 1 }, false],
  ] as const)("%s against %o: %s", (value, target, met) => {
    expect(isMet(figure(value, target))).toBe(met);
  });

  test("that is missed stands in the table and in the list of misses", () => {
    const figures = [figure(2, { atMost: 1 }), figure(1, { atMost: 1 }), figure(5, undefined)];
    const section = { title: "Things", figures, seconds: 3 };
    expect(missed([section])).toEqual([figures[0]]);
    expect(
      tableOf(section)
        .split("\n")
        .map((line) => line.trim().split(/\s+/).at(-1)),
    ).toEqual(["s)", "FAIL", "pass", "5"]);
  });
});
