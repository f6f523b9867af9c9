import { nameOf } from "../../nameOf.ts";
import type { RefusalSentences } from "../catalog.ts";
import { extensionPage } from "./extensionPage.ts";
import { status } from "./secondment.ts";

/** Refusals about further terms and hand-overs. */
export const extensionRefusals = {
  "already-received": (p) => `接任人已于 ${p.on} 确认`,
  "extension-granted": (p) => `已同意自 ${p.from} 起延期，不能再次申请`,
  "extension-months": (p) => `延期月数须为 1 至 ${p.max} 个月`,
  "extension-only-own": () => "延期由本人申请和撤回；政治部只代为录入和撤回书面申请",
  "extension-open": () => "延期申请正在办理，请先办结",
  "extension-window": (p) => `只能在 ${p.from} 至 ${p.to} 期间申请延期`,
  "hand-over-empty": () => "请至少填写一项交接内容",
  "no-hand-over": () => "还没有填写工作交接",
  "no-open-extension": () => "没有正在办理的延期申请",
  "not-open-to-extension": (p) => `该挂职状态为“${nameOf(status, p.status)}”，不能延期`,
  "not-open-to-hand-over": (p) => `该挂职状态为“${nameOf(status, p.status)}”，不能填写工作交接`,
  "not-the-successor": () => "只有同一岗位的接任人可以确认",
  "not-your-turn": (p) =>
    `该申请当前为“${nameOf(extensionPage.states, p.state)}”，还没有轮到或已经办过此环节`,
} satisfies RefusalSentences;
