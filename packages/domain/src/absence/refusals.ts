import type { RefusalTable } from "../refusalClass.ts";

/** Absences, findings and warnings. */
export const absenceRefusals = {
  "already-acknowledged": "conflict",
  "already-contested": "conflict",
  "class-not-decided": "invalid",
  "correction-lowers-count": "conflict",
  "finding-needs-host-or-hr": "forbidden",
  "finding-of-higher-rung": "forbidden",
  "needs-higher-rung": "forbidden",
  "not-open-to-contest": "conflict",
  "not-waiting-for-approval": "conflict",
  "not-waiting-for-confirmation": "conflict",
  "only-findings-are-contested": "invalid",
  "only-the-officer-contests": "forbidden",
  "ordered-by-required": "invalid",
  "ordered-by-sending-is-recall": "invalid",
  "outside-term": "invalid",
  "over-limit-needs-tick": "invalid",
  "past-days-need-a-choice": "invalid",
  "past-days-need-a-decision": "invalid",
  "proposal-open": "conflict",
  "proposal-without-evidence": "conflict",
  "too-many-absences": "invalid",
  "too-many-open-requests": "conflict",
  "unknown-absence": "missing",
  "unknown-warning": "missing",
} satisfies RefusalTable;
