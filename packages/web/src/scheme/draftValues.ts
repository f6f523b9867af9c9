import { absenceClasses } from "@dunmiao/domain/absenceClass";
import { type Filer, filers } from "@dunmiao/domain/assessment";
import type { Scheme } from "@dunmiao/domain/scheme";
import { classRuleOf, doesCount } from "@dunmiao/domain/scheme/classRule";
import { settingOf } from "@dunmiao/domain/scheme/schemeDefaults";
import type { CheckpointPlan } from "@dunmiao/domain/schemeSchema";
import * as z from "zod";
import { areaCodes, areasBox } from "./areaLines.ts";

/** The boxes of one checkpoint, as texts. */
export const planFields = [
  "key",
  "kind",
  "zh",
  "en",
  "from",
  "months",
  "workingDays",
  "day",
  "opens",
  "remind",
  "branch",
  "bureau",
  "missed",
] as const;
export type PlanField = (typeof planFields)[number];
export type PlanValues = { readonly [field in PlanField]: string } & { readonly by: readonly string[] };

/** What stands in the boxes of the draft form, whether it makes sense or not. */
export type DraftValues = {
  readonly fields: Readonly<Record<string, string>>;
  /** The classes that count, and those that the form offers a tick for: of the others nothing is taken as said. */
  readonly classes: readonly string[];
  readonly offered: readonly string[];
  readonly plans: readonly PlanValues[];
};

/** The form of a scheme as it stands. */
export function valuesOf(scheme: Scheme): DraftValues {
  return {
    fields: {
      "name.zh": scheme.name["zh-CN"],
      "name.en": scheme.name.en,
      termMonths: String(scheme.termMonths),
      termStartsOn: scheme.termStartsOn,
      limitDays: String(scheme.limitDays),
      warnAtDays: scheme.warnAtDays.join(","),
      overLimitOutcome: scheme.overLimitOutcome,
      extensionResetsCount: scheme.extensionResetsCount ? "yes" : "no",
      findingBetweenRequests: settingOf(scheme, "findingBetweenRequests"),
      findingDismissedBy: settingOf(scheme, "findingDismissedBy"),
      groupHalfDays: settingOf(scheme, "groupHalfDays"),
      "ladderDays.station": String(scheme.ladderDays.station),
      "ladderDays.branch": String(scheme.ladderDays.branch),
      "extensionWindow.opensAfterMonths": String(scheme.extensionWindow.opensAfterMonths),
      extensionMonths: String(scheme.extensionMonths),
      reviewWindowDays: String(scheme.reviewWindowDays),
      excellentShare: percentOf(scheme.excellentShare),
      dutyAreas: areasBox(scheme.dutyAreas),
      dutyAreaCodes: areaCodes(scheme.dutyAreas),
      "spotCheckCaps.perStationDay": String(scheme.spotCheckCaps.perStationDay),
      "spotCheckCaps.perStationQuarter": String(scheme.spotCheckCaps.perStationQuarter),
      "dismissalAlarm.consecutiveDays": String(scheme.dismissalAlarm.consecutiveDays),
      "dismissalAlarm.calendarYearDays": String(scheme.dismissalAlarm.calendarYearDays),
    },
    classes: absenceClasses.filter((each) => doesCount(scheme, each)),
    offered: absenceClasses.filter((each) => classRuleOf(scheme, each) !== "not-decided"),
    plans: scheme.checkpoints.map(planValues),
  };
}

/** A share as a percentage: `20`, `12.5`. */
export function percentOf(share: number): string {
  return String(Math.round(share * 1000) / 10);
}

function planValues(plan: CheckpointPlan): PlanValues {
  const { schedule } = plan;
  const isMonthly = schedule.from === "each-month";
  return {
    key: plan.key,
    kind: plan.kind,
    zh: plan.name["zh-CN"],
    en: plan.name.en,
    from: schedule.from,
    months: isMonthly ? "" : schedule.months.join(","),
    workingDays: isMonthly || schedule.workingDays === undefined ? "" : String(schedule.workingDays),
    day: isMonthly ? String(schedule.day) : "",
    opens: String(plan.opensDaysBefore),
    by: plan.forms.map((each) => each.by),
    remind: plan.remindDaysBefore.join(","),
    branch: String(plan.escalateAfterWorkingDays.branch),
    bureau: String(plan.escalateAfterWorkingDays.bureau),
    missed: plan.missedAfterWorkingDays === undefined ? "" : String(plan.missedAfterWorkingDays),
  };
}

/** A new row, filled in like the others; its key is one that no row has. */
export function withNewPlan(values: DraftValues): DraftValues {
  const keys = new Set(values.plans.map(({ key }) => key));
  let number = values.plans.length + 1;
  while (keys.has(`step-${number}`)) number += 1;
  const usual = { opens: "14", remind: "7,3,0", branch: "3", bureau: "7", missed: "20" };
  const blank = { zh: "", en: "", months: "", workingDays: "", day: "", by: [] };
  const plan = { key: `step-${number}`, kind: "review", from: "start", ...usual, ...blank };
  return { ...values, plans: [...values.plans, plan] };
}

/** Without row n, counted from 0; the others move up. */
export function withoutPlan(values: DraftValues, index: number): DraftValues {
  return { ...values, plans: values.plans.filter((_, at) => at !== index) };
}

const sentText = z.string().catch("");
const sentList = z.union([z.array(z.string()), z.string().transform((one) => [one])]).catch([]);
const sentPlan = z.record(z.string(), z.unknown());
const planName = /^c(\d{1,2})$/;

/** What a browser sent, row by row in their order; a box that it left out is empty. */
export function sentValues(sent: Readonly<Record<string, unknown>>): DraftValues {
  const rows = Object.keys(sent)
    .flatMap((name) => planName.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((one, other) => one - other);
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(sent)) {
    if (planName.test(name) || name === "classes" || name === "offered") continue;
    if (typeof value === "string") fields[name] = value;
    else
      for (const [inner, member] of Object.entries(sentPlan.catch({}).parse(value)))
        fields[`${name}.${inner}`] = sentText.parse(member);
  }
  return {
    fields,
    classes: sentList.parse(sent.classes),
    offered: sentList.parse(sent.offered),
    plans: rows.map((row) => sentPlanValues(sentPlan.catch({}).parse(sent[`c${row}`]))),
  };
}

function sentPlanValues(sent: Record<string, unknown>): PlanValues {
  const text = (field: PlanField) => sentText.parse(sent[field]).trim();
  return {
    key: text("key"),
    kind: text("kind"),
    zh: text("zh"),
    en: text("en"),
    from: text("from"),
    months: text("months"),
    workingDays: text("workingDays"),
    day: text("day"),
    opens: text("opens"),
    remind: text("remind"),
    branch: text("branch"),
    bureau: text("bureau"),
    missed: text("missed"),
    by: sentList.parse(sent.by),
  };
}

/** The roles that a row names, in the order of the catalogue. */
export function filersOf({ by }: Pick<PlanValues, "by">): Filer[] {
  return filers.filter((each) => by.includes(each));
}

/** A number where the text is one; the text itself is refused by the schema, an empty one is missing. */
export function number(text: string | undefined): unknown {
  const plain = text?.trim() ?? "";
  if (plain === "") return undefined;
  return /^[-−]?\d{1,6}(\.\d{1,4})?$/.test(plain) ? Number(plain.replace("−", "-")) : plain;
}
