import { describe, expect, test } from "vitest";
import { parsedTexts } from "../src/engine/parsedTexts.ts";

type Value = { list: { text: string }[] };

/** Counts what is parsed: the text itself, split by commas. */
function counted(mostCharacters = 100) {
  const texts = parsedTexts<Value>(mostCharacters);
  let parsed = 0;
  const read = (row: string, text: unknown, seal = "s") =>
    texts.of(row, { text, seal }, () => {
      parsed += 1;
      if (text === "damaged") throw new Error("does not parse");
      return {
        list: String(text)
          .split(",")
          .map((each) => ({ text: each })),
      };
    });
  return { read, times: () => parsed };
}

describe("texts that were parsed before", () => {
  test("the same text of the same row is parsed once, and gives the same value", () => {
    const { read, times } = counted();
    expect(read("a", "1,2")).toBe(read("a", "1,2"));
    expect(times()).toBe(1);
  });

  test("whoever wrote it: another text, another seal and another row are parsed", () => {
    const { read, times } = counted();
    read("a", "1");
    expect(read("a", "2")).toEqual({ list: [{ text: "2" }] });
    read("a", "2", "other");
    read("b", "2", "other");
    expect(times()).toBe(4);
    expect(read("a", "1")).toEqual({ list: [{ text: "1" }] });
  });

  test("what does not parse throws every time, also after a text that did", () => {
    const { read, times } = counted();
    read("a", "1");
    expect(() => read("a", "damaged")).toThrow("does not parse");
    expect(() => read("a", "damaged")).toThrow("does not parse");
    expect(times()).toBe(3);
  });

  test("a row of before, which holds no text, is parsed every time", () => {
    const { read, times } = counted();
    read("a", { list: [] });
    read("a", { list: [] });
    expect(times()).toBe(2);
  });

  test("the row that was used least is forgotten first, beyond the characters that may be held", () => {
    const { read, times } = counted(10);
    for (const row of ["a", "b"]) read(row, "12345");
    read("a", "12345");
    read("c", "12345");
    expect(times()).toBe(3);
    read("a", "12345");
    expect(times()).toBe(3);
    read("b", "12345");
    expect(times()).toBe(4);
  });

  test("one text longer than all that may be held is read and not kept", () => {
    const { read, times } = counted(3);
    expect(read("a", "12345").list).toHaveLength(1);
    read("a", "12345");
    expect(times()).toBe(2);
  });

  test("nobody can change a value that others share", () => {
    const { read } = counted();
    const value = read("a", "1,2");
    expect(() => value.list.push({ text: "3" })).toThrow(TypeError);
    expect(() => Object.assign(value.list[0] ?? {}, { text: "x" })).toThrow(TypeError);
  });
});
