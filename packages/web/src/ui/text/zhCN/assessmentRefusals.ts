import { nameOf } from "../../nameOf.ts";
import type { RefusalSentences } from "../catalog.ts";
import { formState } from "./assessment.ts";
import { role } from "./people.ts";

/** Refusals of forms of checkpoints. */
export const assessmentRefusals = {
  "not-final-yet": () => "该表定稿后方可查阅",
  "month-undecided": (p) => `当月有尚未决定的不在岗记录（${p.absences}），请先作出决定`,
  "checkpoint-dropped": () => "该节点已不再需要，不能填报",
  "checkpoint-missed": (p) => `该节点应于 ${p.dueOn} 前填报，现已截止`,
  "checkpoint-not-open": (p) => `该节点自 ${p.opensOn} 起填报`,
  "draft-changed": (p) =>
    `${p.byName ?? "另有人"} 已于 ${p.at} 另存了草稿，您的内容尚未保存；请对照下方对方的草稿，再次保存将以您的内容为准`,
  "form-already-in": () => "该表格已提交，不能再填",
  "form-not-listed": () => "方案没有要求填报此表",
  "form-not-submitted": (p) => `该表格当前为“${nameOf(formState, p.state)}”，没有待审核的内容`,
  "ledger-changed": (p) =>
    `台账已变动：现为 ${p.countedDays} 个工作日，页面所示为 ${p.shownDays} 个，请核对后重新确认`,
  "month-not-over": (p) => `${p.month} 尚未结束，${p.opensOn} 起可以确认`,
  "month-outside-term": (p) => `月份须在 ${p.from} 至 ${p.to} 之间`,
  "narrative-required": (p) => `总评为优秀或不称职的，须写明评定说明，不少于 ${p.min} 字`,
  "needs-accepter": (p) => `须由${nameOf(role, p.role)}或政治部审核`,
  "not-your-form": (p) => `该表格须由${nameOf(role, p.by)}填报`,
  "unknown-assessment": () => "没有找到该表格",
  "unknown-checkpoint": () => "没有该考核节点",
  "unknown-duty-area": () => "方案中没有该职责领域",
} satisfies RefusalSentences;
