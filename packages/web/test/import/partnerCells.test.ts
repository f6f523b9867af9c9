import { presetPairSchemes } from "@dunmiao/domain/pairScheme";
import { expect, test } from "vitest";
import { partnerOf } from "../../src/import/partnerCells.ts";

const schemes = presetPairSchemes.map((scheme) =>
  scheme.id === "pair-strict"
    ? { ...scheme, version: 2, name: { "zh-CN": "战训师徒（从严）", en: "Drill pairs" } }
    : scheme,
);
const row = {
  partner: "700001",
  partnerName: "徒弟一",
  focus: "执法办案",
  kin: "no",
  eligible: "yes",
} as const;

/** A scheme is meant by its key, by its name now, and by the one that the template offers. */
test.each([
  ["pair-strict", "pair-strict"],
  ["战训师徒（从严）", "pair-strict"],
  ["drill pairs", "pair-strict"],
  ["师徒结对（从严）", "pair-strict"],
  ["师徒结对（标准）", "pair-standard"],
])("%s is %s", (pairScheme, scheme) => {
  expect(partnerOf({ ...row, pairScheme }, schemes)).toMatchObject({ ok: true, value: { scheme } });
});

test.each(["自拟", "constructor"])("%s is none", (pairScheme) => {
  expect(partnerOf({ ...row, pairScheme }, schemes)).toMatchObject({
    refusals: [{ code: "not-a-pair-scheme", field: "pairScheme" }],
  });
});
