import type { Change } from "../../src/change.ts";
import type { Extension } from "../../src/extension.ts";
import type { Outcome } from "../../src/refusal.ts";
import { approveRuling, rejectRuling } from "../../src/ruling/decideRuling.ts";
import { proposeRuling } from "../../src/ruling/proposeRuling.ts";
import { answerReview, requestReview } from "../../src/ruling/reviewRuling.ts";
import { issueNotice, recordReceipt } from "../../src/ruling/serveNotice.ts";
import { giveStatement } from "../../src/ruling/statement.ts";
import type { Ruling } from "../../src/ruling.ts";
import type { Scheme } from "../../src/scheme.ts";
import type { Checkpoint, Secondment } from "../../src/secondment.ts";
import { type EarlyEndInput, endEarly } from "../../src/term/endEarly.ts";
import { catchUp } from "../../src/year/catchUp.ts";
import { timetabled } from "./forms.ts";
import { type AbsenceCase, absencesOf, after, calendar, ground, secondment } from "./world.ts";

/** The day on which people act, two days after the term is over. */
export const ruledOn = "2026-03-02";
const endedTerm = { from: "2025-03-01", to: "2026-02-28" };
export const makingUp: Scheme = { ...timetabled, overLimitOutcome: "make-up-extension" };
/** A request for a further term that nobody has answered. */
export const furtherTerm: Extension = {
  state: "requested",
  requestedOn: ruledOn,
  by: { id: "officer", role: "officer" },
  from: "2026-06-01",
  to: "2026-08-31",
  months: 3,
  reason: "two cases are open",
};
const reason = "checked against the file";

/** Absences that count so many days: fourteen of sick leave in June, and what is missing in July. */
export function away(days: number): AbsenceCase[] {
  if (days === 0) return [];
  const june: AbsenceCase = { class: "sick", from: "2025-06-09", to: "2025-06-26" };
  const july = { 14.5: "2025-07-01 am", 15: "2025-07-01", 15.5: "2025-07-02 am", 16: "2025-07-02" }[days];
  if (july === undefined) throw new Error(`no absences of ${days} days`);
  return [june, { class: "personal", from: "2025-07-01", to: july }];
}

/** A year that is over, everything filed; the ruling is to come. */
export function rulable(days = 0, facts: Partial<Secondment> = {}): Secondment {
  const whole = secondment({ term: endedTerm, absences: absencesOf(away(days)) }, timetabled);
  const isToCome = (key: string) => key === "ruling" || key === "showcase";
  const checkpoints = whole.checkpoints.map((each): Checkpoint => {
    const { doneOn: _, ...undone } = each;
    return isToCome(each.key) ? { ...undone, state: "planned" } : each;
  });
  return { ...whole, checkpoints, ...facts };
}

export type RulingAct =
  | { act: "state"; words?: string; note?: string }
  | { act: "propose"; outcome: Ruling["outcome"] }
  | { act: "approve" | "reject" | "review" | "uphold" | "reopen"; id?: string; seen?: number }
  | { act: "notice"; id?: string; number?: string; seen?: number }
  | { act: "receipt"; id?: string; on?: string; seen?: number }
  | { act: "end"; input: EarlyEndInput };

/** A record on which people rule, each act preceded by what was due, as the store does it. */
export class Hearing {
  record: Secondment;
  readonly scheme: Scheme;
  readonly lines: Change["event"][] = [];

  constructor(record: Secondment = rulable(), scheme: Scheme = timetabled) {
    this.record = record;
    this.scheme = scheme;
  }

  sweep(today: string): this {
    for (const change of catchUp(this.record, { scheme: this.scheme, calendar }, today))
      this.record = change.after;
    return this;
  }

  try(by: string, act: RulingAct, today = ruledOn): Outcome<Change> {
    this.sweep(today);
    const at = ground(this.record, by, today, this.scheme);
    const id = ("id" in act ? act.id : undefined) ?? this.record.rulings.at(-1)?.id ?? "r1";
    switch (act.act) {
      case "state":
        return giveStatement(at, act);
      case "propose":
        return proposeRuling(at, { ...act, reason });
      case "approve":
        return approveRuling(at, id, { ...act, reason });
      case "reject":
        return rejectRuling(at, id, { ...act, reason });
      case "notice":
        return issueNotice(at, id, { number: "No. 1", ...act });
      case "receipt":
        return recordReceipt(at, id, { on: today, how: "signed", ...act });
      case "review":
        return requestReview(at, id, { ...act, reason });
      case "uphold":
        return answerReview(at, id, { ...act, reason, answer: "upheld" });
      case "reopen":
        return answerReview(at, id, { ...act, reason, answer: "reopened" });
      case "end":
        return endEarly(at, act.input);
    }
  }

  do(by: string, act: RulingAct, today = ruledOn): this {
    const outcome = this.try(by, act, today);
    this.record = after(outcome);
    if (outcome.ok) this.lines.push(outcome.value.event);
    return this;
  }

  /** The officer is heard, HR proposes, the approver approves. */
  ruled(outcome: Ruling["outcome"], today = ruledOn): this {
    return this.do("officer", { act: "state", words: "I served the year." }, today)
      .do("hr", { act: "propose", outcome }, today)
      .do("approver", { act: "approve" }, today);
  }

  /** The notice is issued and received, and the officer asks for review. */
  contested(today = ruledOn): this {
    return this.do("hr", { act: "notice" }, today)
      .do("hr", { act: "receipt" }, today)
      .do("officer", { act: "review" }, today);
  }
}

/** A ruling not recognised, as far as a stage of its life. */
const stages: Readonly<Record<string, () => Hearing>> = {
  heard: () => new Hearing(rulable(16)).do("officer", { act: "state", words: "I was ill." }),
  proposed: () => stageOf("heard").do("hr", { act: "propose", outcome: "not-recognised" }),
  rejected: () => stageOf("proposed").do("approver", { act: "reject" }),
  "in force": () => stageOf("proposed").do("approver", { act: "approve" }),
  "notice issued": () => stageOf("in force").do("hr", { act: "notice" }),
  served: () => stageOf("notice issued").do("hr", { act: "receipt" }),
  "review asked": () => stageOf("served").do("officer", { act: "review" }),
  upheld: () => stageOf("review asked").do("approver-2", { act: "uphold" }),
  reopened: () => stageOf("review asked").do("approver-2", { act: "reopen" }),
  "ruled again": () =>
    stageOf("reopened")
      .do("hr", { act: "propose", outcome: "not-recognised" })
      .do("approver", { act: "approve" }),
};

export function stageOf(name: string): Hearing {
  const stage = stages[name];
  if (!stage) throw new Error(`no stage ${name}`);
  return stage();
}
