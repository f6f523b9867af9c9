/** One entry for many pairs at once. */
export const pairGroup = {
  title: "集体登记带教活动",
  intro:
    "比武竞赛、集中座谈等多对师徒共同参加的活动，在此一次登记：各对分别记入，某一对未能登记的，不影响其他各对。",
  noneHint: "没有正在带教的结对，或筛选条件过窄。",
  pairs: "参加的师徒",
  pairsHint: "逐对勾选。",
  shown: (p: { shown: number; of: number }) =>
    `共 ${p.of} 对，仅列出前 ${p.shown} 对；请先按姓名、方向筛选。`,
  line: (p: { mentor: string; apprentice: string; unit: string }) =>
    `${p.mentor} 带 ${p.apprentice}（${p.unit}）`,
  results: "逐对结果",
  result: "结果",
  entered: "已登记",
  enteredCount: "已登记",
  refusedCount: "未能登记",
  leftCount: "尚未登记",
  running: "正在登记",
  runningHelp:
    "逐步登记，每步之后更新进度。离开本页或中断后，其余各对尚未登记；刷新本页或点“继续”接着登记，不会重复。",
  goOn: "继续",
  mark: "；",
  done: (p: { done: number; refused: number }) => `已登记 ${p.done} 对，未能登记 ${p.refused} 对。`,
};
