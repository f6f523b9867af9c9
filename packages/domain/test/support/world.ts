import * as z from "zod";
import { type Absence, absenceInputSchema, absenceStates } from "../../src/absence.ts";
import { absenceClasses, kindOfClass } from "../../src/absenceClass.ts";
import type { Actor, Role } from "../../src/actor.ts";
import { lastDayOfTerm } from "../../src/calendarDate.ts";
import type { Change, Ground } from "../../src/change.ts";
import { planCheckpoints } from "../../src/checkpoint.ts";
import { shippedNotices } from "../../src/notice/shippedNotices.ts";
import type { Outcome } from "../../src/refusal.ts";
import { presetSchemes, type Scheme } from "../../src/scheme.ts";
import type { Secondment } from "../../src/secondment.ts";
import { nothingFiled } from "../../src/term/planSecondment.ts";
import { workCalendar } from "../../src/workCalendar.ts";

/** The shipped calendar, and one that knows no notice at all. */
export const calendar = workCalendar(1, shippedNotices());
export const withoutNotices = workCalendar(0, []);

function preset(id: string): Scheme {
  const found = presetSchemes.find((each) => each.id === id);
  if (!found) throw new Error(`no preset ${id}`);
  return found;
}

function wholePreset(): Scheme {
  const found = presetSchemes.findLast(({ id }) => id === "literal");
  if (!found) throw new Error("no preset has the whole timetable");
  return found;
}

export const schemes = {
  literal: preset("literal"),
  "statutory-leave-excluded": preset("statutory-leave-excluded"),
};
export const { literal } = schemes;
/** The literal preset with the whole timetable; the others here know report-in only. */
export const wholeTimetable: Scheme = wholePreset();
export const startingOnReportIn: Scheme = { ...literal, id: "on-report-in", termStartsOn: "report-in" };

const units = {
  sending: { code: "010100", name: "刑事侦查支队" },
  hostBranch: { code: "420102", name: "江岸分局" },
  hostStation: { code: "42010201", name: "一元派出所" },
};
const serviceNumber = "100001";

/** A person of a role, in the unit that bounds the role here; `hr`, `hr-2` are two people. */
export function person(id: string): Actor {
  const role = roleOf(id);
  const unit = {
    branch: units.hostBranch.code,
    station: units.hostStation.code,
    sending: units.sending.code,
  }[role as "branch"];
  return { id, role, ...(unit && { unit }), ...(role === "officer" && { serviceNumber }) };
}

function roleOf(id: string): Role {
  return id.replace(/-\d+$/, "") as Role;
}

/** A secondment whose term starts on a day; by default the officer has reported in on it. */
export function secondment(facts: Partial<Secondment> = {}, scheme: Scheme = literal): Secondment {
  const term = facts.term ?? termFrom("2025-08-26");
  return {
    id: "c1-100001",
    version: 1,
    head: "",
    cohortId: "c1",
    schemeId: scheme.id,
    schemeVersion: scheme.version,
    officer: { serviceNumber, name: "第一〇〇一号", sex: "female", birthMonth: "1994-05", kind: "officer" },
    ...units,
    post: "挂职副所长",
    term,
    reportedInOn: term.from,
    status: "serving",
    absences: [],
    checkpoints: planCheckpoints(term, scheme, calendar).map((each) => ({
      ...each,
      state: "done" as const,
      doneOn: term.from,
    })),
    warnings: [],
    reviews: [],
    ...nothingFiled,
    ...facts,
  };
}

/** A secondment on which nothing has happened yet. */
export function planned(from: string, scheme: Scheme = literal): Secondment {
  const { reportedInOn: _, ...rest } = secondment({ term: termFrom(from) }, scheme);
  return { ...rest, status: "planned", checkpoints: planCheckpoints(termFrom(from), scheme, calendar) };
}

/** Twelve months from a day. */
export function termFrom(from: string): Secondment["term"] {
  return { from, to: lastDayOfTerm(from, 12) };
}

/** An absence in a table of cases: `2026-03-02 pm`–`2026-03-03 am`, approved or confirmed unless it says otherwise. */
export const absenceCaseSchema = z.strictObject({
  class: z.enum(absenceClasses),
  from: z.string(),
  to: z.string().optional(),
  state: z.enum(absenceStates).optional(),
});
export type AbsenceCase = z.infer<typeof absenceCaseSchema>;

/** Dates and halves of a case in words: `2026-03-02 pm` starts at noon, `2026-03-02 am` ends at noon. */
export function factsOf({ class: absenceClass, from, to = from }: AbsenceCase) {
  const [first, firstHalf] = from.split(" ");
  const [last, lastHalf] = to.split(" ");
  const orderedBy = /^(ordered|organisation)/.test(absenceClass) ? { orderedBy: "bureau" as const } : {};
  return absenceInputSchema.parse({
    class: absenceClass,
    from: first,
    to: last,
    ...(firstHalf === "pm" && { fromHalf: "pm" }),
    ...(lastHalf === "am" && { toHalf: "am" }),
    ...orderedBy,
  });
}

/** An absence as it stands on a record, number n of it, effective since its first day. */
export function absenceOf(number: number, each: AbsenceCase): Absence {
  const facts = factsOf(each);
  const kind = kindOfClass(facts.class);
  const state = each.state ?? (kind === "finding" ? "confirmed" : "approved");
  const isEffective = state === "approved" || state === "confirmed";
  return {
    ...facts,
    id: `a${number}`,
    kind,
    state,
    revision: 1,
    recordedBy:
      kind === "finding" ? { id: "inspector-9", role: "inspector" } : { id: "officer", role: "officer" },
    recordedOn: facts.from,
    ...(isEffective && { effective: { on: facts.from, version: number + 1 } }),
    decisions: [],
  };
}

/** Several of them, numbered in order. */
export function absencesOf(cases: readonly AbsenceCase[]): Absence[] {
  return cases.map((each, index) => absenceOf(index + 1, each));
}

/** What a rule stands on: the record, who acts and on which day. */
export function ground(record: Secondment, by: string, today: string, scheme: Scheme = literal): Ground {
  return { secondment: record, scheme, calendar, actor: person(by), today };
}

/** The value of an outcome; a refusal fails the test with its codes. */
export function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusals)}`);
  return outcome.value;
}

/** The record after a change, with the version that committing it gives. */
export function after(outcome: Outcome<Change>): Secondment {
  const { after: record } = must(outcome);
  return { ...record, version: record.version + 1 };
}

/** `accepted`, or the code of the first refusal. */
export function answerOf(outcome: Outcome<unknown>): string {
  return outcome.ok ? "accepted" : (outcome.refusals[0]?.code ?? "refused without a code");
}

/** The only absence with an id. */
export function absence(record: Secondment, id: string): Absence {
  const found = record.absences.find((each) => each.id === id);
  if (!found) throw new Error(`no absence ${id}`);
  return found;
}
