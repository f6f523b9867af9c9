import { acknowledgeWarning } from "../../src/absence/acknowledgeWarning.ts";
import { acceptForm, returnForm } from "../../src/assessment/decideForm.ts";
import { saveDraft, submitForm } from "../../src/assessment/fileForm.ts";
import { recordAward, revokeAward } from "../../src/award/recordAward.ts";
import {
  decideContribution,
  reportContribution,
  verifyContribution,
} from "../../src/award/recordContribution.ts";
import { addDays } from "../../src/calendarDate.ts";
import type { Ground } from "../../src/change.ts";
import { approveRuling, rejectRuling } from "../../src/ruling/decideRuling.ts";
import { proposeRuling } from "../../src/ruling/proposeRuling.ts";
import { answerReview, requestReview } from "../../src/ruling/reviewRuling.ts";
import { issueNotice, recordReceipt } from "../../src/ruling/serveNotice.ts";
import { giveStatement } from "../../src/ruling/statement.ts";
import { decideExtension, hearHost, hearSending } from "../../src/term/decideExtension.ts";
import { endEarly } from "../../src/term/endEarly.ts";
import { requestExtension, withdrawExtension } from "../../src/term/requestExtension.ts";
import { receiveHandOver, writeHandOver } from "../../src/term/writeHandOver.ts";
import { type Acts, approvers, type Dice, hr, idOf, pick, reason } from "./dice.ts";
import { content } from "./forms.ts";

const outcomes = ["make-up", "make-up", "make-up", "not-recognised", "recognised"] as const;
const filedBy = ["officer", "station", "branch", "sending", "hr"] as const;
const filer = ({ actor }: Ground) => filedBy.find((role) => role === actor.role) ?? "station";

function formOf({ secondment }: Ground, { nth }: Dice, by: (typeof filedBy)[number]) {
  const open = secondment.checkpoints.filter(({ state }) => state !== "planned" && state !== "done");
  return { key: pick(open, nth)?.key ?? "none", by };
}

/** Every rule by which a person changes the rest of a secondment, by its name. */
export const actsOnTerm: Acts = {
  acknowledgeWarning: {
    by: hr,
    rule: (at, dice) => acknowledgeWarning(at, pick(at.secondment.warnings, dice.nth)?.levelDays ?? 0),
  },
  saveDraft: { by: filedBy, rule: (at, dice) => saveDraft(at, formOf(at, dice, filer(at))) },
  submitForm: {
    by: filedBy,
    rule: (at, dice) => submitForm(at, formOf(at, dice, filer(at)), content({ evidence: [] })),
  },
  returnForm: {
    by: ["station", "branch", ...hr],
    rule: (at, dice) => returnForm(at, idOf(at.secondment.assessments, dice), { reason }),
  },
  acceptForm: {
    by: ["station", "branch", ...hr],
    rule: (at, dice) => acceptForm(at, idOf(at.secondment.assessments, dice), {}),
  },
  giveStatement: {
    by: ["officer", "hr"],
    rule: (at) => giveStatement(at, { words: "I was ill.", note: "refused before two witnesses" }),
  },
  proposeRuling: {
    by: hr,
    rule: (at, { side, nth }) =>
      proposeRuling(at, { outcome: pick(outcomes, side + nth) ?? "recognised", reason }),
  },
  approveRuling: {
    by: approvers,
    rule: (at, dice) => approveRuling(at, idOf(at.secondment.rulings, dice), { reason }),
  },
  rejectRuling: {
    by: approvers,
    rule: (at, dice) => rejectRuling(at, idOf(at.secondment.rulings, dice), { reason }),
  },
  issueNotice: {
    by: hr,
    rule: (at, dice) => issueNotice(at, idOf(at.secondment.rulings, dice), { number: "1" }),
  },
  recordReceipt: {
    by: hr,
    rule: (at, dice) => recordReceipt(at, idOf(at.secondment.rulings, dice), { on: at.today, how: "signed" }),
  },
  requestReview: {
    by: ["officer", "hr"],
    rule: (at, dice) => requestReview(at, idOf(at.secondment.rulings, dice), { reason }),
  },
  answerReview: {
    by: approvers,
    rule: (at, dice) => {
      const answer = dice.side === 0 ? "upheld" : "reopened";
      return answerReview(at, idOf(at.secondment.rulings, dice), { reason, answer });
    },
  },
  endEarly: {
    by: hr,
    rule: (at, { offset, has }) =>
      endEarly(at, {
        on: addDays(at.today, offset),
        outcome: has ? "completed" : "cancelled",
        reason,
        consultation: { with: "所长", on: at.today, note: "" },
      }),
  },
  requestExtension: { by: ["officer", "hr"], rule: (at) => requestExtension(at, { months: 3, reason }) },
  withdrawExtension: { by: ["officer", "hr"], rule: (at) => withdrawExtension(at, { reason }) },
  hearHost: { by: ["station", "branch"], rule: (at) => hearHost(at, { agrees: true, reason }) },
  hearSending: { by: ["sending"], rule: (at) => hearSending(at, { agrees: true, reason }) },
  decideExtension: {
    by: approvers,
    rule: (at, { side }) => decideExtension(at, { agrees: side > 0, reason }),
  },
  writeHandOver: {
    by: ["officer", "station"],
    rule: (at) => writeHandOver(at, { words: { people: "居委会" } }),
  },
  receiveHandOver: {
    by: ["successor"],
    rule: (at) => {
      const officer = { ...at.secondment.officer, serviceNumber: at.actor.serviceNumber ?? "" };
      return receiveHandOver(at, { successor: { id: "c2-100002", officer } });
    },
  },
  recordAward: {
    by: hr,
    rule: (at, { nth }) =>
      recordAward(at, { level: "commendation", date: at.today, documentNumber: `No. ${nth}` }),
  },
  revokeAward: {
    by: hr,
    rule: (at, dice) => revokeAward(at, idOf(at.secondment.awards, dice), { reason }),
  },
  reportContribution: {
    by: ["officer", "station", "hr"],
    rule: (at) =>
      reportContribution(at, {
        kind: "tool",
        title: "台账",
        area: "basic-work",
        month: at.today.slice(0, 7),
      }),
  },
  verifyContribution: {
    by: ["station", "branch", "hr"],
    rule: (at, dice) => verifyContribution(at, idOf(at.secondment.contributions, dice), {}),
  },
  decideContribution: {
    by: ["branch", "hr"],
    rule: (at, dice) =>
      decideContribution(at, idOf(at.secondment.contributions, dice), { reason, outcome: "adopted" }),
  },
};
