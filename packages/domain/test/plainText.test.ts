import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { officerInputSchema } from "../src/officer.ts";
import { nameKey, plainCode, plainPost, plainText } from "../src/plainText.ts";
import { unitInputSchema } from "../src/unit.ts";

const officer = { sex: "male", birthMonth: "1990-01", kind: "officer" } as const;

describe("text as it is stored", () => {
  test.each([
    ["a zero-width space", "张\u200b三", "张三"],
    ["a direction override", "\u202e张三\u202c", "张三"],
    ["NUL and a bell", "张\u0000三\u0007", "张三"],
    ["a byte order mark", "\ufeff张三", "张三"],
    ["a line break", "第一\r\n分局", "第一 分局"],
    ["full-width letters and digits", "Ｎｏ１所", "No1所"],
    ["a blank of full width stays a blank", "张　三", "张 三"],
    ["letters are composed", "Jose\u0301", "José"],
    ["brackets of names of units", "一元（新）派出所", "一元（新）派出所"],
    ["a character outside the first plane", "𠮷田", "𠮷田"],
    ["a chosen drawing of a character", "葛\u{e0100}城", "葛\u{e0100}城"],
  ])("%s", (_, typed, stored) => {
    expect(plainText(typed)).toBe(stored);
    expect(
      officerInputSchema.parse({ ...officer, serviceNumber: "1", homeUnit: "A", name: typed }).name,
    ).toBe(stored);
    expect(unitInputSchema.parse({ code: "1", kind: "office", name: typed }).name).toBe(stored);
  });

  test("a number in full width, with something that nobody sees", () => {
    expect(plainCode(" ０７０\u200b５３０１ ")).toBe("0705301");
    expect(plainCode("Ａ－1")).toBe("A-1");
    for (const other of ["①23", "12³", "½5", "Ⅳ7"]) expect(plainCode(other)).toBe(other);
    expect(
      officerInputSchema.parse({ ...officer, serviceNumber: "０７", homeUnit: "ＪＧ-1", name: "甲" }),
    ).toMatchObject({
      serviceNumber: "07",
      homeUnit: "JG-1",
    });
  });

  test("nothing but what nobody sees is no name", () => {
    const given = { ...officer, serviceNumber: "1", homeUnit: "A", name: "\u200b\u202e " };
    expect(officerInputSchema.safeParse(given).success).toBe(false);
  });

  test("a post is held under one writing", () => {
    expect(plainPost("挂职 副所长")).toBe("挂职副所长");
  });

  test("once is enough", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(plainText(plainText(text))).toBe(plainText(text));
      }),
    );
  });
});

describe("what names are compared by", () => {
  test.each([
    ["张 三", "张三"],
    ["张　三", "张三"],
    ["阿依古丽·买买提", "阿依古丽•买买提"],
    ["阿依古丽·买买提", "阿依古丽．买买提"],
    ["阿依古丽·买买提", "阿依古丽 ・ 买买提"],
    ["阿依古丽·买买提", "阿依古丽‧买买提"],
    ["Anna Li", "ANNA LI"],
    ["葛\u{e0100}城", "葛城"],
  ])("%s and %s are one", (one, other) => expect(nameKey(one)).toBe(nameKey(other)));

  test.each([
    ["张三", "张山"],
    ["𠮷田", "吉田"],
    ["Anna Li", "AnnaLi"],
    ["阿依古丽·买买提", "阿依古丽买买提"],
  ])("%s and %s are two", (one, other) => expect(nameKey(one)).not.toBe(nameKey(other)));
});
