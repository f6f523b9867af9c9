import type { FormKind } from "../assessment.ts";
import { type Filer, filers } from "../assessment.ts";
import type { DatedPlan } from "../checkpoint.ts";
import { accept, type Outcome, type Refusal } from "../refusal.ts";
import type { Scheme } from "../scheme.ts";
import type { CheckpointPlan } from "../schemeSchema.ts";

/** Closed by their own acts: they take no form, happen once, and are found by these keys. */
const actsOfTheirOwn = ["report-in", "ruling"] as const;

/** What a schema cannot say of a scheme: settings that contradict each other, steps that could never happen. */
export function checkScheme(scheme: Scheme): Outcome<Scheme> {
  const refusals = [
    ...warnLevels(scheme),
    ...ladder(scheme),
    ...twice(scheme.dutyAreas, "dutyAreas"),
    ...twice(scheme.checkpoints, "checkpoints"),
    ...onceEach(scheme),
    ...scheme.checkpoints.flatMap((plan, index) =>
      [...forms(plan), ...dates(plan, scheme), ...delays(plan)].map((each) => ({
        ...each,
        field: `checkpoints.${index}.${each.field}`,
      })),
    ),
  ];
  return refusals.length === 0 ? accept(scheme) : { ok: false, refusals };
}

/** The form that a role files for a kind of checkpoint (timetable.ts); undefined where it takes none. */
export function formFor(kind: CheckpointPlan["kind"], by: Filer): FormKind | undefined {
  switch (kind) {
    case "report-in":
    case "ruling":
      return undefined;
    case "review":
      return by === "officer" ? "self-report" : "opinion";
    case "end":
      if (by === "officer") return "self-report";
      return by === "station" ? "assessment" : "opinion";
    default:
      return kind;
  }
}

function warnLevels({ warnAtDays, limitDays }: Scheme): Refusal[] {
  const isRising = warnAtDays.every((level, index) => level > (warnAtDays[index - 1] ?? 0));
  if (!isRising) return [{ code: "warn-levels-not-rising", field: "warnAtDays" }];
  if (warnAtDays.some((level) => level > limitDays))
    return [{ code: "warn-level-over-limit", field: "warnAtDays", params: { limit: limitDays } }];
  return [];
}

function ladder({ ladderDays: { station, branch } }: Scheme): Refusal[] {
  if (station < branch) return [];
  return [{ code: "ladder-not-rising", field: "ladderDays.branch", params: { station } }];
}

/** Keys that stand twice in a list of settings. */
export function twice(items: readonly { key: string }[], list: string): Refusal[] {
  const seen = new Set<string>();
  return items.flatMap(({ key }, index) => {
    if (seen.has(key)) return [{ code: "key-twice", field: `${list}.${index}.key`, params: { key } }];
    seen.add(key);
    return [];
  });
}

function onceEach({ checkpoints }: Scheme): Refusal[] {
  return actsOfTheirOwn
    .filter((kind) => checkpoints.filter((plan) => plan.kind === kind).length !== 1)
    .map((kind) => ({ code: `needs-one-${kind}`, field: "checkpoints" }));
}

type Found = Refusal & { field: string };

function hasOwnAct({ kind }: CheckpointPlan): boolean {
  return actsOfTheirOwn.some((each) => each === kind);
}

function forms(plan: CheckpointPlan): Found[] {
  if (hasOwnAct(plan)) return plan.forms.length > 0 ? [{ code: "forms-not-here", field: "forms" }] : [];
  if (plan.forms.length === 0) return [{ code: "forms-required", field: "forms" }];
  if (filers.some((by) => plan.forms.filter((each) => each.by === by).length > 1))
    return [{ code: "role-files-twice", field: "forms" }];
  const foreign = plan.forms.find(({ form, by }) => formFor(plan.kind, by) !== form);
  return foreign ? [{ code: "form-not-of-kind", field: "forms" }] : [];
}

function dates({ kind, key, schedule }: CheckpointPlan, { termMonths }: Scheme): Found[] {
  const isOwnAct = actsOfTheirOwn.some((each) => each === kind);
  if (isOwnAct && key !== kind) return [{ code: "key-is-kind", field: "key", params: { key: kind } }];
  if (schedule.from === "each-month")
    return isOwnAct ? [{ code: "one-date-only", field: "schedule.from" }] : [];
  // The attendance form is about the calendar month that its key names.
  if (kind === "attendance") return [{ code: "attendance-each-month", field: "schedule.from" }];
  const { months, from } = schedule;
  if (isOwnAct && months.length > 1) return [{ code: "one-date-only", field: "schedule.months" }];
  if (new Set(months).size < months.length) return [{ code: "month-twice", field: "schedule.months" }];
  // A date after the last day falls away (checkpoint.ts), one before the first day could never be kept.
  const isOutside = from === "start" ? months.some((each) => each >= termMonths) : before(months, termMonths);
  return isOutside
    ? [{ code: "checkpoint-outside-term", field: "schedule.months", params: { months: termMonths } }]
    : [];
}

function before(months: readonly number[], termMonths: number): boolean {
  return months.some((each) => each < -termMonths);
}

/** Reminders and levels of a checkpoint that contradict each other. */
export function delays(plan: DatedPlan): Found[] {
  const { branch, bureau } = plan.escalateAfterWorkingDays;
  const found: Found[] = [];
  if (new Set(plan.remindDaysBefore).size < plan.remindDaysBefore.length)
    found.push({ code: "reminder-twice", field: "remindDaysBefore" });
  if (bureau <= branch)
    found.push({
      code: "escalation-not-rising",
      field: "escalateAfterWorkingDays.bureau",
      params: { branch },
    });
  if (plan.missedAfterWorkingDays !== undefined && plan.missedAfterWorkingDays <= bureau)
    found.push({ code: "missed-before-escalation", field: "missedAfterWorkingDays", params: { bureau } });
  return found;
}
