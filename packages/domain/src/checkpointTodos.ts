import { accepterOf, type Filer, isFiled } from "./assessment.ts";
import { laterOf } from "./calendarDate.ts";
import { isAwaited, planOf } from "./checkpoint.ts";
import { changedMonths } from "./monthLedger.ts";
import { isOpenToFacts, type Secondment } from "./secondment.ts";
import type { Todo, TodoRules } from "./todo.ts";
import { addWorkingDays } from "./workCalendar.ts";

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
    return [...missing.map(({ by }): Todo => ["file-form", by, opensOn, dueOn, key]), ...chase];
  });
  return [...files, ...formTodos(secondment, rules), ...monthTodos(secondment, rules)];
}

/** Months to confirm again, since the last decision on the ledger. */
function monthTodos(secondment: Secondment, rules: TodoRules): Todo[] {
  const decisions = secondment.absences.flatMap((each) => each.decisions.map(({ on }) => on));
  return changedMonths(secondment, rules).map(({ entry }): Todo => {
    const confirmedOn = entry.history.at(-1)?.on ?? "";
    const since = decisions.reduce(laterOf, laterOf(confirmedOn, secondment.recounted?.on ?? ""));
    const due = addWorkingDays(rules.calendar, since, acceptWithinWorkingDays);
    return ["reconfirm-month", entry.by, since, due, entry.checkpoint];
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
    return isAgain ? [["file-form", by, since, due, checkpoint]] : [];
  });
}
