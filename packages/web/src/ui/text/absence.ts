import { inBoth, type RefusalFigures } from "./catalog.ts";

/**
 * The words of absences in both languages: what an absence is called by its facts, and what is done to one, as the table
 * of permissions, the trail and the history of decisions say it.
 */
export const absenceWords = inBoth({
  zhCN: {
    fact: {
      orderedBy: "由谁安排",
      cause: "原因",
      contact: "去向和联系方式",
      note: "备注",
      evidence: "依据材料",
    },
    permissions: {
      "record-absence": "打开登记不在岗的表单",
      "record-request": "提交请假申请",
      "record-finding": "登记无故不在岗、召回等情况",
      "approve-absence": "批准请假申请",
      "confirm-finding": "确认所登记的情况",
      "reject-absence": "不批准、不予确认或撤回更正",
      "contest-finding": "对登记的情况提出异议",
      "add-evidence": "补交请假或认定不在岗的依据材料",
      "amend-absence": "打开更正、作废的表单",
      "amend-or-void": "更正或作废不在岗记录",
      "ask-day-back": "申请从本人已批准的请假中扣除一天",
      "approve-proposal": "复核确认减少天数的更正",
    },
    events: {
      "absence.requested": "提出请假",
      "absence.approved": "批准请假",
      "absence.rejected": "不批准请假",
      "absence.amended": "更正",
      "absence.amendment-approved": "批准更正",
      "absence.voided": "作废",
      "absence.amend-proposed": "提出更正，待批准",
      "absence.void-proposed": "提出作废，待批准",
      "absence.evidence-added": "补交依据材料",
      "absence.proposal-dropped": "更正或作废未获批准",
      "finding.recorded": "登记不在岗，待确认",
      "finding.confirmed": "确认不在岗",
      "finding.contested": "本人提出异议",
      "finding.dismissed": "不予采信",
    },
    decisions: {
      approve: "批准",
      reject: "不批准",
      confirm: "确认",
      contest: "提出异议",
      amend: "更正",
      void: "作废",
      "propose-amend": "提出更正",
      "propose-void": "提出作废",
      drop: "撤回",
      "add-evidence": "补交依据",
    },
    /** Forms that are folded up: what they are called, and what for. */
    folded: {
      "add-evidence": { title: "补交依据材料", hint: "事后取得的证明等在此补交；日期和天数不变，无须审批。" },
    },
    refusals: {
      "day-not-in-the-middle": (p: RefusalFigures) =>
        `该日须在请假首日与末日之间（${p.from} 至 ${p.to}，不含首末两日）`,
      "only-approved-leave": () => "只有已批准的请假可以剔除其中一天",
      "evidence-on-file": () => "已有依据材料；需要更换的，请办理更正",
    },
  },
  en: {
    fact: {
      orderedBy: "Ordered by",
      cause: "Cause",
      contact: "Where to, and how to reach",
      note: "Note",
      evidence: "Evidence",
    },
    permissions: {
      "record-absence": "Open the form of an absence",
      "record-request": "Ask for leave",
      "record-finding": "Record a finding: unexplained absence, recall",
      "approve-absence": "Approve a leave request",
      "confirm-finding": "Confirm a finding",
      "reject-absence": "Reject, dismiss or withdraw a correction",
      "contest-finding": "Contest a finding",
      "add-evidence": "Add evidence to an absence",
      "amend-absence": "Open the form to amend or void",
      "amend-or-void": "Amend or void an absence",
      "ask-day-back": "Ask for one day out of one's own approved leave",
      "approve-proposal": "Decide, as second person, on lowering a count",
    },
    events: {
      "absence.requested": "Leave requested",
      "absence.approved": "Leave approved",
      "absence.rejected": "Leave rejected",
      "absence.amended": "Absence amended",
      "absence.amendment-approved": "Amendment approved",
      "absence.voided": "Absence voided",
      "absence.amend-proposed": "Amendment proposed, waits for approval",
      "absence.void-proposed": "Voiding proposed, waits for approval",
      "absence.evidence-added": "Evidence added",
      "absence.proposal-dropped": "Proposal dropped",
      "finding.recorded": "Finding recorded, waits for confirmation",
      "finding.confirmed": "Finding confirmed",
      "finding.contested": "Finding contested by the officer",
      "finding.dismissed": "Finding dismissed",
    },
    decisions: {
      approve: "Approve",
      reject: "Reject",
      confirm: "Confirm",
      contest: "Contest",
      amend: "Amend",
      void: "Void",
      "propose-amend": "Propose to amend",
      "propose-void": "Propose to void",
      drop: "Withdraw",
      "add-evidence": "Add evidence",
    },
    /** Forms that are folded up: what they are called, and what for. */
    folded: {
      "add-evidence": {
        title: "Add evidence",
        hint: "A document that came later goes here. Days do not change and nobody has to approve.",
      },
    },
    refusals: {
      "day-not-in-the-middle": (p) =>
        `The day must lie between the first and the last day of the leave (${p.from} to ${p.to})`,
      "only-approved-leave": () => "Only approved leave can have a day taken out",
      "evidence-on-file": () => "There is evidence already: to replace it, amend the absence",
    },
  },
});
