import type { ImportQuestion } from "@dunmiao/domain/import/importQuestion";
import type {
  Import,
  ImportMove,
  ImportNotice,
  ImportOutcome,
  ImportRefusal,
} from "@dunmiao/domain/import/importRow";
import type { ImportUnderstood } from "@dunmiao/domain/import/importUnderstood";
import { UNIT_CHANGE } from "@dunmiao/store/importedRows";
import type { Text } from "../ui/text.ts";
import { isAskedHeading } from "./askedAbout.ts";
import { columnOfProblem } from "./checked.ts";
import { moveSentence, noticeSentence, problemSentence } from "./problemText.ts";
import { SAME_PERSON } from "./samePerson.ts";

/** An import as loaded: the record, the sums of what the workflow has done so far, and what the check found and understood. */
export type LoadedImport = {
  record: Import;
  progress: ImportOutcome;
  problems: readonly ImportRefusal[];
  questions: readonly ImportQuestion[];
  moves: readonly ImportMove[];
  notices: readonly ImportNotice[];
  understood: ImportUnderstood | undefined;
};

/** checked → running → finished; confirming and running are one to whoever waits. */
export function shownStatus({ status }: Pick<Import, "status">): "checked" | "running" | "finished" {
  return status === "confirmed" ? "running" : status;
}

/**
 * An import as JSON: the dry run's problems are its `errors` while it can still be confirmed; once it runs, `refused`
 * has every row of the file that is not taken in, with its first problem.
 */
export function importView(text: Text, loaded: LoadedImport) {
  const { record, progress, notices, moves, understood } = loaded;
  const { id, cohortId, fileName, rows, total, errorCount, would } = record;
  const { done, created, alreadyThere } = progress;
  const isChecked = record.status === "checked";
  const problems = problemsOf(loaded);
  const refused = isChecked ? [] : firstOfRow([...problems, ...progress.refused]);
  return {
    id,
    status: shownStatus(record),
    ...(cohortId !== undefined && { cohortId }),
    fileName,
    rows,
    total,
    done,
    created,
    alreadyThere,
    would,
    ...(record.unchanged !== undefined && { unchanged: record.unchanged }),
    errorCount,
    notices: notices.map((each) => noticeView(text, each)),
    ...(moves.length > 0 && { moves: moves.map((each) => moveView(text, each)) }),
    ...(understood && { understood }),
    ...(record.unanswered && { unanswered: record.unanswered }),
    ...(record.leftOut && { leftOut: record.leftOut }),
    ...(record.unitChanges && isChecked && { unitChanges: problems.flatMap(unitChangeOf) }),
    ...(record.changedUnits && { changedUnits: record.changedUnits }),
    ...(record.questions && { questions: loaded.questions.map((each) => questionView(text, each)) }),
    ...(record.samePerson && { samePerson: record.samePerson }),
    ...(isChecked && { errors: problems.map((each) => problemView(text, each)) }),
    refused: refused.map((each) => problemView(text, each)),
  };
}

/** What the check found; a heading that was left out, or a row that was let in, a unit that was changed, is none of it any more. */
export function problemsOf({ record, problems }: LoadedImport): readonly ImportRefusal[] {
  if (record.status === "checked") return problems;
  const isLetIn = ({ code, row, sheetName }: ImportRefusal) =>
    code === SAME_PERSON &&
    record.samePerson?.some(
      (each) => each.row === row && each.sheetName === sheetName && each.is !== "leave-out",
    );
  const isChanged = ({ code, params }: ImportRefusal) =>
    code === UNIT_CHANGE && record.changedUnits?.includes(String(params?.unit));
  return problems.filter((problem) => !isAskedHeading(problem) && !isLetIn(problem) && !isChanged(problem));
}

/** What a row would make of a unit on file: its code, the names before and after, the units above where they differ. */
function unitChangeOf({ code, params }: ImportRefusal) {
  if (code !== UNIT_CHANGE || !params) return [];
  const { moved: _, ...change } = params;
  return [change];
}

/** A row to decide: each way with the reasons that shut it, none where it is open. */
function questionView(text: Text, { sheetName, row, number, known, same, another }: ImportQuestion) {
  const reasons = ({ problems, changes }: ImportQuestion["another"]) => ({
    errors: problems.map((each) => problemView(text, each)),
    ...(changes && { changes }),
  });
  return {
    ...(sheetName && { sheet: sheetName }),
    row,
    number,
    known,
    ways: [
      ...(same ? [{ is: "same", ...reasons(same) }] : []),
      { is: "another", ...reasons(another) },
      { is: "leave-out", errors: [] },
    ],
  };
}

function moveView(text: Text, move: ImportMove) {
  const { sheetName, row, number, name, changes } = move;
  return {
    ...(sheetName && { sheet: sheetName }),
    row,
    number,
    name,
    changes,
    message: moveSentence(text, move),
  };
}

function noticeView(text: Text, notice: ImportNotice) {
  const { sheet, row, column, code } = notice;
  return {
    ...(sheet && { sheet }),
    ...(row && { row }),
    ...(column && { column }),
    code,
    message: noticeSentence(text, notice),
  };
}

function firstOfRow(problems: readonly ImportRefusal[]): ImportRefusal[] {
  const rows = new Map<string, ImportRefusal>();
  for (const problem of problems) {
    const row = `${problem.sheet} ${problem.sheetName} ${problem.row}`;
    if (!rows.has(row)) rows.set(row, problem);
  }
  return [...rows.values()];
}

function problemView(text: Text, problem: ImportRefusal) {
  const { sheet, sheetName, row, code } = problem;
  const column = columnOfProblem(problem);
  return {
    sheet,
    ...(sheetName && { sheetName }),
    row,
    ...(column && { column }),
    code,
    message: problemSentence(text, problem),
  };
}
