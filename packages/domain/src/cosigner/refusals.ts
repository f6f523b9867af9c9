import type { RefusalTable } from "../refusalClass.ts";

/** Second holders of the heads, and what they signed. */
export const cosignerRefusals = {
  "cosigner-already-there": "conflict",
  "cosigner-ended": "conflict",
  "cosigner-is-ours": "invalid",
  "cosigner-key-unreadable": "invalid",
  "cosignature-already-there": "conflict",
  "cosignature-missing": "invalid",
  "cosignature-wrong": "invalid",
  "cosigned-head-differs": "conflict",
  "cosigned-head-unknown": "invalid",
  "cosigned-note-unreadable": "invalid",
} satisfies RefusalTable;
