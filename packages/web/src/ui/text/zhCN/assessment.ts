/** 优秀, 称职, 基本称职, 不称职 (Civil Servant Law Art. 38). */
export const grade = {
  excellent: "优秀",
  competent: "称职",
  "basically-competent": "基本称职",
  incompetent: "不称职",
};

/** 德能勤绩廉 (Civil Servant Law Art. 35). */
export const dimension = {
  virtue: "德",
  ability: "能",
  diligence: "勤",
  achievement: "绩",
  integrity: "廉",
};

export const formKind = {
  attendance: "在岗确认表",
  opinion: "考核意见",
  "self-report": "述职报告",
  assessment: "考核表",
  showcase: "成果分享记录",
};

export const formState = { draft: "填写中", submitted: "已提交", returned: "已退回", final: "已定稿" };
export const formAct = { draft: "开始填写", submit: "提交", return: "退回", accept: "审核通过" };

/** Parts of a self-report. */
export const reportSection = {
  duties: "履职情况",
  results: "工作成效",
  shortcomings: "存在不足",
  plans: "下步打算",
};

/** The pages on which a form of a checkpoint is written, checked, read and decided on. */
export const assessmentPage = {
  title: (p: { checkpoint: string; form: string }) => `${p.checkpoint} · ${p.form}`,
  checkTitle: (p: { checkpoint: string; form: string }) => `核对${p.checkpoint} · ${p.form}`,
  by: "填报单位",
  dueOn: "填报期限",
  checkpointState: "节点状态",
  state: "表格状态",
  notBegun: "未填写",
  opinionText: "考核意见",
  opinionHint: "写明具体工作和表现。",
  showcaseText: "成果分享情况",
  grade: "总评等次",
  gradeOf: (p: { dimension: string }) => `${p.dimension}：等次`,
  dimensions: "德能勤绩廉",
  narrative: "评定说明",
  narrativeHint: "总评为优秀或不称职的，须写明理由和事实，不少于 20 字。",
  evidence: "工作实绩",
  evidenceHint: "基础工作与其他工作同等对待。空行不计；不够用时先保存草稿，会多出空行。",
  evidenceItem: (p: { number: number }) => `工作实绩 ${p.number}`,
  area: "职责领域",
  month: "月份",
  what: "具体事项",
  saveDraft: "保存草稿",
  check: "下一步：核对",
  submit: "确认无误，提交",
  backToForm: "返回修改",
  change: "修改",
  checkHint: "提交后由上一级审核；退回前不能再修改。",
  checkShowcase: "提交后即为定稿。",
  draftSaved: "草稿已保存，可以离开，下次从这里继续。",
  draftBy: (p: { by: string; at: string }) => `草稿：${p.by} 于 ${p.at} 保存`,
  draftFailed: (p: { at: string }) => `${p.at} 未能保存草稿，所填内容仍在本页，将自动重试`,
  draftEnded: "登录已过期，草稿暂未保存，所填内容仍在本页；在另一标签页重新登录后，将自动继续保存",
  draftElsewhere: "草稿已在别处另行保存，本页所填尚未保存，也不再自动保存；请按“保存草稿”对照两份内容",
  othersDraft: (p: { by: string; at: string }) => `${p.by} 于 ${p.at} 保存的草稿`,
  returnedBecause: (p: { by: string; on: string; reason: string }) => `${p.by} 于 ${p.on} 退回：${p.reason}`,
  attendanceIntro: (p: { month: string; from: string; to: string }) =>
    `以下为台账所载 ${p.month} 的不在岗情况（${p.from} 至 ${p.to}）。`,
  attendanceCount: (p: { days: string }) => `当月计入 ${p.days} 个工作日`,
  attendanceNone: "当月没有不在岗记录",
  attendanceAbsences: "当月不在岗记录",
  attendanceUndecided: "当月有尚未决定的不在岗记录，决定后才能确认：",
  confirmAttendance: "按台账确认",
  recordDifference: "与实际不符，登记不在岗",
  confirmedDays: "确认时当月计入",
  ledgerNow: (p: { now: string }) => `台账现为 ${p.now} 个工作日，与确认时不同`,
  days: (p: { days: string }) => `${p.days} 个工作日`,
  earlier: "此前的表格",
  words: "内容",
  history: "办理经过",
  act: "办理",
  who: "办理人",
  on: "日期",
  reason: "理由",
  fileAgain: "继续填写",
  confirmAgain: "重新确认当月在岗",
  accept: "审核通过",
  acceptHint: "通过后即为定稿，不能再更改。",
  return: "退回",
  returnReason: "退回理由",
  decide: "审核",
  altered: "所存内容与提交时的校验值不一致，请交审计核查。",
  notGraded: "未评",
  forms: "表格",
  formOf: (p: { by: string; state: string }) => `${p.by}：${p.state}`,
};
