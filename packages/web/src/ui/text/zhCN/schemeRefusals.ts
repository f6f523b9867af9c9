import { nameOf } from "../../nameOf.ts";
import type { RefusalSentences } from "../catalog.ts";
import { absenceClass } from "./absence.ts";
import { schemeDraft } from "./schemeDraft.ts";
import { schemePage } from "./schemePage.ts";

const laterSettings = {
  findingBetweenRequests: schemeDraft.findingBetween,
  findingDismissedBy: schemeDraft.findingDismissed,
  groupHalfDays: schemePage.groupHalfDays,
};

/** Settings that contradict each other, and drafts of schemes. */
export const schemeRefusals = {
  "attendance-each-month": () => "月度在岗确认应每月一次",
  "class-left-open": (p) => `“${nameOf(absenceClass, p.class)}”是否计入尚未规定，请先在草案中规定，再发布`,
  "escalation-not-rising": (p) => `报市局应晚于报分局（${p.branch} 个工作日）`,
  "form-not-of-kind": () => "所填表格与节点类型不符",
  "forms-not-here": () => "报到和认定由其本身的办理完成，不填表",
  "forms-required": () => "请至少选择一个填表角色",
  "half-day-steps": () => "请填写以半天为单位的天数，例如 15 或 15.5",
  "key-is-kind": (p) => `此类节点的代码应为 ${p.key}`,
  "key-twice": () => "与另一项的代码重复",
  "ladder-not-rising": (p) => `分局可批天数应多于派出所（${p.station} 个工作日）`,
  "missed-before-escalation": (p) => `记为逾期未报的日期应晚于报市局（${p.bureau} 个工作日）`,
  "month-twice": () => "同一月数只能填一次",
  "needs-one-report-in": () => "方案须有且只有一个报到节点",
  "needs-one-ruling": () => "方案须有且只有一个认定节点",
  "newer-version": (p) => `已有更新的第 ${p.version} 版，请以其为依据重新起草`,
  "number-expected": () => "请填写数字",
  "number-list-expected": () => "请填写数字，用逗号分开",
  "one-date-only": () => "报到和认定只能有一个日期",
  "checkpoint-outside-term": (p) => `超出任期（${p.months} 个月）`,
  "reminder-twice": () => "同一天只提醒一次",
  "role-files-twice": () => "同一角色在一个节点只填一张表",
  "scheme-published": (p) => `该版本已于 ${p.on} 发布，不能再改`,
  "setting-not-stated": (p) =>
    `草案由旧版系统起草，尚未写明“${nameOf(laterSettings, p.setting)}”，请先打开草案核对并保存，再发布`,
  "too-many": (p) => `最多 ${p.max} 项`,
  "warn-level-over-limit": (p) => `预警天数不得超过上限（${p.limit} 天）`,
  "warn-levels-not-rising": () => "预警天数应由小到大，不得重复",
  "whole-number-expected": () => "请填写整数",
} satisfies RefusalSentences;
