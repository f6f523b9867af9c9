import { amendAbsence, voidAbsence } from "../../src/absence/amendAbsence.ts";
import { approveAbsence } from "../../src/absence/approveAbsence.ts";
import { confirmFinding, contestFinding } from "../../src/absence/finding.ts";
import { recordAbsence } from "../../src/absence/recordAbsence.ts";
import { rejectAbsence } from "../../src/absence/rejectAbsence.ts";
import type { AbsenceFacts } from "../../src/absence.ts";
import type { Change } from "../../src/change.ts";
import { countOf } from "../../src/count/count.ts";
import type { EventOfKind } from "../../src/eventType.ts";
import type { Outcome } from "../../src/refusal.ts";
import type { Scheme } from "../../src/scheme.ts";
import type { Secondment } from "../../src/secondment.ts";
import { confirmReportIn, lateDaysOf } from "../../src/term/reportIn.ts";
import { catchUp } from "../../src/year/catchUp.ts";
import {
  type AbsenceCase,
  absencesOf,
  after,
  calendar,
  factsOf,
  ground,
  literal,
  secondment,
} from "./world.ts";

export const evidence = { number: "武公政〔2025〕1号", title: "更正说明", date: "2025-03-02" };
const reason = "checked against the roster";

/** Facts of sick leave, and of an unexplained absence, in whole days. */
export const sick = (from: string, to = from) => factsOf({ class: "sick", from, to });
export const unexplained = (from: string, to = from) => factsOf({ class: "unexplained", from, to });

/** What a person does: the name of the act and what it needs. */
export type Act =
  | { act: "record"; facts: AbsenceFacts }
  | { act: "approve" | "confirm"; id: string; overLimit?: boolean; seen?: number }
  | { act: "reject"; id: string; pastDays?: "present" | "finding" | undefined; seen?: number }
  | { act: "contest"; id: string; seen?: number }
  | { act: "amend"; id: string; facts: Partial<AbsenceFacts>; seen?: number; overLimit?: boolean }
  | { act: "void"; id: string; withEvidence?: boolean; seen?: number }
  | { act: "report-in"; on: string; lateDays?: number };

/** Lets a person act on a day, by the rule that the product calls. */
export function doAct(
  record: Secondment,
  by: string,
  today: string,
  act: Act,
  scheme: Scheme = literal,
): Outcome<Change> {
  const at = ground(record, by, today, scheme);
  switch (act.act) {
    case "record":
      return recordAbsence(at, act.facts);
    case "approve":
      return approveAbsence(at, act.id, act);
    case "confirm":
      return confirmFinding(at, act.id, act);
    case "reject":
      return rejectAbsence(at, act.id, { ...act, reason });
    case "contest":
      return contestFinding(at, act.id, { ...act, reason });
    case "amend":
      return amendAbsence(at, act.id, { ...act.facts, reason, overLimit: act.overLimit, seen: act.seen });
    case "void":
      return voidAbsence(at, act.id, { reason, seen: act.seen, ...(act.withEvidence && { evidence }) });
    case "report-in":
      return confirmReportIn(at, act.on, act.lateDays ?? lateDaysOf(at, act.on).days);
  }
}

/** A record on which people act one after the other, each act preceded by what was due, as the store does it. */
export class Story {
  record: Secondment;
  readonly scheme: Scheme;
  readonly events: string[] = [];
  readonly lines: EventOfKind[] = [];

  constructor(record: Secondment, scheme: Scheme = literal) {
    this.record = record;
    this.scheme = scheme;
  }

  /** The workflow runs on a day. */
  sweep(today: string): this {
    for (const change of catchUp(this.record, { scheme: this.scheme, calendar }, today)) {
      this.record = change.after;
      this.events.push(change.event.type);
      this.lines.push(change.event);
    }
    return this;
  }

  /** A person acts; the outcome without changing anything when refused. */
  try(by: string, today: string, act: Act): Outcome<Change> {
    const due = catchUp(this.record, { scheme: this.scheme, calendar }, today).at(-1)?.after ?? this.record;
    return doAct(due, by, today, act, this.scheme);
  }

  /** A person acts and is not refused; answers the id of the newest absence. */
  do(by: string, today: string, act: Act): string {
    this.sweep(today);
    const outcome = doAct(this.record, by, today, act, this.scheme);
    this.record = after(outcome);
    if (outcome.ok) this.events.push(outcome.value.event.type);
    return `a${this.record.absences.length}`;
  }

  /** Leave that the officer asks for and the approver grants. */
  leave(today: string, each: AbsenceCase): string {
    const id = this.do("officer", today, { act: "record", facts: factsOf(each) });
    this.do("approver", today, { act: "approve", id, overLimit: true });
    return id;
  }
}

/** A story that begins with these absences already standing; the workflow has run. */
export function standing(...cases: AbsenceCase[]): Story {
  return new Story(secondment({ absences: absencesOf(cases) })).sweep("2026-03-02");
}

/** The count of a story. */
export function counted({ record, scheme }: Story): number {
  return countOf(record, scheme, calendar, "2026-03-02").countedDays;
}
