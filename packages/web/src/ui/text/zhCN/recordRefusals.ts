import type { RefusalSentences } from "../../refusalSentence.ts";

/** Records of every kind: units, people, cohorts, terms, notices, and changes at the same time. */
export const recordRefusals = {
  "station-has-secondments": () => "该派出所已有挂职人员，不能改变隶属；请以新的单位代码另建",
  "ambiguous-unit": (p) => `名为“${p.unit}”的单位不止一个，请填写代码：${p.codes}`,
  "already-confirmed": () => "该内容已经确认",
  "claim-ends-before-it-starts": () => "结束日期不得早于起始日期",
  "day-twice": (p) => `${p.date} 出现两次`,
  "not-a-station": (p) => `${p.unit} 不是派出所`,
  "not-in-notice-year": (p) => `${p.date} 不属于 ${p.year} 年的放假安排（12 月 25 日至 31 日属于次年）`,
  "notice-line-unreadable": () => "该行无法识别",
  "officer-busy": (p) => `该民警在 ${p.from} 至 ${p.to} 已有挂职安排`,
  "planned-differently": () => "该民警在本批次已有不同的安排",
  "post-busy": (p) => `该派出所的此岗位在 ${p.from} 至 ${p.to} 已有人挂职`,
  "unknown-scheme": (p) => `没有名为 ${p.scheme} 的方案`,
} satisfies RefusalSentences;
