import { readCode, readDate, readMonth, readName, readText } from "./cells.ts";

import type { Column } from "./column.ts";
import { focuses, kinds, oneOf, pairSchemes, sexes, unitKinds, yesOrNo } from "./columnWords.ts";
import { postColumns } from "./postColumns.ts";

/** Filled in where 挂职职务 is blank. */
export const DEFAULT_POST = "挂职副所长";

const ofPartner = { isRequired: false, isOfPartner: true } as const;

export const secondmentColumns: readonly Column[] = [
  { key: "serviceNumber", zh: "警号", en: "Service number", isRequired: true, read: readCode },
  { key: "name", zh: "姓名", en: "Name", isRequired: true, read: readName },
  {
    key: "sex",
    zh: "性别",
    en: "Sex",
    aliases: ["gender"],
    isRequired: true,
    ...oneOf(sexes, "not-a-sex"),
  },
  {
    key: "birthMonth",
    zh: "出生年月",
    en: "Birth month",
    aliases: ["出生日期"],
    isRequired: true,
    read: readMonth,
  },
  { key: "kind", zh: "人员类别", en: "Kind", isRequired: true, ...oneOf(kinds, "not-a-kind") },
  { key: "homeUnit", zh: "派出单位", en: "Home unit", isRequired: true, read: readText },
  {
    key: "hostStation",
    zh: "挂职派出所",
    en: "Host station",
    aliases: ["接收派出所"],
    isRequired: true,
    read: readText,
    isPrefilled: true,
  },
  {
    key: "post",
    zh: "挂职职务",
    en: "Post",
    isRequired: false,
    read: readText,
    blank: DEFAULT_POST,
    isPrefilled: true,
  },
  { key: "from", zh: "起始日期", en: "Start date", aliases: ["from"], isRequired: false, read: readDate },
  {
    key: "partner",
    zh: "带教民警警号",
    en: "Partner's number",
    aliases: ["师傅警号"],
    ...ofPartner,
    read: readCode,
  },
  {
    key: "partnerName",
    zh: "带教民警姓名",
    en: "Partner's name",
    aliases: ["师傅姓名"],
    ...ofPartner,
    read: readName,
  },
  {
    key: "partnerSex",
    zh: "带教民警性别",
    en: "Partner's sex",
    ...ofPartner,
    ...oneOf(sexes, "not-a-sex"),
  },
  {
    key: "partnerBirthMonth",
    zh: "带教民警出生年月",
    en: "Partner's birth month",
    ...ofPartner,
    read: readMonth,
  },
  {
    key: "focus",
    zh: "带教方向",
    en: "Pair focus",
    ...ofPartner,
    read: readText,
    words: focuses,
    isOpen: true,
  },
  {
    key: "pairScheme",
    zh: "结对方案",
    en: "Pair scheme",
    ...ofPartner,
    read: readText,
    words: pairSchemes,
    isOpen: true,
  },
  {
    key: "eligible",
    zh: "符合带教条件",
    en: "Partner eligible",
    ...ofPartner,
    ...oneOf(yesOrNo, "not-yes-or-no"),
  },
  {
    key: "kin",
    zh: "师徒有亲属关系",
    en: "Partners are kin",
    ...ofPartner,
    ...oneOf(yesOrNo, "not-yes-or-no"),
  },
];

export const unitColumns: readonly Column[] = [
  { key: "code", zh: "单位代码", en: "Unit code", isRequired: true, read: readCode },
  { key: "name", zh: "单位名称", en: "Unit name", isRequired: true, read: readText },
  {
    key: "kind",
    zh: "单位类别",
    en: "Unit kind",
    isRequired: true,
    ...oneOf(unitKinds, "not-a-unit-kind"),
  },
  { key: "parent", zh: "上级单位", en: "Parent unit", isRequired: false, read: readCode },
];

/** The sheets, with the column whose value may stand in a file only once. */
export const sheetsOfTemplate = {
  secondments: { zh: "挂职名单", en: "Secondments", columns: secondmentColumns, unique: "serviceNumber" },
  units: { zh: "单位", en: "Units", columns: unitColumns, unique: "code" },
  posts: { zh: "兼任名单", en: "Concurrent posts", columns: postColumns, unique: undefined },
} as const;
export const INSTRUCTIONS = { zh: "填写说明", en: "Instructions" } as const;

/** What a heading is compared by: narrow, lower case, without spaces, stars and anything in brackets. */
export function headingKey(heading: string): string {
  return heading
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\([^)]*\)/g, "")
    .replace(/[\s*:]/g, "");
}

/** The column that a heading names, if it is one of ours. */
export function columnOf(columns: readonly Column[], heading: string): Column | undefined {
  const wanted = headingKey(heading);
  return columns.find((column) =>
    [column.zh, column.en, column.key, ...(column.aliases ?? [])].some((name) => headingKey(name) === wanted),
  );
}
