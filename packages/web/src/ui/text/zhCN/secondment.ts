/** Status of a secondment (one term). */
export const status = {
  planned: "待报到",
  serving: "挂职中",
  "under-review": "超限核查",
  "awaiting-ruling": "待认定",
  recognised: "已认定",
  "not-recognised": "不予认定",
  withdrawn: "已撤销",
  "ended-early": "中止",
};

/** What a count says against the limit: 15.0 is at the limit and passes, 15.5 exceeds it. */
export const verdict = {
  reached: (p: { verdict: string }) => `连同审批中：${p.verdict}`,
  within: "限内",
  "at-limit": "已达上限",
  exceeded: "超限",
};

/** Bands of days used, as the filter of the list names them, and who would exceed with everything pending. */
export const risk = {
  "below-10": "不足 10 天",
  "from-10": "10 天以上、不足 13 天",
  "from-13": "13 天以上、未到上限",
  "at-limit": "已达上限",
  exceeded: "超限",
  "would-exceed": "连同审批中将超限",
};

/** Which term of somebody's it is. */
export const term = {
  first: "首个任期",
  further: "延期任期",
  behind: (p: { since: string }) => `${p.since} 起待每日处理`,
  wouldExceed: (p: { days: string }) => `连同审批中共 ${p.days} 天，将超限`,
};
