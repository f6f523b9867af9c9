import { nameOf } from "../../nameOf.ts";
import type { RefusalSentences } from "../catalog.ts";
import { pairPage } from "./pairPage.ts";

/** Refusals of mentor pairs. */
export const pairRefusals = {
  "activity-confirmed": () => "该项活动不需要确认，或已确认",
  "activity-outside-term": (p) => `活动日期须在结对期限内（${p.from} 至 ${p.to}）`,
  "agreement-empty": () => "请至少填写一项",
  "away-outside-term": (p) => `起始日期须在结对期限内（${p.from} 至 ${p.to}）`,
  "away-overlaps": (p) => `该期间已登记师傅离岗（${p.from} 至 ${p.to}）`,
  "end-outside-term": (p) => `结束日期须在结对期限内（${p.from} 至 ${p.to}）`,
  "mentor-tests": () => "师傅、徒弟本人不得登记考核结果，请由单位登记",
  "not-passed-yet": () => "出师考核通过后才能出师；未通过的请登记考核，或解除结对",
  "not-the-other-member": () => "由师徒中未登记的一方确认",
  "pair-not-active": (p) => `该结对当前为“${nameOf(pairPage.status, p.status)}”，不能办理`,
  "plan-outside-term": (p) => `月度计划须在 ${p.from} 至 ${p.to} 之间`,
  "substitute-is-member": () => "代带人不能是师傅或徒弟本人",
  "test-outside-term": (p) => `考核日期须在结对期限内（${p.from} 至 ${p.to}）`,
  "test-passed": () => "出师考核已通过",
  "too-many-absences-of-mentor": (p) => `师傅离岗最多登记 ${p.limit} 次`,
  "too-many-activities": (p) => `一次结对最多登记 ${p.limit} 项活动`,
  "unknown-activity": () => "没有找到该项活动",
  "unknown-activity-kind": () => "方案中没有该类活动",
  "unknown-grade": () => "方案中没有该等次",
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
