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

/** An import as JSON; `errors` (the dry run's problems) while it can still be confirmed, `refused` once it runs. */
export function importView(
  text: Text,
  { record, progress }: LoadedImport,
  problems?: readonly ImportRefusal[],
) {
  const { id, cohortId, fileName, rows, total, errorCount, would } = record;
  const { done, created, alreadyThere, refused } = progress;
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
    ...(problems && { errors: problems.map((each) => problemView(text, each)) }),
    refused: refused.map((each) => problemView(text, each)),
  };
}

function problemView(text: Text, problem: ImportRefusal) {
  const { sheet, row, code } = problem;
  const column = columnOfProblem(problem);
  return { sheet, row, ...(column && { column }), code, message: problemSentence(text, problem) };
}
