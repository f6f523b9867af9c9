import { nameOf } from "../../nameOf.ts";
import type { RefusalSentences } from "../catalog.ts";
import { rulingPage } from "./rulingPage.ts";
import { status } from "./secondment.ts";

/** Refusals of statements, rulings, notices, reviews and early ends. */
export const rulingRefusals = {
  "further-term-granted": () => "已批准延期，任期不能提前结束",
  "make-up-not-served": (p) => `补足的 ${p.days} 天任期至 ${p.to} 止：须服满`,
  "undecided-may-exceed": (p) =>
    `已计 ${p.countedDays} 天，连同待决定的可达 ${p.possibleDays} 天，超过上限 ${p.limitDays} 天：请先决定这些事项，再办理取消`,
  "months-changed": (p) => `${p.months} 的在岗确认与台账已不一致，请由填报单位重新确认后再认定`,
  "must-be-ruled": (p) =>
    `累计不在岗 ${p.countedDays} 天（上限 ${p.limitDays} 天），已超过上限或者超限核查未结：必须作出认定，不得中止或者撤销；已经报到的，可以先按“提前完成”结束`,
  "absences-after-last-day": (p) =>
    `提前结束会使累计不在岗天数减少 ${p.days} 天；请先更正超出新的最后一日的不在岗记录，由另一人批准`,
  "absences-undecided": (p) => `还有 ${p.count} 项不在岗情况未有结论，不能作出认定`,
  "already-ended-early": (p) => `已于 ${p.on} 提前结束`,
  "already-served": (p) => `已于 ${p.on} 送达`,
  "before-the-notice": (p) => `不得早于通知书制发日期（${p.on}）`,
  "checkpoints-outstanding": (p) => `还有 ${p.count} 个考核节点未完成，不能作出认定`,
  "count-changed-since-proposal": (p) =>
    `提出意见时计入 ${p.before} 天，现为 ${p.countedDays} 天；请退回后重新提出`,
  "forms-not-final": (p) => `还有 ${p.count} 份考核表未定稿，不能作出认定`,
  "make-up-after-early-end": () => "任期已提前结束，不能延长补足",
  "make-up-not-in-scheme": () => "适用方案没有规定延长补足",
  "make-up-not-needed": (p) => `计入 ${p.countedDays} 天，未超过上限 ${p.limitDays} 天，无须延长补足`,
  "never-reported-in": () => "从未报到",
  "no-review-requested": () => "没有待答复的复核申请",
  "not-open-to-statements": (p) => `该挂职状态为“${nameOf(status, p.status)}”，不能提交陈述`,
  "not-running": (p) => `该挂职状态为“${nameOf(status, p.status)}”，不能提前结束`,
  "not-waiting-for-ruling": (p) => `该挂职状态为“${nameOf(status, p.status)}”，不能作出认定`,
  "not-yet-served": () => "通知书尚未送达，复核期限未起算",
  "notice-already-issued": () => "已制发通知书",
  "notice-not-issued": () => "尚未制发通知书",
  "over-the-limit": (p) =>
    `计入 ${p.countedDays} 天，超过上限 ${p.limitDays} 天，不能予以认定；事实有误的，请先依程序更正`,
  "review-already-requested": (p) => `已于 ${p.on} 申请复核`,
  "review-unanswered": () => "有未答复的复核申请，请先答复",
  "review-window-over": (p) => `申请复核的期限已于 ${p.until} 届满`,
  "ruling-already-proposed": () => "已有待审批的认定意见，请先审批",
  "ruling-not-in-force": (p) => `该认定当前为“${nameOf(rulingPage.rulingState, p.state)}”，不能办理此事项`,
  "ruling-not-proposed": (p) => `该认定当前为“${nameOf(rulingPage.rulingState, p.state)}”，没有待审批的意见`,
  "ruling-superseded": () => "其后已有新的认定意见，不能再办理此项",
  "statement-missing": () => "尚无本人陈述或拒绝陈述的记录，不能作出认定",
  "too-many-rulings": (p) => `一个任期最多 ${p.limit} 次认定意见`,
  "too-many-statements": (p) => `一个任期最多 ${p.limit} 次陈述`,
  "unknown-ruling": () => "没有找到该认定",
} satisfies RefusalSentences;
