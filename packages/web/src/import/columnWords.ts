import { presetPairSchemes } from "@dunmiao/domain/pairScheme";
import type { RefusalCode } from "@dunmiao/domain/refusal";
import { readWord } from "./cells.ts";

/** Closed lists: value in the product (also the English word), Chinese word, further spellings. */
export type Words = readonly (readonly [value: string, zh: string, ...others: string[]])[];
export const sexes: Words = [
  ["male", "男", "m"],
  ["female", "女", "f"],
];
export const kinds: Words = [
  ["officer", "民警"],
  ["auxiliary", "辅警"],
];
export const unitKinds: Words = [
  ["bureau", "市局"],
  ["branch", "分局"],
  ["station", "派出所"],
  ["office", "机关"],
];
/** How a word is compared with what a cell holds: narrow, in lower case. */
const plainWord = (word: string) => word.normalize("NFKC").toLowerCase();
/** Reads a cell that holds one of these words; another one is refused by the code. */
export const oneOf = (words: Words, code: RefusalCode) => ({
  read: readWord(
    new Map(words.flatMap((names) => names.map((name) => [plainWord(name), names[0]] as const))),
    code,
  ),
  words,
});

const named = (all: readonly { key: string; name: { "zh-CN": string; en: string } }[]): Words =>
  [...new Map(all.map((each) => [each.key, each])).values()].map(({ key, name }) => [
    key,
    name["zh-CN"],
    name.en,
  ]);
export const focuses = named(presetPairSchemes.flatMap((scheme) => scheme.focuses));
export const pairSchemes = named(presetPairSchemes.map(({ id, name }) => ({ key: id, name })));
export const yesOrNo: Words = [
  ["yes", "是", "有", "true"],
  ["no", "否", "无", "false"],
];
