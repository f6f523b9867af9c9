import * as z from "zod";
import { factChangeSchema } from "../officerCorrection.ts";
import { accept, isRefusalCode, type Outcome, type Refusal, refuse } from "../refusal.ts";
import {
  type DecidedRow,
  decidedRowSchema,
  type ImportRow,
  importRefusalSchema,
  importRowSchema,
} from "./importRow.ts";

export type SamePersonAnswer = DecidedRow["is"];

/** A row as it would be imported under one answer, or why it cannot be. */
const wayOutSchema = z.object({
  row: importRowSchema.optional(),
  problems: z.array(importRefusalSchema),
  /** What the row changes of a person on file; not said in files checked before that was. */
  changes: z.array(factChangeSchema).optional(),
});
export type WayOut = z.infer<typeof wayOutSchema>;

/**
 * One row that a person decides: `number` stands in the file, `known` on file (or in another row of the file, then
 * there is no `same`). Each way was checked with its own number: facts, claims on the person and on the post.
 */
export const importQuestionSchema = decidedRowSchema.omit({ is: true }).extend({
  same: wayOutSchema.optional(),
  another: wayOutSchema,
  /** `number` is on file as well, and the row would give its person the facts of `known`; then there is no `same`. */
  isKnown: z.boolean().optional(),
});
export type ImportQuestion = z.infer<typeof importQuestionSchema>;
export const questionsPerItem = 100;
/** More are no oversight of single rows: the column was spoilt, and the file is to be mended. */
export const mostQuestions = 300;

/** One decision by the place of its row; `known`, where it is sent, says which number the person has seen. */
export type RowDecision = {
  sheet?: string | undefined;
  row: number;
  is: SamePersonAnswer;
  known?: string | undefined;
};
/** Decisions about rows: by their places, or by the position of the question, counted from 0, as a form sends them. */
export type SamePersonDecisions = readonly RowDecision[] | Readonly<Record<string, SamePersonAnswer>>;

export type Decided = { rows: ImportRow[]; decided: DecidedRow[] };

/**
 * The rows that the decisions let in, each under the number decided. Refuses at `samePerson.<position>`: a row without
 * a decision (`same-person-undecided`), a way that its check found shut (with its reasons), and two rows that become
 * one person (`same-person-twice`).
 */
export function decideRows(
  questions: readonly ImportQuestion[],
  decisions: SamePersonDecisions,
): Outcome<Decided> {
  const firstOf = new Map<string, ImportQuestion>();
  const refusals: Refusal[] = [];
  const rows: ImportRow[] = [];
  const decided: DecidedRow[] = [];
  for (const [position, question] of questions.entries()) {
    const { same: _, another: __, isKnown: ___, ...facts } = question;
    const is = answerOf(question, position, decisions);
    const outcome = rowDecided(question, is, firstOf);
    if (!outcome.ok)
      refusals.push(...outcome.refusals.map((each) => ({ ...each, field: `samePerson.${position}` })));
    else if (outcome.value) rows.push(outcome.value);
    if (is) decided.push({ ...facts, is });
  }
  return refusals.length > 0 ? { ok: false, refusals } : accept({ rows, decided });
}

/** The row that one decision lets in, if any; `firstOf` holds the rows that known numbers have got so far. */
function rowDecided(
  question: ImportQuestion,
  is: SamePersonAnswer | undefined,
  firstOf: Map<string, ImportQuestion>,
): Outcome<ImportRow | undefined> {
  const { row, known, sheetName, isKnown } = question;
  const place = { ...(sheetName && { sheet: sheetName }), row };
  if (!is) return refuse("same-person-undecided", undefined, { ...place, known });
  if (is === "leave-out") return accept(undefined);
  const way = question[is];
  if (!way && isKnown)
    return refuse("same-person-known", undefined, { ...place, number: question.number, known });
  if (!way) return refuse("same-person-in-file", undefined, { ...place, known });
  if (!way.row)
    return {
      ok: false,
      refusals: way.problems.map(({ code, params }) => ({
        code: isRefusalCode(code) ? code : "refused",
        ...(params && { params }),
      })),
    };
  const first = is === "same" ? firstOf.get(known) : undefined;
  if (first)
    return refuse("same-person-twice", undefined, {
      ...place,
      known,
      firstRow: first.row,
      ...(first.sheetName && first.sheetName !== sheetName && { firstSheet: first.sheetName }),
    });
  if (is === "same") firstOf.set(known, question);
  return accept(way.row);
}

function answerOf(
  { sheetName, row, known }: ImportQuestion,
  position: number,
  decisions: SamePersonDecisions,
): SamePersonAnswer | undefined {
  if (!isList(decisions)) return decisions[String(position)];
  return decisions.find(
    (each) =>
      each.row === row &&
      (each.sheet ?? sheetName) === sheetName &&
      (each.known === undefined || each.known === known),
  )?.is;
}

function isList(decisions: SamePersonDecisions): decisions is readonly RowDecision[] {
  return Array.isArray(decisions);
}
