import type { Refusal } from "@dunmiao/domain/refusal";
import type { RefusalSentences } from "../../refusalSentence.ts";
import { absenceRefusals } from "./absenceRefusals.ts";
import { assessmentRefusals } from "./assessmentRefusals.ts";
import { awardRefusals } from "./awardRefusals.ts";
import { extensionRefusals } from "./extensionRefusals.ts";
import { importRefusals } from "./importRefusals.ts";
import { recordRefusals } from "./recordRefusals.ts";
import { rulingRefusals } from "./rulingRefusals.ts";
import { schemeRefusals } from "./schemeRefusals.ts";
import { spotCheckRefusals } from "./spotCheck.ts";

/** One sentence per refusal code; what a clerk did wrong and what would be right. */
export const refusals = {
  ...absenceRefusals,
  ...assessmentRefusals,
  ...awardRefusals,
  ...extensionRefusals,
  ...importRefusals,
  ...recordRefusals,
  ...rulingRefusals,
  ...spotCheckRefusals,
  ...schemeRefusals,
  "empty-range": () => "同一天不能既从下午开始又到上午结束",
  "from-after-to": (p) => `结束日期不得早于起始日期（${p.from}）`,
  "officer-differs": (p) => `警号 ${p.serviceNumber} 与已有人员信息不一致`,
  "ordered-by-required": () => "请选择由谁安排：挂职单位或市局",
  "ordered-by-sending-is-recall": () => "由派出单位安排离岗的，类别应为“派出单位召回”",
  "parent-is-below": () => "上级单位不能是本单位或其下属单位",
  "range-too-long": (p) => `一次最长 ${p.days} 天，请分段填写`,
  "station-needs-branch": () => "派出所必须隶属于分局",
  "unit-kind-differs": (p) => `单位 ${p.unit} 已存在，但类型不同`,
  "unknown-unit": (p) => `没有代码或名称为“${p.unit}”的单位`,
  "invalid-date": () => "日期不存在或格式有误，请按 2026-03-02 的格式填写",
  "invalid-value": () => "填写的内容无效",
  required: () => "此项必填",
  "too-long": (p) => `不得超过 ${p.max} 字`,
} satisfies RefusalSentences;

/** For a code that has no sentence yet. */
export const unknownRefusal = (refusal: Pick<Refusal, "code">) => `不符合规定，不能办理（${refusal.code}）`;
