import type { Catalog } from "../catalog.ts";
import { differenceWords } from "../difference.ts";
import { emergencyWords } from "../emergency.ts";
import type { notificationPage as zhNotificationPage } from "../zhCN/notification.ts";

export const notificationPage = {
  title: "Notifications",
  intro:
    "What the system told your role and unit, kept for 120 days. What is to be done stands in the to-do list.",
  none: "No notifications",
  noneHint:
    "Reminders, late and missed checkpoints, escalations, reviews, holiday notices, corrections of facts and reminders of pairs appear here, and to an officer every decision about them.",
  on: "Date",
  what: "What",
  person: "Person or matter",
  station: "Station or leading unit",
  checkpoint: "Checkpoint or decision",
  by: (p) => `by ${p.role}`,
  because: (p) => `Reason: ${p.reason}`,
  due: "Due",
  code: {
    reminded: "Reminder",
    late: "Late",
    escalated: "Escalated",
    missed: "Missed",
    "review-opened": "Review of the limit opened",
    "report-in-decided": "A correction of the day of report-in was decided",
    "review-closed": "Review of the limit closed",
    "notice-waits": "A holiday notice waits for a second person",
    "notice-in-force": "A holiday notice is in force",
    "correction-waits": "A correction of a person's facts waits for a second person",
    "correction-decided": "A correction of a person's facts was decided",
    "merge-waits": "A merge of two numbers of one person waits for a second person",
    "merge-decided": "A merge of two numbers of one person was decided",
    "mover-left": "Somebody moved: pairs without a mentor, or posts ended",
    "emergency-armed": emergencyWords.en.codes.armed,
    "emergency-used": emergencyWords.en.codes.used,
    "backup-missing": "No backup, or the latest one failed",
    "backup-old": "The backup is old",
    "day-signed": "Signed day: keep its check code",
    "difference-found": differenceWords.en.told,
    "delegation-begun": "A delegation began",
    "delegation-over": "A delegation is over",
    "delegation-withdrawn": "A delegation was taken back",
    "pair-orphan": "Pair without a mentor",
    "pair-substitute-ends": "A substitute mentor ends soon",
    "pair-file-lacks": "The file of a pair lacks something",
    "pair-ends-soon": "A pair ends soon",
    "pair-file-assigned": "A file is to be completed",
    "pair-objected": "An objection to the outcome of a pair",
    "pair-objection-decided": "An objection was decided",
  },
} satisfies Catalog<typeof zhNotificationPage>;
