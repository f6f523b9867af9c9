import { type AbsenceClass, absenceClasses } from "@dunmiao/domain/absenceClass";
import type { Outcome } from "@dunmiao/domain/refusal";
import { formFor } from "@dunmiao/domain/scheme/schemeCheck";
import { type SchemeSettings, schemeSettingsSchema } from "@dunmiao/domain/schemeRecord";
import { checkpointKinds } from "@dunmiao/domain/schemeSchema";
import * as z from "zod";
import { formNumber } from "../body.ts";
import { refusalsOf } from "../refusalsOf.ts";
import { areasOf } from "./areaLines.ts";
import { atBoxes } from "./draftRefusals.ts";
import { type DraftValues, filersOf, number, type PlanValues } from "./draftValues.ts";

/** The version that is drafted and the revision on the page, 0 where nothing was saved yet. */
const seenFields = { version: formNumber, seen: formNumber };

/** A change of a draft as a program sends it: only what it names changes. */
export const draftBody = z.strictObject({ ...schemeSettingsSchema.shape, ...seenFields });
/** The form sends every setting that it shows; the rest has one possible value only. */
const wholeForm = z.strictObject({
  ...schemeSettingsSchema
    .omit({ comparison: true, window: true, granularity: true, calendar: true })
    .required().shape,
  ...seenFields,
});

export const publishForm = z.object({
  ...seenFields,
  reason: z.string().trim().min(1).max(500),
  cohort: z.string().max(60).optional(),
  startsOn: z.string().max(10).optional(),
  allowed: z.string().max(5).optional(),
});

export type DraftInput = { version: number; seen: number; settings: SchemeSettings };

/** A draft from a program's body. */
export function inputOfJson(body: unknown): Outcome<DraftInput> {
  return inputOf(draftBody, body);
}

/** A draft from the form: its boxes are read as what they mean, and what is wrong is said of its box. */
export function inputOfValues(values: DraftValues): Outcome<DraftInput> {
  const read = inputOf(wholeForm, candidate(values));
  return read.ok ? read : { ok: false, refusals: atBoxes(read.refusals, values) };
}

function inputOf(
  schema: z.ZodType<SchemeSettings & z.infer<typeof seen>>,
  body: unknown,
): Outcome<DraftInput> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) return { ok: false, refusals: refusalsOf(parsed.error, body) };
  const { version, seen: revision, ...settings } = parsed.data;
  return { ok: true, value: { version, seen: revision, settings } };
}
const seen = z.object(seenFields);

function numbers(text: string | undefined): unknown[] {
  const plain = text?.trim() ?? "";
  return plain === "" ? [] : plain.split(/[,，、;；\s]+/).map(number);
}

function candidate(values: DraftValues): object {
  const { fields, plans } = values;
  const share = number(fields.excellentShare);
  const resets = { yes: true, no: false }[fields.extensionResetsCount ?? ""];
  return {
    version: fields.version,
    seen: fields.seen,
    name: { "zh-CN": fields["name.zh"], en: fields["name.en"] },
    termMonths: number(fields.termMonths),
    termStartsOn: fields.termStartsOn,
    limitDays: number(fields.limitDays),
    warnAtDays: numbers(fields.warnAtDays),
    overLimitOutcome: fields.overLimitOutcome,
    extensionResetsCount: resets,
    findingBetweenRequests: fields.findingBetweenRequests,
    findingDismissedBy: fields.findingDismissedBy,
    groupHalfDays: fields.groupHalfDays,
    // A form of an older release does not say which ticks it offered: it is shown again rather than guessed at.
    ...(values.offered.length > 0 && { classes: decidedClasses(values) }),
    ladderDays: pair(fields, "ladderDays", ["station", "branch"]),
    extensionWindow: pair(fields, "extensionWindow", ["opensAfterMonths"]),
    extensionMonths: number(fields.extensionMonths),
    reviewWindowDays: number(fields.reviewWindowDays),
    excellentShare: typeof share === "number" ? share / 100 : share,
    dutyAreas: areasOf(fields.dutyAreas, fields.dutyAreaCodes),
    spotCheckCaps: pair(fields, "spotCheckCaps", ["perStationDay", "perStationQuarter"]),
    dismissalAlarm: pair(fields, "dismissalAlarm", ["consecutiveDays", "calendarYearDays"]),
    checkpoints: plans.map(planCandidate),
  };
}

/** By its tick where the form offered one, by its own choice where the version before left it open, else still open. */
function decidedClasses({ fields, classes, offered }: DraftValues): object {
  const choices: Readonly<Record<string, boolean>> = { counts: true, "does-not-count": false };
  const said = (each: AbsenceClass) =>
    offered.includes(each) || classes.includes(each)
      ? classes.includes(each)
      : choices[fields[`class.${each}`] ?? ""];
  return Object.fromEntries(
    absenceClasses.flatMap((each) => (said(each) === undefined ? [] : [[each, said(each)]])),
  );
}

function pair(fields: DraftValues["fields"], group: string, members: readonly string[]): object {
  return Object.fromEntries(members.map((each) => [each, number(fields[`${group}.${each}`])]));
}

function planCandidate(plan: PlanValues): object {
  const kind = checkpointKinds.find((each) => each === plan.kind);
  const isOwnAct = kind === "report-in" || kind === "ruling";
  const missed = number(plan.missed);
  return {
    key: isOwnAct ? kind : plan.key,
    kind: plan.kind,
    name: { "zh-CN": plan.zh, en: plan.en },
    schedule: scheduleCandidate(plan),
    onDayOff: "next-working-day",
    opensDaysBefore: number(plan.opens),
    forms: filersOf(plan).map((by) => ({ form: (kind && formFor(kind, by)) ?? "opinion", by })),
    remindDaysBefore: numbers(plan.remind),
    escalateAfterWorkingDays: { branch: number(plan.branch), bureau: number(plan.bureau) },
    ...(missed !== undefined && { missedAfterWorkingDays: missed }),
  };
}

function scheduleCandidate({ from, months, workingDays, day }: PlanValues): object {
  if (from === "each-month") return { from, day: number(day) };
  const more = number(workingDays);
  return { from, months: numbers(months), ...(more !== undefined && { workingDays: more }) };
}
