import { amendAbsence, voidAbsence } from "../../src/absence/amendAbsence.ts";
import { approveAbsence } from "../../src/absence/approveAbsence.ts";
import { confirmFinding, contestFinding } from "../../src/absence/finding.ts";
import { recordAbsence } from "../../src/absence/recordAbsence.ts";
import { rejectAbsence } from "../../src/absence/rejectAbsence.ts";
import { takeDayOut } from "../../src/absence/takeDayOut.ts";
import { addDays } from "../../src/calendarDate.ts";
import type { Ground } from "../../src/change.ts";
import { recordFoundAbsence } from "../../src/spotCheck/spotCheckResult.ts";
import { correctReportIn } from "../../src/term/correctReportIn.ts";
import { approveReportIn, rejectReportIn, withdrawReportIn } from "../../src/term/decideReportIn.ts";
import { confirmReportIn, lateDaysOf } from "../../src/term/reportIn.ts";
import { type Acts, approvers, type Dice, given, hr, idOf, pick, reason } from "./dice.ts";
import { factsOf } from "./world.ts";

const requested = ["sick", "personal", "ordered-duty"] as const;
const found = ["unexplained", "recall"] as const;

function daysOf({ today }: Ground, { offset, days }: Dice) {
  const from = addDays(today, offset);
  return { from, to: addDays(from, days) };
}

/** Every rule by which a person changes the days of a secondment or its first day, by its name. */
export const actsOnDays: Acts = {
  recordAbsence: {
    by: ["officer", "officer", "station", "branch", "hr", "inspector"],
    rule: (at, dice) => {
      const isFinding = at.actor.role !== "officer" && dice.has;
      const absenceClass = isFinding ? pick(found, dice.side) : pick(requested, dice.side);
      return recordAbsence(at, factsOf({ class: absenceClass ?? "sick", ...daysOf(at, dice) }));
    },
  },
  recordFoundAbsence: {
    by: ["inspector", "hr"],
    rule: (at, dice) =>
      recordFoundAbsence(
        at,
        factsOf({ class: "unexplained", from: at.today, to: addDays(at.today, dice.days) }),
        {
          id: "k1",
          on: at.today,
        },
      ),
  },
  approveAbsence: {
    by: ["station", "branch", ...approvers, ...hr],
    rule: (at, dice) => approveAbsence(at, idOf(at.secondment.absences, dice), { overLimit: true }),
  },
  confirmFinding: {
    by: ["station", "branch", ...hr, ...approvers],
    rule: (at, dice) => confirmFinding(at, idOf(at.secondment.absences, dice), { overLimit: true }),
  },
  rejectAbsence: {
    by: ["station", "branch", ...hr, ...approvers],
    rule: (at, dice) =>
      rejectAbsence(at, idOf(at.secondment.absences, dice), {
        reason,
        pastDays: dice.has ? "present" : "finding",
      }),
  },
  contestFinding: {
    by: ["officer"],
    rule: (at, dice) => contestFinding(at, idOf(at.secondment.absences, dice), { reason }),
  },
  amendAbsence: {
    by: ["officer", "station", "branch", ...hr, ...approvers, "inspector"],
    rule: (at, dice) => {
      const duty = { class: "ordered-duty", orderedBy: "host" } as const;
      const facts = dice.side === 0 ? duty : daysOf(at, dice);
      return amendAbsence(at, idOf(at.secondment.absences, dice), {
        ...facts,
        ...given(dice),
        reason,
        overLimit: true,
      });
    },
  },
  voidAbsence: {
    by: ["officer", "station", "branch", ...hr, ...approvers, "inspector"],
    rule: (at, dice) => voidAbsence(at, idOf(at.secondment.absences, dice), { reason, ...given(dice) }),
  },
  takeDayOut: {
    by: ["officer", "station", "branch", ...hr, ...approvers],
    rule: (at, dice) => {
      const id = idOf(at.secondment.absences, dice);
      const from = at.secondment.absences.find((each) => each.id === id)?.from ?? at.today;
      return takeDayOut(at, id, { day: addDays(from, 1 + dice.side), reason, ...given(dice) });
    },
  },
  confirmReportIn: {
    by: ["station", ...hr],
    rule: (at, { offset }) => {
      const on = addDays(at.today, Math.min(0, offset));
      return confirmReportIn(at, on, lateDaysOf(at, on).days);
    },
  },
  correctReportIn: {
    by: hr,
    rule: (at, dice) => {
      const on = addDays(at.secondment.reportedInOn ?? at.today, dice.offset);
      return correctReportIn(at, { on, reason, lateDays: lateDaysOf(at, on).days, ...given(dice) });
    },
  },
  approveReportIn: {
    by: [...hr, ...approvers],
    rule: (at, dice) => approveReportIn(at, idOf(at.secondment.reportInCorrections, dice), { reason }),
  },
  rejectReportIn: {
    by: approvers,
    rule: (at, dice) => rejectReportIn(at, idOf(at.secondment.reportInCorrections, dice), { reason }),
  },
  withdrawReportIn: {
    by: hr,
    rule: (at, dice) => withdrawReportIn(at, idOf(at.secondment.reportInCorrections, dice), { reason }),
  },
};
