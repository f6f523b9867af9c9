import * as z from "zod";
import { type AbsenceClass, absenceClasses } from "./absenceClass.ts";
import type { schemeSchema } from "./schemeSchema.ts";
import { defaultTimetable, reportInPlan } from "./timetable.ts";

export const rungs = ["station", "branch", "bureau"] as const;
export type Rung = (typeof rungs)[number];

/** The presets are checked against the schema by a test: nothing has to build it when a function starts. */
export type Scheme = z.infer<typeof schemeSchema>;

const common = {
  termMonths: 12,
  termStartsOn: "nominal",
  limitDays: 15,
  comparison: "more-than",
  window: "term-year",
  granularity: "half-day",
  calendar: "cn-state-council",
  extensionResetsCount: true,
  overLimitOutcome: "ruling",
  warnAtDays: [10, 13, 15],
  ladderDays: { station: 3, branch: 7 },
  extensionWindow: { opensAfterMonths: 11 },
  extensionMonths: 12,
  reviewWindowDays: 30,
  excellentShare: 0.2,
  dutyAreas: [
    { key: "basic-work", name: { "zh-CN": "基础工作", en: "Basic work" } },
    { key: "casework", name: { "zh-CN": "案件办理", en: "Casework" } },
    { key: "prevention", name: { "zh-CN": "治安防范", en: "Crime prevention" } },
    { key: "public-service", name: { "zh-CN": "服务群众", en: "Public service" } },
    { key: "team", name: { "zh-CN": "队伍管理", en: "Team management" } },
  ],
  spotCheckCaps: { perStationDay: 1, perStationQuarter: 4 },
  dismissalAlarm: { consecutiveDays: 15, calendarYearDays: 30 },
  findingBetweenRequests: "joins",
  findingDismissedBy: "not-below-recorder",
  groupHalfDays: "working",
} satisfies Omit<Scheme, "id" | "version" | "name" | "classes" | "checkpoints">;

const statutoryLeave: readonly AbsenceClass[] = [
  "annual",
  "marriage",
  "bereavement",
  "maternity",
  "nursing",
  "home-visit",
  "compensatory-rest",
  "injury-on-duty",
];
const neverCounts: readonly AbsenceClass[] = ["ordered-training", "ordered-duty", "organisation-arranged"];

const classesSchema = z.record(z.enum(absenceClasses), z.boolean());

function classesCounting(except: readonly AbsenceClass[]): Scheme["classes"] {
  return classesSchema.parse(
    Object.fromEntries(absenceClasses.map((each) => [each, !except.includes(each)])),
  );
}

type Preset = Pick<Scheme, "id" | "name" | "classes">;
const literal: Preset = {
  id: "literal",
  name: {
    "zh-CN": "全口径：离岗均计入（组织安排除外）",
    en: "Literal: every absence counts except ordered ones",
  },
  classes: classesCounting(neverCounts),
};
const statutoryLeaveExcluded: Preset = {
  id: "statutory-leave-excluded",
  name: { "zh-CN": "法定假期不计口径", en: "Statutory leave excluded" },
  classes: classesCounting([...neverCounts, ...statutoryLeave]),
};

/**
 * The two presets that ship (domain.md, "Settings that a scheme must state"). Version 1 knew report-in only; version 2
 * has the whole timetable. A version never changes once a secondment runs under it.
 */
export const presetSchemes: readonly Scheme[] = [literal, statutoryLeaveExcluded].flatMap((preset) => [
  { ...common, ...preset, version: 1, checkpoints: [reportInPlan] },
  { ...common, ...preset, version: 2, checkpoints: defaultTimetable },
]);

/** How events and explanations name a scheme version: `literal@1`. */
export function schemeLabel(scheme: Pick<Scheme, "id" | "version">): string {
  return `${scheme.id}@${scheme.version}`;
}
