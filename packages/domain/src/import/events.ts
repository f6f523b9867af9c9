import * as z from "zod";
import { importOutcomeSchema, importSchema } from "./importRow.ts";

const { cohortId, rows, total, chunks, errorChunks, errorCount, questions, moves } = importSchema.shape;
const { leftOut, changedUnits, samePerson } = importSchema.shape;
const { done, created, alreadyThere } = importOutcomeSchema.shape;

/** What may happen to an uploaded file, each with what its event says. */
export const importEvents = {
  "import.checked": z.strictObject({
    cohortId,
    rows,
    total,
    chunks,
    errorChunks,
    errorCount,
    questions,
    moves,
  }),
  "import.confirmed": z.strictObject({ total, leftOut, changedUnits, samePerson }),
  "import.finished": z.strictObject({ done, created, alreadyThere }),
} as const;
