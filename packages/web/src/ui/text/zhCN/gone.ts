/** What a record or an address names and nobody finds any more. A code stands only where somebody has to look it up. */
export const gone = {
  unit: (p: { code: string }) => `已不在册的单位（代码 ${p.code}）`,
  cohort: "已不在册的批次",
  person: "已不在名单中的人员",
  station: "已不在名单中的派出所",
  checkpoint: "其他考核节点",
  dutyArea: "方案中已没有的职责领域",
  record: "已不在册的记录",
};
