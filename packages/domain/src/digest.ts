import { isEffective, isPending } from "./absence.ts";
import { signedName } from "./actor.ts";
import { type Assessment, isFiled, sentBack } from "./assessment.ts";
import { lastDayServed, type Secondment } from "./secondment.ts";
import type { Summary } from "./summary.ts";

/** A form in a digest: checkpoint, form, filer, state, grade or "", who wrote it last, day on which it was last handed in or "", why it was sent back. */
type FormMark = [
  checkpoint: string,
  form: string,
  by: string,
  state: string,
  grade: string,
  author: string,
  handedInOn: string,
  reason?: string | undefined,
];

/**
 * One person in the pictures and tables of a cohort: checkpoints as marks, absences as bars, grades, results. Derived
 * from the record at every commit like the summary, kept in the cohort's own partition; no rule reads it.
 */
export type Digest = {
  id: string;
  number: string;
  name: string;
  branch: readonly [string, string];
  station: readonly [string, string];
  sending: readonly [string, string];
  post: string;
  from: string;
  to: string;
  status: string;
  counted: number;
  /** What waits for a decision. Absent where nothing does, and in rows of before. */
  pending?: number | undefined;
  limit: number;
  /** First day on which something is due that nobody has to do. Absent where nothing is, and in rows of before. */
  next?: string | undefined;
  /** Key, due date, state, day on which it was done or "". */
  checkpoints: [key: string, dueOn: string, state: string, doneOn: string][];
  /** First and last day, class, state of every absence that counts or waits. */
  absences: [from: string, to: string, absenceClass: string, state: string][];
  forms: FormMark[];
  /** Who wrote the forms, as they were called: account, role, unit and name. Absent where nobody gave a name, and in rows of before. */
  signers?: [id: string, role: string, name: string][] | undefined;
  /** Duty area and month of each piece of evidence that counts. */
  evidence: [area: string, month: string][];
  /** Levels of the awards that stand. */
  awards: string[];
  /** Kind and adoption state. */
  contributions: [kind: string, state: string][];
};

/** Derives the digest of a secondment. */
export function digestOf(secondment: Secondment, summary: Summary): Digest {
  const { id, number, name, branch, station, sending, status, counted, pending, limit, next } = summary;
  const { post, term, checkpoints, absences, assessments, awards, contributions } = secondment;
  return {
    id,
    number,
    name,
    branch,
    station,
    sending,
    post,
    status,
    counted,
    limit,
    ...(pending > 0 && { pending }),
    ...(next !== undefined && { next }),
    from: term.from,
    to: lastDayServed(secondment),
    checkpoints: checkpoints.map(({ key, dueOn, state, doneOn = "" }) => [key, dueOn, state, doneOn]),
    absences: absences
      .filter((each) => isEffective(each) || isPending(each))
      .map((each) => [each.from, each.to, each.class, each.state]),
    forms: assessments.map(formMark),
    ...signersOf(assessments),
    evidence: evidenceOf(secondment),
    awards: awards.filter(({ revoked }) => !revoked).map(({ level }) => level),
    contributions: contributions.map(({ kind, state }) => [kind, state]),
  };
}

/** The same without why some forms were sent back: for who may not read them, and as rows of before were written. */
export function withoutReasons<D extends Pick<Digest, "forms">>(
  digest: D,
  isHidden: (mark: FormMark) => boolean,
): D {
  const forms = digest.forms.map((mark): FormMark => {
    const [checkpoint, form, by, state, grade, author, handedInOn] = mark;
    return isHidden(mark) ? [checkpoint, form, by, state, grade, author, handedInOn] : mark;
  });
  return { ...digest, forms };
}

/** The authors of the forms who have a name, each once, by the newest of their names. */
function signersOf(assessments: readonly Assessment[]): Pick<Digest, "signers"> {
  const named = assessments.flatMap(({ history }) => {
    const by = authorOf(history)?.by;
    const name = by && signedName(by);
    return by && name !== undefined ? ([[by.id, [by.id, by.role, name]]] as const) : [];
  });
  const signers = [...new Map(named).values()].map(([id, role, name]): [string, string, string] => [
    id,
    role,
    name,
  ]);
  return signers.length > 0 ? { signers } : {};
}

function authorOf(history: Assessment["history"]) {
  return history.findLast(({ act }) => act === "submit" || act === "draft");
}

function formMark(entry: Assessment): FormMark {
  const { checkpoint, form, by, state, grade = "", history } = entry;
  const author = authorOf(history)?.by.id ?? "";
  const handedInOn = history.findLast(({ act }) => act === "submit")?.on ?? "";
  const mark: FormMark = [checkpoint, form, by, state, grade, author, handedInOn];
  const reason = sentBack(entry)?.reason;
  if (reason !== undefined) mark[7] = reason;
  return mark;
}

/** Duty area and month of each piece of evidence: of forms that are in, and of contributions that a second person verified. */
export function evidenceOf({
  assessments,
  contributions,
}: Pick<Secondment, "assessments" | "contributions">): Digest["evidence"] {
  const verified = contributions.filter(({ state }) => state !== "reported");
  return [
    ...assessments.filter(isFiled).flatMap((each) => each.evidence),
    ...verified.map(({ area, month }): [string, string] => [area, month]),
  ];
}
