import type { Catalog } from "../../text.ts";
import type { notificationPage as zhNotificationPage } from "../zhCN/notification.ts";

export const notificationPage = {
  title: "Notifications",
  intro:
    "What the daily sweep told your role and unit, kept for 120 days. What is to be done stands in the to-do list.",
  none: "No notifications",
  noneHint: "Reminders, late and missed checkpoints, escalations and reviews appear here.",
  on: "Date",
  what: "What",
  person: "Person",
  station: "Station",
  checkpoint: "Checkpoint",
  due: "Due",
  code: {
    reminded: "Reminder",
    late: "Late",
    escalated: "Escalated",
    missed: "Missed",
    "review-opened": "Review of the limit opened",
  },
} satisfies Catalog<typeof zhNotificationPage>;
