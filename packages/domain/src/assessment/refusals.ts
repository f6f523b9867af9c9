import type { RefusalTable } from "../refusalClass.ts";

/** Checkpoints and their forms. */
export const assessmentRefusals = {
  "checkpoint-dropped": "conflict",
  "checkpoint-missed": "conflict",
  "checkpoint-not-open": "conflict",
  "draft-changed": "conflict",
  "form-already-in": "conflict",
  "form-not-listed": "missing",
  "form-not-submitted": "conflict",
  "ledger-changed": "conflict",
  "month-not-over": "conflict",
  "month-outside-term": "invalid",
  "month-undecided": "conflict",
  "narrative-required": "invalid",
  "needs-accepter": "forbidden",
  "not-final-yet": "forbidden",
  "not-your-form": "forbidden",
  "unknown-assessment": "missing",
  "unknown-checkpoint": "missing",
  "unknown-duty-area": "invalid",
} satisfies RefusalTable;
