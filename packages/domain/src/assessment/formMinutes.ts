import { dimensions, type Filer, type FormKind, filers } from "../assessment.ts";
import { planCheckpoints, planOf } from "../checkpoint.ts";
import type { Scheme } from "../scheme.ts";
import type { WorkCalendar } from "../workCalendar.ts";
import { partsOfForm, sections } from "./formInput.ts";

/** Minutes that are assumed: to open a form and check it, to choose, to write a paragraph, to name a piece of evidence. */
export const assumedMinutes = { form: 1, choice: 0.5, paragraph: 5, evidence: 1 } as const;
/** Pieces of evidence that a form is assumed to name; none is compulsory. */
export const assumedEvidence = 3;

/** Boxes of a form, by how they are filled in. */
export function fieldsOf(form: FormKind): { choices: number; paragraphs: number; evidence: number } {
  const count = { choices: 0, paragraphs: 0, evidence: 0 };
  for (const part of partsOfForm(form)) {
    if (part === "grade") count.choices += 1;
    else if (part === "dimensions") count.choices += dimensions.length;
    else if (part === "sections") count.paragraphs += sections.length;
    else if (part === "evidence") count.evidence += assumedEvidence;
    else count.paragraphs += 1;
  }
  return count;
}

/** Minutes that one form takes by these assumptions. */
export function minutesOf(form: FormKind): number {
  const { choices, paragraphs, evidence } = fieldsOf(form);
  const { form: opening, choice, paragraph, evidence: piece } = assumedMinutes;
  return opening + choices * choice + paragraphs * paragraph + evidence * piece;
}

/** What a year of one secondment asks of who files: forms, and minutes a month. */
export type Asked = { readonly by: Filer; readonly formsAYear: number; readonly minutesAMonth: number };

/** Counts the forms of a term of twelve months by its timetable, for each role that files any. */
export function askedOf(
  scheme: Scheme,
  { term, calendar }: { term: { from: string; to: string }; calendar: WorkCalendar },
): Asked[] {
  const forms = planCheckpoints(term, scheme, calendar).flatMap(({ key }) => planOf(scheme, key).forms);
  return filers.flatMap((by) => {
    const own = forms.filter((each) => each.by === by);
    const minutes = own.reduce((sum, { form }) => sum + minutesOf(form), 0);
    return own.length === 0 ? [] : [{ by, formsAYear: own.length, minutesAMonth: Math.ceil(minutes / 12) }];
  });
}
