import { absenceClasses } from "@dunmiao/domain/absenceClass";
import type { DatedPlan } from "@dunmiao/domain/checkpoint";
import type { Scheme } from "@dunmiao/domain/scheme";
import {
  type LaterSetting,
  schemaVersionOf,
  settingOf,
  settingsByDefault,
} from "@dunmiao/domain/scheme/schemeDefaults";
import type { CheckpointPlan, Schedule } from "@dunmiao/domain/schemeSchema";
import { formatDays } from "../ui/format.ts";
import type { Text } from "../ui/text.ts";
import { classRuleName } from "./classRules.ts";
import { percentOf } from "./draftValues.ts";

export type Setting = { label: string; value: string };

/** Every setting of a scheme in words, but its classes and its timetable. */
export function settingsOf(text: Text, scheme: Scheme): Setting[] {
  const { schemePage: words, schemeDraft: more } = text;
  const { ladderDays, dismissalAlarm: alarm, spotCheckCaps: caps } = scheme;
  const ladder = { station: formatDays(ladderDays.station), branch: formatDays(ladderDays.branch) };
  const levels = scheme.warnAtDays.map(formatDays).join(" / ");
  const separator = text.absencePreview.separator;
  const extension = [
    words.extensionIs({ months: scheme.extensionWindow.opensAfterMonths }),
    more.extensionIs({ months: scheme.extensionMonths }),
    words.extensionResets[scheme.extensionResetsCount ? "yes" : "no"],
  ];
  return [
    { label: words.term, value: words.termMonths({ months: scheme.termMonths }) },
    { label: words.termStartsOn, value: words.starts[scheme.termStartsOn] },
    { label: words.limit, value: words.limitIs({ days: formatDays(scheme.limitDays) }) },
    { label: words.granularity, value: words.halfDay },
    { label: words.calendar, value: words.stateCouncil },
    { label: words.groupHalfDays, value: stated(text, scheme, "groupHalfDays") },
    { label: words.warnings, value: words.warnAt({ levels }) },
    { label: words.ladder, value: words.ladderIs(ladder) },
    {
      label: more.findingBetween,
      value: stated(text, scheme, "findingBetweenRequests"),
    },
    {
      label: more.findingDismissed,
      value: stated(text, scheme, "findingDismissedBy"),
    },
    { label: words.outcome, value: words.outcomes[scheme.overLimitOutcome] },
    { label: words.extension, value: extension.join(separator) },
    { label: more.reviewWindow, value: more.reviewIs({ days: scheme.reviewWindowDays }) },
    { label: more.share, value: more.shareIs({ percent: percentOf(scheme.excellentShare) }) },
    { label: more.areas, value: scheme.dutyAreas.map((each) => each.name[text.language]).join(separator) },
    {
      label: more.spotChecks,
      value: more.capsAre({ day: caps.perStationDay, quarter: caps.perStationQuarter }),
    },
    {
      label: words.alarm,
      value: words.alarmIs({ consecutive: alarm.consecutiveDays, year: alarm.calendarYearDays }),
    },
  ];
}

/** A later setting as it holds; where the version does not state it, on what ground. */
function stated(text: Text, scheme: Scheme, name: LaterSetting): string {
  const { schemePage: words, schemeDraft: more } = text;
  const values = {
    groupHalfDays: words.groupHalfDaysAre[settingOf(scheme, "groupHalfDays")],
    findingBetweenRequests: more.findingBetweenIs[settingOf(scheme, "findingBetweenRequests")],
    findingDismissedBy: more.findingDismissedIs[settingOf(scheme, "findingDismissedBy")],
  };
  const value = values[name];
  return settingsByDefault(scheme).includes(name)
    ? words.byDefault({ value, schema: schemaVersionOf(scheme) })
    : value;
}

/** When the checkpoints of a plan are due, in words; months without a day off between are one sentence. */
export function scheduleOf(text: Text, schedule: Schedule): string {
  const { schemeDraft: words } = text;
  if (schedule.from === "each-month") return words.eachMonth({ day: schedule.day });
  const { from, months, workingDays } = schedule;
  const dates = months.map((each) => dateOf(text, from, each)).join(text.absencePreview.separator);
  return workingDays ? words.plusDays({ date: dates, days: workingDays }) : dates;
}

function dateOf(text: Text, from: "start" | "end", months: number): string {
  const { schemeDraft: words } = text;
  const count = { months: String(Math.abs(months)) };
  if (months === 0) return from === "start" ? words.onStart : words.onEnd;
  if (from === "start") return words.afterStart(count);
  return months < 0 ? words.beforeEnd(count) : words.afterEnd(count);
}

/** Who files what at a checkpoint. */
export function formsOf(text: Text, { forms }: Pick<CheckpointPlan, "forms">): string {
  const { schemeDraft: words } = text;
  if (forms.length === 0) return words.noForms;
  return forms
    .map(({ by, form }) => words.formBy({ by: text.role[by], form: words.forms[form] }))
    .join(text.absencePreview.separator);
}

/** The delays of a checkpoint, column by column. */
export function delaysOf(text: Text, plan: DatedPlan) {
  const { schemeDraft: words } = text;
  const { remindDaysBefore: remind, missedAfterWorkingDays: missed } = plan;
  return {
    opens: words.opensBefore({ days: plan.opensDaysBefore }),
    reminds: remind.length === 0 ? text.common.none : words.remindsAt({ days: remind.join(" / ") }),
    climbs: words.climbs(plan.escalateAfterWorkingDays),
    missed: missed === undefined ? words.waits : words.missedAfter({ days: missed }),
  };
}

/** Settings, classes and checkpoints that read differently in two versions; one that is not there is empty. */
export function differencesOf(
  text: Text,
  before: Scheme,
  after: Scheme,
): { label: string; was: string; becomes: string }[] {
  const old = new Map(linesOf(text, before));
  const now = new Map(linesOf(text, after));
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((label) => ({ label, was: old.get(label) ?? "", becomes: now.get(label) ?? "" }))
    .filter(({ was, becomes }) => was !== becomes);
}

function linesOf(text: Text, scheme: Scheme): [label: string, value: string][] {
  const { schemeDraft: more } = text;
  const bothNames = ({ name }: Pick<Scheme, "name">) => `${name["zh-CN"]} / ${name.en}`;
  return [
    [more.nameGroup, bothNames(scheme)],
    ...settingsOf(text, scheme).map(({ label, value }): [string, string] => [label, value]),
    [more.areas, scheme.dutyAreas.map((each) => `${each.key}: ${bothNames(each)}`).join("; ")],
    ...absenceClasses.map((each): [string, string] => [
      text.absenceClass[each],
      classRuleName(text, scheme, each),
    ]),
    ...scheme.checkpoints.map((plan): [string, string] => [
      `${more.node} ${plan.key}`,
      [bothNames(plan), ...Object.values(planLine(text, plan))].join("; "),
    ]),
  ];
}

function planLine(text: Text, plan: CheckpointPlan) {
  return {
    kind: text.schemeDraft.kinds[plan.kind],
    due: scheduleOf(text, plan.schedule),
    forms: formsOf(text, plan),
    ...delaysOf(text, plan),
  };
}
