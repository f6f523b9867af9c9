import { type AbsenceClass, isOrdered, kindOfClass } from "@dunmiao/domain/absenceClass";
import type { Text } from "./text.ts";

/** How a class of absence is dealt with, in words: asked for, reported because it was ordered, or found. */
export function absenceKindName(text: Text, absenceClass: AbsenceClass): string {
  return text.absenceKind[isOrdered(absenceClass) ? "ordered" : kindOfClass(absenceClass)];
}

/** A class with how it is dealt with: 培训（报备）. */
export function classWithKind(text: Text, absenceClass: AbsenceClass): string {
  const kind = absenceKindName(text, absenceClass);
  return text.absenceForm.classWithKind({ class: text.absenceClass[absenceClass], kind });
}
