import * as z from "zod";
import { type AbsenceClass, absenceClasses } from "./absenceClass.ts";
import type { schemeSchema } from "./schemeSchema.ts";

export const rungs = ["station", "branch", "bureau"] as const;
export type Rung = (typeof rungs)[number];

/** The presets are checked against the schema by a test: nothing has to build it when a function starts. */
export type Scheme = z.infer<typeof schemeSchema>;

const common = {
  version: 1,
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
  checkpoints: [
    {
      key: "report-in",
      dueAfterWorkingDays: 3,
      remindDaysBefore: [7, 3, 0],
      escalateAfterWorkingDays: { branch: 3, bureau: 7 },
    },
  ],
  ladderDays: { station: 3, branch: 7 },
  extensionWindow: { opensAfterMonths: 11 },
  dismissalAlarm: { consecutiveDays: 15, calendarYearDays: 30 },
} satisfies Omit<Scheme, "id" | "name" | "classes">;

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

/** The two presets that ship (domain.md, "Settings that a scheme must state"). */
export const presetSchemes: readonly Scheme[] = [
  {
    ...common,
    id: "literal",
    name: {
      "zh-CN": "字面口径：凡离岗均计（组织安排除外）",
      en: "Literal: every absence counts except ordered ones",
    },
    classes: classesCounting(neverCounts),
  },
  {
    ...common,
    id: "statutory-leave-excluded",
    name: { "zh-CN": "法定假期不计口径", en: "Statutory leave excluded" },
    classes: classesCounting([...neverCounts, ...statutoryLeave]),
  },
];

/** How events and explanations name a scheme version: `literal@1`. */
export function schemeLabel(scheme: Pick<Scheme, "id" | "version">): string {
  return `${scheme.id}@${scheme.version}`;
}
