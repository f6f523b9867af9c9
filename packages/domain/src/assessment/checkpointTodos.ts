import { type Assessment, accepterOf, type Filer, type FormKind, isFiled } from "../assessment.ts";
import { laterOf } from "../calendarDate.ts";
import { isAwaited, planOf } from "../checkpoint.ts";
import { isOpenToFacts, type Secondment } from "../secondment.ts";
import type { Todo, TodoNote, TodoRules } from "../todo.ts";
import { addWorkingDays } from "../workCalendar.ts";
import { monthDays } from "./daysOfMonth.ts";
import { changedMonths } from "./monthLedger.ts";

const monthPattern = /^\d{4}-\d{2}$/;
const acceptWithinWorkingDays = 5;
const climbed = { none: "station", branch: "branch", bureau: "hr" } as const;

/** Forms that are due, checkpoints that escalated, and forms that wait for a decision. */
export function checkpointTodos(secondment: Secondment, rules: TodoRules): Todo[] {
  const { checkpoints, assessments } = secondment;
  const files = checkpoints.filter(isAwaited).flatMap((checkpoint): Todo[] => {
    const { key, opensOn, dueOn, escalation } = checkpoint;
    const { kind, forms } = planOf(rules.scheme, key);
    if (kind === "report-in") return [["report-in", climbed[escalation], opensOn, dueOn, ""]];
    const isIn = (by: Filer) =>
      assessments.some((each) => each.checkpoint === key && each.by === by && isFiled(each));
    const missing = forms.filter(({ by }) => !isIn(by));
    const chase: Todo[] =
      escalation === "none" || missing.length === 0
        ? []
        : [["chase-form", climbed[escalation], opensOn, dueOn, key]];
    const toFile = missing.map(({ by, form }): Todo => {
      const entry = assessments.find((each) => each.checkpoint === key && each.by === by);
      return ["file-form", by, opensOn, dueOn, key, ...noteOf(secondment, { key, form, entry }, rules)];
    });
    return [...toFile, ...chase];
  });
  return [...files, ...formTodos(secondment, rules), ...monthTodos(secondment, rules)];
}

/** What whoever files a form is to know from the list already; nothing of most. */
function noteOf(
  secondment: Secondment,
  { key, form, entry }: { key: string; form: FormKind; entry: Assessment | undefined },
  rules: TodoRules,
): [TodoNote?] {
  const [, month = ""] = key.split(".");
  if (form === "attendance" && monthPattern.test(month))
    return [{ month: monthDays(secondment, month, rules) }];
  return entry?.state === "returned" ? [{ isReturned: true }] : [];
}

/** Months to confirm again, since the last decision on the ledger. */
function monthTodos(secondment: Secondment, rules: TodoRules): Todo[] {
  const decisions = secondment.absences.flatMap((each) => each.decisions.map(({ on }) => on));
  return changedMonths(secondment, rules).map(({ entry }): Todo => {
    const confirmedOn = entry.history.at(-1)?.on ?? "";
    const since = decisions.reduce(laterOf, laterOf(confirmedOn, secondment.recounted?.on ?? ""));
    const due = addWorkingDays(rules.calendar, since, acceptWithinWorkingDays);
    const { by, checkpoint: key, form } = entry;
    return ["reconfirm-month", by, since, due, key, ...noteOf(secondment, { key, form, entry }, rules)];
  });
}

/** Forms that wait for a decision, or to be written again after their checkpoint ran out; none once the year is ruled. */
function formTodos(secondment: Secondment, { calendar }: TodoRules): Todo[] {
  if (!isOpenToFacts(secondment)) return [];
  const { checkpoints, assessments } = secondment;
  const awaited = checkpoints.filter(isAwaited).map(({ key }) => key);
  return assessments.flatMap(({ id, by, state, checkpoint, history }): Todo[] => {
    const since = history.at(-1)?.on ?? "";
    const due = addWorkingDays(calendar, since, acceptWithinWorkingDays);
    if (state === "submitted") return [["accept-form", accepterOf(by), since, due, id]];
    const isAgain = state === "returned" && !awaited.includes(checkpoint);
    return isAgain ? [["file-form", by, since, due, checkpoint, { isReturned: true }]] : [];
  });
}
