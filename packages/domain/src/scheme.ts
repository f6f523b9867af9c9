import type * as z from "zod";
import { schemaVersion } from "./schemaVersion.ts";
import type { schemeSchema } from "./schemeSchema.ts";
import { defaultTimetable, reportInPlan } from "./timetable.ts";

export const rungs = ["station", "branch", "bureau"] as const;
export type Rung = (typeof rungs)[number];

/** The presets are checked against the schema by a test: nothing has to build it when a function starts. */
export type Scheme = z.infer<typeof schemeSchema>;

const common = {
  schemaVersion,
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

type Preset = Pick<Scheme, "id" | "name" | "classes">;
/** Every class by name: one that comes later is decided by a later version, never by the table of an earlier one. */
const literal: Preset = {
  id: "literal",
  name: {
    "zh-CN": "全口径：离岗均计入（组织安排除外）",
    en: "Literal: every absence counts except ordered ones",
  },
  classes: {
    sick: true,
    personal: true,
    unexplained: true,
    recall: true,
    annual: true,
    marriage: true,
    bereavement: true,
    maternity: true,
    nursing: true,
    "home-visit": true,
    "compensatory-rest": true,
    "injury-on-duty": true,
    "ordered-training": false,
    "ordered-duty": false,
    "organisation-arranged": false,
  },
};
const statutoryLeaveExcluded: Preset = {
  id: "statutory-leave-excluded",
  name: { "zh-CN": "法定假期不计口径", en: "Statutory leave excluded" },
  classes: {
    sick: true,
    personal: true,
    unexplained: true,
    recall: true,
    annual: false,
    marriage: false,
    bereavement: false,
    maternity: false,
    nursing: false,
    "home-visit": false,
    "compensatory-rest": false,
    "injury-on-duty": false,
    "ordered-training": false,
    "ordered-duty": false,
    "organisation-arranged": false,
  },
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
