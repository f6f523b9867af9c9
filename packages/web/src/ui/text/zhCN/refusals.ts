import { absenceWords } from "../absence.ts";
import { auditExportWords } from "../auditExport.ts";
import type { EveryRefusalSentence } from "../catalog.ts";
import { cosignerWords } from "../cosigner.ts";
import { absenceRefusals } from "./absenceRefusals.ts";
import { accountRefusals } from "./accountPage.ts";
import { assessmentRefusals } from "./assessmentRefusals.ts";
import { awardRefusals } from "./awardRefusals.ts";
import { postRefusals } from "./concurrentPost.ts";
import { extensionRefusals } from "./extensionRefusals.ts";
import { importRefusals } from "./importRefusals.ts";
import { matchingRefusals } from "./matchingPage.ts";
import { pairRefusals } from "./pairRefusals.ts";
import { recordRefusals } from "./recordRefusals.ts";
import { rulingRefusals } from "./rulingRefusals.ts";
import { schemeRefusals } from "./schemeRefusals.ts";
import { spotCheckRefusals } from "./spotCheck.ts";

/** One sentence per refusal code; what a clerk did wrong and what would be right. */
export const refusals = {
  ...absenceWords.zhCN.refusals,
  ...absenceRefusals,
  ...accountRefusals,
  ...assessmentRefusals,
  ...cosignerWords.zhCN.refusals,
  ...auditExportWords.zhCN.refusals,
  ...awardRefusals,
  ...extensionRefusals,
  ...importRefusals,
  ...matchingRefusals,
  ...pairRefusals,
  ...postRefusals,
  ...recordRefusals,
  ...rulingRefusals,
  ...spotCheckRefusals,
  ...schemeRefusals,
  "empty-range": () => "同一天不能既从下午开始又到上午结束",
  "from-after-to": (p) => `结束日期不得早于起始日期（${p.from}）`,
  "officer-differs": (p) => `警号 ${p.serviceNumber} 与已有人员信息不一致`,
  "officer-corrected": (p) =>
    `警号 ${p.serviceNumber} 的此项信息已于 ${p.on} 更正为“${p.to}”，请按更正后的内容填写`,
  "needs-correction": (p) =>
    `警号 ${p.serviceNumber}${p.name ? `（${p.name}${p.from ? `，${p.from} → ${p.to}` : ""}）` : ""} 有未认定的挂职，此项须在人员页面提出更正（附依据，另一人审批）`,
  "correction-open": () => "已有一项信息更正待审批，办结后再提出",
  "correction-not-open": () => "该项更正已办结或不存在",
  "open-requests-full": (p) => `尚有 ${p.limit} 项申请待答复，请等待答复后再申请`,
  "request-answered": () => "该申请已答复",
  "officer-changed": () => "人员信息在您填写期间已变更，请刷新后核对再提交",
  "not-your-correction": () => "只能由提出人撤回",
  "merged-number": (p) => `警号 ${p.serviceNumber} 已并入警号 ${p.known}（同一人），请使用 ${p.known}`,
  "unknown-officer": (p) => `没有警号为 ${p.serviceNumber} 的人员`,
  "same-number": () => "两个警号相同",
  "terms-overlap": (p) =>
    `两个警号的挂职期间重叠（${p.from} 至 ${p.to}），同一人不能同时有两项挂职，不能合并；确系同一人的，请先将误登的一项撤销或提前终止`,
  "ordered-by-required": () => "请选择由谁安排：挂职单位或市局",
  "ordered-by-sending-is-recall": () =>
    "由派出单位安排离岗的，类别应为“派出单位召回”，由挂职单位、政治部或督察登记",
  "parent-is-below": () => "上级单位不能是本单位或其下属单位",
  "range-too-long": (p) => `一次最长 ${p.days} 天，请分段填写`,
  "station-needs-branch": () => "派出所必须隶属于分局",
  "difference-moved": () => "此项核验不符已有变化或已有人签字，请查看最新情况后再签",
  "unit-kind-differs": (p) => `单位 ${p.unit} 已存在，但类型不同`,
  "unknown-unit": (p) => `没有代码或名称为“${p.unit}”的单位`,
  "invalid-date": () => "日期不存在或格式有误，请按 2026-03-02 的格式填写",
  "invalid-value": () => "填写的内容无效",
  required: () => "此项必填",
  "too-long": (p) => `不得超过 ${p.max} 字`,
} satisfies EveryRefusalSentence;

/** For a code that has no sentence yet. */
export const unknownRefusal = (refusal: { code: string }) => `不符合规定，不能办理（${refusal.code}）`;
