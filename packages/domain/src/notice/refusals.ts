import type { RefusalTable } from "../refusalClass.ts";

/** Notices of holidays. */
export const noticeRefusals = {
  "already-confirmed": "conflict",
  "day-twice": "invalid",
  "festivals-missing": "invalid",
  "festivals-not-missing": "invalid",
  "half-day-line-unreadable": "invalid",
  "half-day-told-twice": "invalid",
  "loaded-without-festivals": "invalid",
  "not-in-notice-year": "invalid",
  "notice-line-twice": "invalid",
  "notice-line-unreadable": "invalid",
  "notice-nothing-to-prolong": "invalid",
  "notice-total-differs": "invalid",
  "notice-weekday-differs": "invalid",
  "notice-without-festival": "invalid",
  "notice-year-out-of-bounds": "invalid",
} satisfies RefusalTable;
