import { nameOf } from "../../nameOf.ts";
import type { RefusalSentences } from "../catalog.ts";
import { awardPage } from "./awardPage.ts";

/** Refusals of awards, contributions and published figures. */
export const awardRefusals = {
  "award-before-term": (p) => `表彰日期不得早于任期第一天（${p.from}）`,
  "document-already-entered": (p) => `该文号已登记为 ${p.award}；登记有误的，请另一人先撤销`,
  "too-many-awards": (p) => `一个任期最多登记 ${p.limit} 项表彰`,
  "unknown-award": () => "没有找到该项表彰",
  "already-revoked": (p) => `该项表彰已于 ${p.on} 撤销`,
  "too-many-contributions": (p) => `一个任期最多报告 ${p.limit} 项成果`,
  "unknown-contribution": () => "没有找到该项成果",
  "not-waiting-for-verification": (p) => `该项成果当前为“${nameOf(awardPage.adoption, p.state)}”，不需要核实`,
  "not-waiting-for-adoption": (p) =>
    `该项成果当前为“${nameOf(awardPage.adoption, p.state)}”，不能决定是否采纳`,
  "level-named-twice": () => "同一等级只能填写一次",
} satisfies RefusalSentences;
