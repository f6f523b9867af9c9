import { personRoles } from "@dunmiao/domain/actor";
import { readCode, readDate, readName, readText } from "../import/cells.ts";
import type { Column } from "../import/column.ts";
import { oneOf, type Words } from "../import/columnWords.ts";
import { role as english } from "../ui/text/en/people.ts";
import { role as chinese } from "../ui/text/zhCN/people.ts";

/** Roles as pages call them. */
export const roleWords: Words = personRoles.map((role) => [role, chinese[role], english[role]]);

/** The columns of a list of accounts; a person with several roles has a row for each. */
export const accountColumns: readonly Column[] = [
  {
    key: "number",
    zh: "警号",
    en: "Police number",
    aliases: ["service number"],
    isRequired: true,
    read: readCode,
  },
  { key: "name", zh: "姓名", en: "Name", isRequired: true, read: readName },
  { key: "role", zh: "身份", en: "Role", isRequired: false, ...oneOf(roleWords, "role-mark-unknown") },
  { key: "unit", zh: "单位", en: "Unit", isRequired: false, read: readText },
  { key: "from", zh: "起始日", en: "First day", isRequired: false, read: readDate },
  { key: "to", zh: "截止日", en: "Last day", isRequired: false, read: readDate },
];
