import type { CheckpointPlan } from "./schemeSchema.ts";

const usual = {
  onDayOff: "next-working-day",
  remindDaysBefore: [7, 3, 0],
  escalateAfterWorkingDays: { branch: 3, bureau: 7 },
} as const;
/** Working days after the due date on which a form that nobody filed is missed. */
const missedAfterWorkingDays = 20;

function plan(
  facts: Omit<CheckpointPlan, "onDayOff" | "remindDaysBefore" | "escalateAfterWorkingDays">,
): CheckpointPlan {
  return { ...usual, remindDaysBefore: [...usual.remindDaysBefore], ...facts };
}

/** Report-in within three working days of the first day of the term. */
export const reportInPlan = plan({
  key: "report-in",
  kind: "report-in",
  name: { "zh-CN": "报到", en: "Report-in" },
  schedule: { from: "start", months: [0], workingDays: 3 },
  opensDaysBefore: 0,
  forms: [],
});

/** The default timetable (domain.md, "Checkpoints and assessment"). */
export const defaultTimetable: CheckpointPlan[] = [
  reportInPlan,
  plan({
    key: "attendance",
    kind: "attendance",
    name: { "zh-CN": "月度在岗确认", en: "Monthly attendance" },
    schedule: { from: "each-month", day: 5 },
    opensDaysBefore: 4,
    forms: [{ form: "attendance", by: "station" }],
    missedAfterWorkingDays,
  }),
  plan({
    key: "quarter",
    kind: "review",
    name: { "zh-CN": "季度考核", en: "Quarter review" },
    schedule: { from: "start", months: [3, 9] },
    opensDaysBefore: 10,
    forms: [{ form: "opinion", by: "station" }],
    missedAfterWorkingDays,
  }),
  plan({
    key: "mid-term",
    kind: "review",
    name: { "zh-CN": "中期考核", en: "Mid-term review" },
    schedule: { from: "start", months: [6] },
    opensDaysBefore: 14,
    forms: [
      { form: "opinion", by: "station" },
      { form: "opinion", by: "branch" },
    ],
    missedAfterWorkingDays,
  }),
  plan({
    key: "self-report",
    kind: "self-report",
    name: { "zh-CN": "述职", en: "Self-report" },
    schedule: { from: "end", months: [-1] },
    opensDaysBefore: 14,
    forms: [{ form: "self-report", by: "officer" }],
    missedAfterWorkingDays,
  }),
  plan({
    key: "end",
    kind: "end",
    name: { "zh-CN": "期满考核", en: "End assessment" },
    schedule: { from: "end", months: [0] },
    opensDaysBefore: 14,
    forms: [
      { form: "assessment", by: "station" },
      { form: "opinion", by: "branch" },
      { form: "opinion", by: "sending" },
    ],
    missedAfterWorkingDays,
  }),
  plan({
    key: "ruling",
    kind: "ruling",
    name: { "zh-CN": "认定", en: "Ruling" },
    schedule: { from: "end", months: [0], workingDays: 30 },
    opensDaysBefore: 0,
    forms: [],
  }),
  plan({
    key: "showcase",
    kind: "showcase",
    name: { "zh-CN": "成果分享", en: "Showcase" },
    schedule: { from: "end", months: [2] },
    opensDaysBefore: 14,
    forms: [{ form: "showcase", by: "hr" }],
    missedAfterWorkingDays,
  }),
];
