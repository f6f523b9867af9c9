import { nameOf } from "../../nameOf.ts";
import type { RefusalSentences } from "../catalog.ts";
import { pairPage } from "./pairPage.ts";

/** Refusals of mentor pairs. */
export const pairRefusals = {
  "apprentice-has-pair": (p) => `该徒弟同一方向已有结对（${p.from} 至 ${p.to}），期间不得重叠`,
  "kinship-not-said": () => "请说明师徒之间有无亲属关系",
  "mentor-load-reached": (p) => `该师傅同期最多带 ${p.cap} 名徒弟，已满`,
  "mentor-rests": (p) => `两次带教之间须间隔 ${p.months} 个月（相邻结对：${p.from} 至 ${p.to}）`,
  "pair-not-proposed": (p) => `该结对当前为“${nameOf(pairPage.status, p.status)}”，不需要复核确认`,
  "pair-start-out-of-bounds": (p) => `起始日期须在 ${p.from} 至 ${p.to} 之间`,
  "pair-too-long": (p) => `结对最长 ${p.months} 个月，最迟至 ${p.to}`,
  "self-mentoring": () => "师傅和徒弟不能是同一人",
  "unknown-eligibility-item": () => "所选条件不在方案的资格清单中",
  "unknown-focus": () => "方案中没有该带教方向",
  "unknown-pair-scheme": (p) => `没有名为 ${p.scheme} 的结对方案`,
} satisfies RefusalSentences;
