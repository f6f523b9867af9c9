import { isUndecided } from "@dunmiao/domain/absence";
import { approveAbsence } from "@dunmiao/domain/absence/approveAbsence";
import { confirmFinding } from "@dunmiao/domain/absence/finding";
import { submitForm } from "@dunmiao/domain/assessment/fileForm";
import { formInputSchema } from "@dunmiao/domain/assessment/formInput";
import { changedMonths } from "@dunmiao/domain/assessment/monthLedger";
import { addDays } from "@dunmiao/domain/calendarDate";
import { type RefusalCode, refuse } from "@dunmiao/domain/refusal";
import { approveRuling, rejectRuling } from "@dunmiao/domain/ruling/decideRuling";
import { proposeRuling } from "@dunmiao/domain/ruling/proposeRuling";
import { answerReview, requestReview } from "@dunmiao/domain/ruling/reviewRuling";
import { rulingCount } from "@dunmiao/domain/ruling/rulingOf";
import { issueNotice, recordReceipt } from "@dunmiao/domain/ruling/serveNotice";
import { giveStatement } from "@dunmiao/domain/ruling/statement";
import type { Secondment } from "@dunmiao/domain/secondment";
import { addWorkingDays } from "@dunmiao/domain/workCalendar";
import { type Act, deciderOf, personaOf } from "@dunmiao/local/demo/acts";
import type { Random } from "@dunmiao/local/demo/random";
import { demoActor } from "@dunmiao/local/desk/personas";
import { calendar } from "../people.ts";

const daysToProposal = 33;
/** More than anybody's corrections of a simulated year touch. */
const mostMonths = 5;
/** Refusals that mean that what comes before is not done yet. */
const notYet: readonly RefusalCode[] = [
  "statement-missing",
  "absences-undecided",
  "months-changed",
  "checkpoints-outstanding",
  "forms-not-final",
  "not-waiting-for-ruling",
  "unknown-ruling",
  "ruling-not-proposed",
  "ruling-not-in-force",
  "notice-not-issued",
  "not-yet-served",
];

/** From the last day of a term to the end of the review: what the officer, HR and the approver do. */
export function afterwardsActs(term: Secondment["term"], random: Random): Act[] {
  const on = (days: number) => addWorkingDays(calendar, term.to, days);
  const proposal = addWorkingDays(calendar, addDays(term.to, daysToProposal), random.whole(0, 4));
  const then = (days: number) => addWorkingDays(calendar, proposal, days);
  return [
    ...[2, 4, 6].map((days) => settle(on(days))),
    ...Array.from({ length: mostMonths }, () => confirmAgain(on(8))),
    statement(on(random.whole(2, 9)), random.chance(0.95)),
    ...(random.chance(0.04) ? [propose(then(0)), rejected(then(1)), propose(then(3))] : [propose(then(0))]),
    approved(then(2)),
    notice(then(5), `演示认〔${term.to.slice(0, 4)}〕${random.whole(1, 9_999)}号`),
    receipt(then(8)),
    ...(random.chance(0.4) ? reviewed(then(14), then(20)) : []),
  ];
}

/** The station confirms a month once more whose ledger changed after it was confirmed. */
function confirmAgain(on: string): Act {
  return {
    on,
    by: personaOf("station"),
    rule: (ground) => {
      const [changed] = changedMonths(ground.secondment, ground);
      if (!changed) return refuse("nothing-changes");
      return submitForm(ground, { key: changed.entry.checkpoint, by: "station" }, formInputSchema.parse({}));
    },
  };
}

/** One absence that still waits is decided, by whom it waits for. */
function settle(on: string): Act {
  const waiting = ({ absences }: Secondment) => absences.find(isUndecided);
  return {
    on,
    by: (record, rules) => {
      const absence = waiting(record);
      if (absence?.state === "requested") return deciderOf(absence.from)(record, rules);
      return personaOf(absence?.proposal ? "approver" : "branch")(record, rules);
    },
    rule: (ground) => {
      const absence = waiting(ground.secondment);
      if (!absence) return refuse("nothing-changes");
      const input = { overLimit: true, reason: "经核实，情况属实" };
      const isFinding = !absence.proposal && absence.kind === "finding";
      return (isFinding ? confirmFinding : approveAbsence)(ground, absence.id, input);
    },
  };
}

function statement(on: string, isGiven: boolean): Act {
  const words = "一年来认真履职，对考核和考勤情况没有异议。";
  const note = "当面告知后本人表示不作书面陈述，两名工作人员在场。";
  const input = isGiven ? { words } : { note };
  const by = personaOf(isGiven ? "officer" : "hr");
  return { on, by, rule: (ground) => giveStatement(ground, input), putOffBy: ["not-open-to-statements"] };
}

/** HR proposes what the count allows. */
function propose(on: string): Act {
  return waiting(on, personaOf("hr"), (ground) => {
    const isExceeded = rulingCount(ground).verdict === "exceeded";
    const isRecognised = !isExceeded && ground.secondment.reportedInOn !== undefined;
    return proposeRuling(ground, {
      outcome: isRecognised ? "recognised" : "not-recognised",
      reason: isRecognised ? "任期内在岗情况和考核材料符合要求" : "任期内不在岗天数超过上限",
    });
  });
}

function approved(on: string): Act {
  return waiting(on, personaOf("approver"), (ground) =>
    approveRuling(ground, lastOf(ground.secondment), { reason: "同意" }),
  );
}

function rejected(on: string): Act {
  return waiting(on, personaOf("approver"), (ground) =>
    rejectRuling(ground, lastOf(ground.secondment), { reason: "请补充考核材料依据" }),
  );
}

function notice(on: string, number: string): Act {
  return waiting(on, personaOf("hr"), (ground) => issueNotice(ground, lastOf(ground.secondment), { number }));
}

function receipt(on: string): Act {
  return waiting(on, personaOf("hr"), (ground) =>
    recordReceipt(ground, lastOf(ground.secondment), { on: ground.today, how: "signed" }),
  );
}

/** Whoever was not recognised may ask for review; a third person answers. */
function reviewed(on: string, answeredOn: string): Act[] {
  const asked = waiting(on, personaOf("officer"), (ground) =>
    ground.secondment.status === "recognised"
      ? refuse("nothing-changes")
      : requestReview(ground, lastOf(ground.secondment), { reason: "请求复核不在岗天数" }),
  );
  const second = () => demoActor("approver", {}, "2");
  const answered = waiting(answeredOn, second, (ground) =>
    answerReview(ground, lastOf(ground.secondment), { answer: "upheld", reason: "经复核，原认定依据充分" }),
  );
  return [asked, answered];
}

function waiting(on: string, by: Act["by"], rule: Act["rule"]): Act {
  return { on, by, rule, putOffBy: notYet };
}

function lastOf({ rulings }: Secondment): string {
  return rulings.at(-1)?.id ?? "none";
}
