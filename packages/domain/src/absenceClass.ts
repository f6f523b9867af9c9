/** Classes of absence (domain.md's table). Only the class is stored, never a diagnosis. */
export const absenceClasses = [
  "sick",
  "personal",
  "unexplained",
  "recall",
  "annual",
  "marriage",
  "bereavement",
  "maternity",
  "nursing",
  "home-visit",
  "compensatory-rest",
  "injury-on-duty",
  "ordered-training",
  "ordered-duty",
  "organisation-arranged",
] as const;
export type AbsenceClass = (typeof absenceClasses)[number];

const findingClasses: readonly AbsenceClass[] = ["unexplained", "recall"];
const orderedClasses: readonly AbsenceClass[] = ["ordered-training", "ordered-duty", "organisation-arranged"];

/** A finding is recorded about the officer and confirmed by a second person; everything else is a request. */
export function kindOfClass(absenceClass: AbsenceClass): "request" | "finding" {
  return findingClasses.includes(absenceClass) ? "finding" : "request";
}

/** Classes that must say who ordered the absence. */
export function isOrdered(absenceClass: AbsenceClass): boolean {
  return orderedClasses.includes(absenceClass);
}
