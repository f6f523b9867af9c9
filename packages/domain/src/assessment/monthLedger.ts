import { type Absence, isEffective, isUndecided } from "../absence.ts";
import type { Assessment } from "../assessment.ts";
import { addDays, addMonths, earlierOf, laterOf } from "../calendarDate.ts";
import { changedMeanwhile } from "../changedMeanwhile.ts";
import { countedHalves } from "../count/countedHalves.ts";
import type { Whose } from "../count/workingHalf.ts";
import { hashOf } from "../event.ts";
import type { Refused } from "../refusal.ts";
import type { Scheme } from "../scheme.ts";
import { isOpenToFacts, lastDayServed, type Secondment } from "../secondment.ts";
import type { WorkCalendar } from "../workCalendar.ts";

type Subject = Pick<Secondment, "term" | "endedOn" | "absences"> & Whose;

/** What the ledger says of one month: its days inside the term, the absences that touch them, and what counts. */
export type MonthLedger = {
  from: string;
  to: string;
  /** Working days with half days as 0.5. */
  countedDays: number;
  absences: Absence[];
  undecided: Absence[];
  /** Of the half days that count: two ledgers of a month are the same where it is. */
  digest: string;
};

/** The month (`YYYY-MM`) of a term as the ledger has it; days outside the term are no part of it. */
export function monthLedger(
  subject: Subject,
  month: string,
  rules: { scheme: Scheme; calendar: WorkCalendar },
): MonthLedger {
  const from = laterOf(`${month}-01`, subject.term.from);
  const to = earlierOf(addDays(addMonths(`${month}-01`, 1), -1), lastDayServed(subject));
  const absences = subject.absences.filter(
    (each) => each.from <= to && from <= each.to && (isEffective(each) || isUndecided(each)),
  );
  const { officer, corrected } = subject;
  const window = { term: { from, to }, officer, corrected };
  const halves = [...countedHalves(window, absences.filter(isEffective), rules)];
  return {
    from,
    to,
    countedDays: halves.length / 2,
    absences,
    undecided: absences.filter(isUndecided),
    digest: hashOf(halves.toSorted((a, b) => a - b)).slice(0, 12),
  };
}

/** A month that was confirmed and that the ledger has otherwise now. */
export type ChangedMonth = { entry: Assessment; month: string; confirmedDays: number; ledgerDays: number };

/** Months of an open year that were confirmed on another ledger: leave approved, found or taken back afterwards. */
export function changedMonths(
  secondment: Secondment,
  rules: { scheme: Scheme; calendar: WorkCalendar },
): ChangedMonth[] {
  if (!isOpenToFacts(secondment)) return [];
  const dropped = secondment.checkpoints.filter(({ state }) => state === "dropped").map(({ key }) => key);
  return secondment.assessments.flatMap((entry): ChangedMonth[] => {
    const { form, state, countedDays: confirmedDays, checkpoint } = entry;
    if (form !== "attendance" || state !== "final" || confirmedDays === undefined) return [];
    if (dropped.includes(checkpoint)) return [];
    const month = checkpoint.split(".")[1] ?? "";
    const { countedDays: ledgerDays, digest } = monthLedger(secondment, month, rules);
    const isSame = ledgerDays === confirmedDays && digest === (entry.ledger ?? digest);
    return isSame ? [] : [{ entry, month, confirmedDays, ledgerDays }];
  });
}

/**
 * Refuses `changed-meanwhile` where a decision or a newer calendar changed the ledger after the record version that
 * somebody saw; what else was done to the record since does not matter.
 */
export function ledgerChangedSince(
  { absences, recounted }: Pick<Secondment, "absences" | "recounted">,
  seenVersion: number,
): Refused | undefined {
  const decided = absences
    .flatMap(({ decisions }) => decisions)
    .map(({ by, on, version }) => ({ by, on, version }));
  const recount = recounted ? [{ by: recounted.noticeId, on: recounted.on, version: recounted.version }] : [];
  const last = [...decided, ...recount].toSorted((a, b) => a.version - b.version).at(-1);
  if (last === undefined || last.version <= seenVersion) return undefined;
  return changedMeanwhile(last);
}
