import type { Import, ImportOutcome, ImportRefusal } from "@dunmiao/domain/importRow";
import type { Text } from "../ui/text.ts";
import { columnOfProblem } from "./checked.ts";
import { problemSentence } from "./problemText.ts";

/** An import as loaded: the record with the sums of what the workflow has done so far. */
export type LoadedImport = { record: Import; progress: ImportOutcome };

/** checked → running → finished; confirming and running are one to whoever waits. */
export function shownStatus({ status }: Pick<Import, "status">): "checked" | "running" | "finished" {
  return status === "confirmed" ? "running" : status;
}

/**
 * An import as JSON: the dry run's problems are its `errors` while it can still be confirmed; once it runs, `refused`
 * has every row of the file that is not taken in, with its first problem.
 */
export function importView(
  text: Text,
  { record, progress }: LoadedImport,
  problems: readonly ImportRefusal[],
) {
  const { id, cohortId, fileName, rows, total, errorCount, would } = record;
  const { done, created, alreadyThere } = progress;
  const isChecked = record.status === "checked";
  const refused = isChecked ? [] : firstOfRow([...problems, ...progress.refused]);
  return {
    id,
    status: shownStatus(record),
    cohortId,
    fileName,
    rows,
    total,
    done,
    created,
    alreadyThere,
    would,
    errorCount,
    ...(isChecked && { errors: problems.map((each) => problemView(text, each)) }),
    refused: refused.map((each) => problemView(text, each)),
  };
}

function firstOfRow(problems: readonly ImportRefusal[]): ImportRefusal[] {
  const rows = new Map<string, ImportRefusal>();
  for (const problem of problems) {
    const row = `${problem.sheet} ${problem.row}`;
    if (!rows.has(row)) rows.set(row, problem);
  }
  return [...rows.values()];
}

function problemView(text: Text, problem: ImportRefusal) {
  const { sheet, row, code } = problem;
  const column = columnOfProblem(problem);
  return { sheet, row, ...(column && { column }), code, message: problemSentence(text, problem) };
}
