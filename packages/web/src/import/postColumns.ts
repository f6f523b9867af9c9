import { postRoles } from "@dunmiao/domain/concurrentPost";
import { postPage as english } from "../ui/text/en/concurrentPost.ts";
import { postPage as chinese } from "../ui/text/zhCN/concurrentPost.ts";
import { readCode, readDate, readName, readText } from "./cells.ts";
import type { Column } from "./column.ts";
import { oneOf } from "./columnWords.ts";

const isRequired = true;
const roles = oneOf(
  postRoles.map((role) => [role, chinese.roles[role], english.roles[role]]),
  "not-a-post-role",
);

/** The columns of a list of concurrent posts; somebody with several posts has a row for each. */
export const postColumns: readonly Column[] = [
  { key: "serviceNumber", zh: "警号", en: "Service number", isRequired, read: readCode },
  { key: "name", zh: "姓名", en: "Name", isRequired, read: readName },
  { key: "place", zh: "地点", en: "Place", aliases: ["兼任地点"], isRequired, read: readText },
  { key: "role", zh: "职务", en: "Role", aliases: ["兼任职务"], isRequired, ...roles },
  {
    key: "appointedBy",
    zh: "聘任单位",
    en: "Appointed by",
    aliases: ["聘任机构", "appointing body"],
    isRequired,
    read: readText,
  },
  {
    key: "from",
    zh: "起始日",
    en: "First day",
    aliases: ["起始日期", "start date"],
    isRequired,
    read: readDate,
  },
  { key: "to", zh: "截止日", en: "Last day", aliases: ["截止日期", "end date"], isRequired, read: readDate },
];
