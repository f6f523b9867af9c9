import type { Column } from "./column.ts";
import { headingKey } from "./columns.ts";

/** What people write over a column of ours; a word of it alone does not say for certain which column it is. */
const others: Readonly<Record<string, readonly string[]>> = {
  serviceNumber: [
    "警员编号",
    "民警编号",
    "警官证号",
    "警号编码",
    "人员编号",
    "工号",
    "badge number",
    "number",
    "id",
  ],
  name: ["名字", "人名", "full name"],
  sex: ["男女", "gender"],
  birthMonth: ["生日", "出生", "出生时间", "出生年份", "birthday", "date of birth", "dob", "born"],
  kind: ["类别", "类型", "人员类型", "身份", "人员身份", "人员性质", "type", "category"],
  homeUnit: [
    "单位",
    "原单位",
    "所在单位",
    "工作单位",
    "现单位",
    "选派单位",
    "派出部门",
    "unit",
    "sending unit",
  ],
  hostStation: ["接收单位", "挂职单位", "接收所", "挂职地点", "派驻单位", "host unit"],
  post: ["岗位", "职位", "挂职岗位", "挂任职务", "拟任职务", "担任职务", "position", "title", "role"],
  from: [
    "开始时间",
    "起始时间",
    "开始",
    "起始",
    "挂职时间",
    "挂职开始时间",
    "到岗日期",
    "报到日期",
    "时间",
    "start",
    "begin",
    "begins on",
  ],
  code: ["编码", "编号", "单位编号", "单位编码", "机构代码"],
  parent: ["上级", "主管单位", "隶属单位", "所属单位", "上级部门", "上级机构", "belongs to", "superior unit"],
};
/** Longer headings over the columns that may be left out: without them every row gets what the cohort says. */
const about: Readonly<Record<string, RegExp>> = {
  post: /^(?![现原曾]).*(?:职务|职位|岗位)$|\b(?:post|position|job)/i,
  from: /(?:起始|开始|起算|到岗|到任|报到|任职|挂职).*(?:日期|时间|日)$|^(?:begin|start|from|commenc)|(?:begin|start)s?$/i,
};
/** Other people than whom the list sends are the partners only where the heading says so. */
const namesPartner = /带教|师[傅父徒]|结对|partner|mentor|\bpair/i;
const SHORTEST_PART = 2;

/**
 * The column among the `absent` ones that a heading may mean: a usual other word for it, one word that contains the other, or
 * a slip of the hand. `序号` is two characters and one of them is that of `警号`: words that short are no slips.
 */
export function nearColumn(absent: readonly Column[], heading: string): Column | undefined {
  const missing = absent.filter(({ isOfPartner }) => !isOfPartner || namesPartner.test(heading));
  const written = headingKey(heading);
  const names = (column: Column) =>
    [column.zh, column.en, ...(column.aliases ?? [])].map((name) => headingKey(name));
  const byWord = missing.find(
    ({ key }) => about[key]?.test(heading) || others[key]?.some((word) => headingKey(word) === written),
  );
  if (byWord) return byWord;
  return missing.find((column) =>
    names(column).some((name) => isPart(written, name) || isSlip(written, name)),
  );
}

function isPart(written: string, name: string): boolean {
  const [short, long] = written.length < name.length ? [written, name] : [name, written];
  const isChinese = /\p{Script=Han}/u.test(short);
  return short.length >= (isChinese ? SHORTEST_PART : 2 * SHORTEST_PART) && long.includes(short);
}

function isSlip(written: string, name: string): boolean {
  const longest = Math.max(written.length, name.length);
  if (longest < 4) return false;
  return distance(written, name) <= (longest < 8 ? 1 : 2);
}

/** Characters to add, drop or change to get from one word to the other. */
function distance(one: string, other: string): number {
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, character] of Array.from(one).entries()) {
    const next = [row + 1];
    for (const [column, wanted] of Array.from(other).entries())
      next.push(
        Math.min(
          (last[column] ?? 0) + (character === wanted ? 0 : 1),
          (last[column + 1] ?? 0) + 1,
          (next[column] ?? 0) + 1,
        ),
      );
    last = next;
  }
  return last[other.length] ?? 0;
}
