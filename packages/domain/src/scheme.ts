import * as z from "zod";
import { type AbsenceClass, absenceClasses } from "./absenceClass.ts";

export const rungs = ["station", "branch", "bureau"] as const;
export type Rung = (typeof rungs)[number];

const checkpointPlanSchema = z.object({
  key: z.enum(["report-in"]),
  /** Due on the n-th working day after the start of the term. */
  dueAfterWorkingDays: z.int().nonnegative(),
  remindDaysBefore: z.array(z.int().nonnegative()),
  escalateAfterWorkingDays: z.object({ branch: z.int().positive(), bureau: z.int().positive() }),
});

/** A named, versioned set of rules; every setting is stated, none has a silent default (domain.md). */
export const schemeSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  version: z.int().positive(),
  name: z.object({ "zh-CN": z.string(), en: z.string() }),
  termMonths: z.int().positive(),
  termStartsOn: z.enum(["nominal", "report-in"]),
  classes: z.record(z.enum(absenceClasses), z.boolean()),
  limitDays: z.number().multipleOf(0.5).positive(),
  comparison: z.enum(["more-than"]),
  window: z.enum(["term-year"]),
  granularity: z.enum(["half-day"]),
  calendar: z.enum(["cn-state-council"]),
  extensionResetsCount: z.boolean(),
  overLimitOutcome: z.enum(["ruling", "make-up-extension"]),
  warnAtDays: z.array(z.number().positive()).min(1),
  checkpoints: z.array(checkpointPlanSchema),
  /** Longest request in working days that a rung decides; the bureau decides the rest. */
  ladderDays: z.object({ station: z.number().positive(), branch: z.number().positive() }),
  extensionWindow: z.object({ opensAfterMonths: z.int().positive() }),
  /** Civil Servant Law Art. 88(5): natural days, consecutive or in one calendar year; an alarm, not the limit. */
  dismissalAlarm: z.object({ consecutiveDays: z.int().positive(), calendarYearDays: z.int().positive() }),
});
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

function classesCounting(except: readonly AbsenceClass[]): Scheme["classes"] {
  return schemeSchema.shape.classes.parse(
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
