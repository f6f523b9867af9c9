import type { CostCode } from "@dunmiao/domain/matching/pairCost";
import type { UnmatchedCode } from "@dunmiao/domain/matching/proposePairs";
import type { RefusalSentences } from "../catalog.ts";

export const matchingPage = {
  title: "师徒配对方案",
  intro:
    "把待结对人员和可带徒人员逐行粘贴到下面两栏，系统在全部组合中找出结对最多、总代价最小的一种。方案由您逐行取舍，提交前不建立结对。",
  apprentices: "待结对人员",
  apprenticesHint:
    "每行一人，可从 Excel 直接粘贴：警号、方向、需求（多项用顿号分隔，可不填）、是否新入职（填“是”，可不填）。",
  mentors: "可带徒人员",
  mentorsHint:
    "每行一人：警号、方向（多项用顿号分隔）、专长（多项用顿号分隔，可不填）、现带人数、休整至哪一天、所带人员考核通过人数、未通过人数（后四项一般不填，取自系统中的结对；填写的以所填为准）。",
  columns: {
    serviceNumber: "警号",
    focus: "方向",
    focuses: "方向",
    needs: "需求",
    strengths: "专长",
    load: "现带人数",
    restsUntil: "休整至哪一天",
    passed: "通过人数",
    failed: "未通过人数",
  },
  from: "结对起始日",
  fromHint: "不填则为今天；休整未满的不参与配对。",
  submit: "生成方案",
  again: "修改名单，重新生成",
  weights: "代价怎么算",
  weightsIntro: "各项代价相加，合计越小越合适；不同方向、本人、已带满、休整未满的一律不配。",
  weight: {
    sameBranch: "同一分局、不同派出所",
    elsewhere: "不同分局或机关",
    needUnmet: "每项未覆盖的需求",
    load: "师傅现带每一人",
    newTrade: "新入职人员配给尚未带出过徒弟的师傅",
    failed: "师傅所带每一名考核未通过的人",
  },
  points: "代价",
  summary: (p: { pairs: number; left: number; cost: number }) =>
    `可配 ${p.pairs} 对，总代价 ${p.cost}；${p.left} 人暂无合适的师傅。`,
  proposals: "建议结对",
  noProposals: "没有可配的组合",
  apprentice: "徒弟",
  mentor: "师傅",
  focusColumn: "方向",
  reasons: "依据",
  nextBest: "其次",
  nextBestLine: (p: { name: string; cost: number }) => `${p.name}（代价 ${p.cost}）`,
  nextBestTaken: (p: { name: string; cost: number }) => `${p.name}（代价 ${p.cost}，名额已配给他人）`,
  noNextBest: "没有其他人选",
  nothingAgainst: "同所、需求已覆盖、无其他代价",
  reason: {
    distance: "单位距离",
    need: "未覆盖的需求",
    load: "现带人数",
    newTrade: "新入职",
    results: "以往结果",
  } satisfies Record<CostCode, string>,
  reasonLine: (p: { reason: string; cost: number }) => `${p.reason} ${p.cost}`,
  schemeHint: "所带人数上限、休整期按此方案；现带人数、休整、以往结果取自系统中的结对。",
  choice: "取舍",
  choiceOf: (p: { name: string }) => `取舍：${p.name}`,
  takeProposed: "采用建议",
  takeNext: (p: { name: string }) => `改为 ${p.name}`,
  takeNobody: "不采用",
  takeIntro: "请逐行取舍：采用建议、改为其次人选，或不采用。提交后各对分别拟定，由另一人复核确认后开始。",
  takeMost: (p: { most: number }) =>
    `一次最多提交 ${p.most} 对，其余各行预设为不采用；提交后重新生成方案即可继续。`,
  takenKin: "所采用各对的师徒之间有无亲属关系",
  take: "按以上取舍拟定结对",
  accepted: "拟定结果",
  acceptedDone: (p: { done: number; refused: number }) =>
    `已拟定 ${p.done} 对，待复核确认；未能拟定 ${p.refused} 对。`,
  waits: "已拟定，待复核确认",
  unmatched: "暂无合适师傅",
  why: "原因",
  unmatchedBecause: {
    "no-mentor-of-focus": "名单中没有该方向的师傅",
    "only-oneself": "该方向只有本人",
    "all-at-cap": "该方向的师傅都已带满",
    "all-resting": "该方向的师傅都在休整期内",
    "all-at-cap-or-resting": "该方向的师傅不是已带满就是在休整期内",
    "all-taken": "合适的师傅名额已全部配给他人",
    "already-paired": "该方向已有结对",
  } satisfies Record<UnmatchedCode, string>,
};

export const matchingRefusals = {
  "matching-too-heavy": () => "名单过大，在规定时间内算不完：请分批提交",
  "named-twice": (p) => `警号 ${p.serviceNumber} 在名单中重复`,
} satisfies RefusalSentences;
