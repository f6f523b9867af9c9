import { type AbsenceClass, absenceClasses } from "../absenceClass.ts";
import { type Refused, refuse } from "../refusal.ts";
import type { Scheme } from "../scheme.ts";

type Classes = Pick<Scheme, "classes">;

/** What a scheme version says of a class; one that came later than the version is not decided by it. */
export type ClassRule = "counts" | "does-not-count" | "not-decided";

/** How a class stands under a scheme version: every count, list and page asks here, so that nothing is taken as said. */
export function classRuleOf({ classes }: Classes, absenceClass: AbsenceClass): ClassRule {
  const counts = classes[absenceClass];
  if (counts === undefined) return "not-decided";
  return counts ? "counts" : "does-not-count";
}

/** Whether days of a class count; those of a class that nobody decided are not in the count, and never come into it. */
export function doesCount(scheme: Classes, absenceClass: AbsenceClass): boolean {
  return classRuleOf(scheme, absenceClass) === "counts";
}

/** Classes that a scheme version does not decide, in the order of the catalogue. */
export function undecidedClasses(scheme: Classes): AbsenceClass[] {
  return absenceClasses.filter((each) => classRuleOf(scheme, each) === "not-decided");
}

/** No absence of a class that the version leaves open: `class-not-decided`, until a new version decides it. */
export function refusedClass(
  scheme: Pick<Scheme, "classes" | "id" | "version">,
  absenceClass: AbsenceClass,
): Refused | undefined {
  if (classRuleOf(scheme, absenceClass) !== "not-decided") return undefined;
  return refuse("class-not-decided", "class", { class: absenceClass, version: scheme.version });
}
