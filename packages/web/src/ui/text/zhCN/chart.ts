/** `4.5 / 15 天 · 审批中 2 天 · 余 10.5 天`; figures arrive formatted. */
export const gauge = {
  used: (p: { used: string; limit: string }) => `${p.used} / ${p.limit} 天`,
  pending: (p: { pending: string }) => `审批中 ${p.pending} 天`,
  left: (p: { left: string }) => `余 ${p.left} 天`,
  over: (p: { over: string }) => `超 ${p.over} 天`,
  title: (p: { used: string; limit: string }) => `不在岗 ${p.used} 天，上限 ${p.limit} 天`,
  reached: (p: { together: string; level: string }) => `连同审批中共 ${p.together} 天：${p.level}`,
  level: { calm: "正常", amber: "关注", strong: "预警", red: "超限" },
};

export const barChart = {
  title: (p: { caption: string; count: number; limit: string }) =>
    `${p.caption}：共 ${p.count} 人，按累计不在岗天数由多到少排列，上限 ${p.limit} 天`,
  person: "人员",
  days: "累计不在岗天数",
  pending: "审批中天数",
};
