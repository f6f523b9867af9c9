import type { ForceLevel } from "@dunmiao/domain/force";
import type { PeopleFigure } from "@dunmiao/domain/unit/quota";

/** How many each unit is to send down. */
export const quotaPage = {
  title: "下派比例",
  intro: (p: { today: string }) =>
    `按 ${p.today} 计算：应派 = 警力基数 × 比例（不足一人的按一人计），在派为当日任期内的人员，计入最近一级填有警力基数的派出单位。`,
  enter: "填写警力基数",
  enterIntro: "同一单位同一起始日再次填写，即替换原数，原数留在操作记录中。派出所不单独填写。",
  again: "重新填写",
  none: "还没有警力基数",
  noneHint: "由政治部按单位填写警力基数和比例后，在此对照应派、在派人数。",
  total: "合计",
  level: { city: "局机关和市级", county: "县级" } satisfies Record<ForceLevel, string>,
  percent: (p: { share: number }) => `${p.share}%`,
  column: {
    level: "层级",
    people: "警力基数",
    from: "起始日期",
    share: "比例",
    planned: "应派",
    actual: "在派",
    gap: "差额",
    coming: "已排定、未到期",
  },
  figure: { planned: "应派（人）", actual: "在派（人）", gap: "差额（人）" },
  share: "比例（%）",
  shareHint: "局机关和市级不填则为 20；县级自行确定，必须填写。最多两位小数。",
  source: "依据文号",
  withoutForce: (p: { actual: number; coming: number }) =>
    `另有 ${p.actual} 人在派、${p.coming} 人已排定，其派出单位及上级均未填警力基数，未计入上表。`,
  see: { actual: "查看在派人员", coming: "查看已排定人员" } satisfies Record<PeopleFigure, string>,
  peopleOf: {
    actual: (p: { whose: string }) => `${p.whose}在派人员`,
    coming: (p: { whose: string }) => `${p.whose}已排定、未到期人员`,
  },
  ofAll: "各单位",
  ofNoForce: "未填警力基数单位",
  nobody: "没有人员",
  nobodyHint: "该单位当日没有计入的人员，或者不在可查看的范围内。",
};
