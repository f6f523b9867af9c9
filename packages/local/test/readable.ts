import { words } from "./statesApp.ts";

/** What programs call things by, and what is left of a text that nobody filled in. */
const raw = [
  /\bacc-[\w-]+/g,
  /\b(?:ended|last|running|next|own|many)-\d{4}(?:-x\d)?\b/g,
  /\b\w[\w-]*@\d+/g,
  /\b(?:cn-20\d\d|notice-[0-9a-f]{6,})/g,
  /\bstep-\d+/g,
  /(?<![\w.-])[acefknrsw]\d{1,3}(?![\w.-])/g,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-/g,
  /\b(?:undefined|NaN|null)\b|\[object|\{\w+\}/g,
];
/** Names and what was typed, in whatever language it is. */
const data = [
  ...Object.values(words),
  ...[
    "学员更正",
    "学员零零贰壹",
    "人事甲",
    "人事乙",
    "领导甲",
    "领导乙",
    "督察甲",
    "审计甲",
    "分局甲",
    "所领导甲",
    "部门甲",
  ],
  ...[
    "政治部",
    "市局",
    "督察支队",
    "审计处",
    "刑侦支队",
    "示例市公安局",
    "挂职副所长",
    "挂职教导员",
    "岗位",
    "挂职派出所",
  ],
  ...[
    "第一小学",
    "教育局",
    "谈心谈话",
    "国办发明电〔2026〕9号",
    "元旦",
    ...["WH", "JG"],
    "test.everything-filed",
    "挂职名单",
    "名单.xlsx",
  ],
];
/** 学员0021, 第0分局1所, 批次 running. */
const numbered =
  /国办发明电〔\d+〕\d+ ?号|学员\d+|第\d分局(?:\d所)?|批次 (?:ended|last|running|next|own|many)/g;
/** Names of programs and formats that both languages write so; a hash is no word. */
const ours =
  /中文|墩苗|\b(?:Dunmiao|English|Excel|xlsx?|csv|UTF-8|GB18030|GBK|MB|JSON|WeCom|SHA-256)\b|\b[0-9a-f]{8,}(?:…|\b)/gi;
/** The check code of a signed head, which is read out letter by letter. */
const checkCodes = /\b[A-Z2-9]{5}-[A-Z2-9]{5}\b/g;
/** Forms that quote what a notice looks like, both names of a scheme, the members of the JSON by which a draw is redone. */
const quoting = /^\/calendar\/notices\/new|^\/(?:pair-)?schemes\/|^\/spot-checks\/[^/]+$/;

/** What a text says that no reader of a language understands. */
export function faultsOf(
  text: string,
  { language, path }: { language: "zh-CN" | "en"; path: string },
): string[] {
  const known = data.toSorted((one, other) => other.length - one.length);
  let rest = text.replaceAll(/\s+/g, " ").replaceAll(numbered, " ");
  for (const each of known) rest = rest.replaceAll(each, " ");
  rest = rest.replaceAll(ours, " ").replaceAll(checkCodes, " ");
  // The detail of a trail is for whoever follows an id.
  const isTrail = /\/events(\?|$)/.test(path);
  const codes = isTrail ? [] : raw;
  const foreign =
    language === "en" ? /[\u4e00-\u9fff][\u4e00-\u9fff，。：、（）\d]*/g : /[A-Za-z]{2,}(?:[ '-][A-Za-z]+)*/g;
  const patterns = quoting.test(path) || isTrail ? codes : [...codes, foreign];
  return patterns.flatMap((pattern) => rest.match(pattern) ?? []);
}
