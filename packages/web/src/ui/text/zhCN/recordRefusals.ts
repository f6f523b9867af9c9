import { nameOf } from "../../nameOf.ts";
import type { RefusalSentences } from "../catalog.ts";
import { festival } from "./calendarPage.ts";

function festivalList(codes: unknown): string {
  return String(codes)
    .split(",")
    .map((code) => nameOf(festival, code))
    .join("、");
}

/** Records of every kind: units, people, cohorts, terms, notices, and changes at the same time. */
export const recordRefusals = {
  "birth-out-of-bounds": (p) => `起始时须年满 16 岁、不超过 70 岁：出生年月应在 ${p.from} 至 ${p.to} 之间`,
  "cohort-out-of-bounds": (p) => `批次的起始日期应在今天前后十年之内：${p.from} 至 ${p.to}`,
  "document-date-out-of-bounds": (p) => `日期应在 ${p.from} 至 ${p.to} 之间（最多晚于今天一年），请核对年份`,
  "notice-year-out-of-bounds": (p) => `最多只能载入到 ${p.to} 年的放假安排，请核对年份`,
  "start-out-of-bounds": (p) => `起始日期与批次起始日期相差不得超过一个挂职期：${p.from} 至 ${p.to}`,
  "force-of-station": (p) => `${p.unit}是派出所，警力基数请在其上级单位填写`,
  "share-not-said": () => "县级的下派比例自行确定，请填写",
  "too-many-forces": (p) => `一个单位最多填写 ${p.limit} 次警力基数`,
  "station-has-secondments": () => "该派出所已有挂职人员，不能改变隶属；请以新的单位代码另建",
  "ambiguous-unit": (p) => `名为“${p.unit}”的单位不止一个，请填写代码：${p.codes}`,
  "already-confirmed": () => "该内容已经确认",
  "claim-ends-before-it-starts": () => "结束日期不得早于起始日期",
  "day-twice": (p) => `${p.date} 出现两次`,
  "not-a-station": (p) => `${p.unit} 不是派出所`,
  "not-in-notice-year": (p) => `${p.date} 不属于 ${p.year} 年的放假安排（12 月 25 日至 31 日属于次年）`,
  "festivals-missing": (p) => `通知没有${festivalList(p.festivals)}的放假安排；确无安排的，请逐项确认`,
  "festivals-not-missing": (p) => `通知已有${festivalList(p.festivals)}的放假安排，不能确认为没有`,
  "loaded-without-festivals": (p) =>
    `载入时未确认没有${festivalList(p.festivals)}的放假安排；请重新载入并逐项确认`,
  "half-day-line-unreadable": (p) => `半天假第 ${p.line} 行无法识别：${p.text}`,
  "half-day-told-twice": (p) => `${p.date} 的半天假与通知正文所写不一致，请改成一致`,
  "count-changes": (p) => `累计不在岗天数随之改变：${p.counts}，请核对后再提交`,
  "ages-not-rising": (p) => `年龄起止颠倒：${p.from} 至 ${p.to} 周岁`,
  "notice-line-unreadable": (p) => `第 ${p.line} 行无法识别：${p.text}`,
  "notice-line-twice": (p) => `第 ${p.line} 行的日期前文已有安排：${p.text}`,
  "notice-weekday-differs": (p) => `第 ${p.line} 行所写星期与日期不符：${p.text}`,
  "notice-total-differs": (p) => `第 ${p.line} 行所写天数与起止日期不符：${p.text}`,
  "notice-without-festival": (p) => `第 ${p.line} 行的日期不知属于哪个节日：${p.text}`,
  "notice-nothing-to-prolong": (p) =>
    `第 ${p.line} 行延长的假期在前文没有安排，请连同原通知一并粘贴：${p.text}`,
  "officer-busy": (p) => `该民警在 ${p.from} 至 ${p.to} 已有挂职安排`,
  "planned-differently": () => "该民警在本批次已有不同的安排",
  "post-busy": (p) => `该派出所的此岗位在 ${p.from} 至 ${p.to} 已有人挂职`,
  "unknown-scheme": (p) => `没有名为 ${p.scheme} 的方案`,
} satisfies RefusalSentences;
