import type { AbsenceClass } from "@dunmiao/domain/absenceClass";

/** CSS class of an absence in the year calendar: four families, told apart by colour and by pattern. */
export type Family = "x1" | "x2" | "x3" | "x4";

const families: Readonly<Record<AbsenceClass, Family>> = {
  sick: "x1",
  personal: "x1",
  unexplained: "x2",
  recall: "x2",
  annual: "x3",
  marriage: "x3",
  bereavement: "x3",
  maternity: "x3",
  nursing: "x3",
  "home-visit": "x3",
  "compensatory-rest": "x3",
  "injury-on-duty": "x3",
  "ordered-training": "x4",
  "ordered-duty": "x4",
  "organisation-arranged": "x4",
};

/** x1 sick and personal, x2 findings, x3 statutory leave, x4 ordered. */
export function classFamily(absenceClass: AbsenceClass): Family {
  return families[absenceClass];
}
