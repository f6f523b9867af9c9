import type { PairScheme } from "../pairScheme.ts";
import { accept, type Outcome, type Refusal } from "../refusal.ts";
import { delays, twice } from "../scheme/schemeCheck.ts";

/** An entry of a month is due in the month after it, whatever days off move it by. */
const latestDayOfEntry = 15;

/** What a schema cannot say of a pair scheme: keys that stand twice, tests that nobody can pass or fail, steps without a date. */
export function checkPairScheme(scheme: PairScheme): Outcome<PairScheme> {
  const { eligibility, grades, focuses, activityKinds, checkpoints, mutual = [] } = scheme;
  const refusals = [
    ...twice(eligibility, "eligibility"),
    ...twice(grades, "grades"),
    ...twice(focuses, "focuses"),
    ...focuses.flatMap(({ skills }, index) => twice(skills, `focuses.${index}.skills`)),
    ...twice(activityKinds, "activityKinds"),
    ...twice(mutual, "mutual"),
    ...twice(checkpoints, "checkpoints"),
    ...bothGrades(scheme),
    ...onceEach(scheme),
    ...checkpoints.flatMap((plan, index) =>
      [...dates(plan, scheme), ...delays(plan)].map((each) => ({
        ...each,
        field: `checkpoints.${index}.${each.field}`,
      })),
    ),
  ];
  return refusals.length === 0 ? accept(scheme) : { ok: false, refusals };
}

function bothGrades({ grades }: PairScheme): Refusal[] {
  const isBoth = grades.some(({ isPass }) => isPass) && grades.some(({ isPass }) => !isPass);
  return isBoth ? [] : [{ code: "grades-pass-and-fail", field: "grades" }];
}

/** One entry a month and one test at the end; looks at the middle as many as one likes. */
function onceEach({ checkpoints }: PairScheme): Refusal[] {
  return (["month", "final-test"] as const)
    .filter((kind) => checkpoints.filter((plan) => plan.kind === kind).length !== 1)
    .map((kind) => ({ code: `needs-one-${kind}`, field: "checkpoints" }));
}

type Plan = PairScheme["checkpoints"][number];

function dates({ kind, schedule }: Plan, { longestMonths }: PairScheme): (Refusal & { field: string })[] {
  if (kind === "month") {
    if (schedule.from !== "each-month") return [{ code: "month-each-month", field: "schedule.from" }];
    const params = { day: latestDayOfEntry };
    return schedule.day <= latestDayOfEntry
      ? []
      : [{ code: "month-day-too-late", field: "schedule.day", params }];
  }
  if (schedule.from === "each-month") return [{ code: "one-date-only", field: "schedule.from" }];
  const { months, from } = schedule;
  if (kind === "final-test" && months.length > 1)
    return [{ code: "one-date-only", field: "schedule.months" }];
  if (new Set(months).size < months.length) return [{ code: "month-twice", field: "schedule.months" }];
  const isOutside = months.some((each) =>
    from === "start" ? each >= longestMonths : each > 0 || each < -longestMonths,
  );
  return isOutside
    ? [{ code: "checkpoint-outside-term", field: "schedule.months", params: { months: longestMonths } }]
    : [];
}
