import { addDays } from "@dunmiao/domain/calendarDate";

const weekDays = 7;
export const whens = ["overdue", "week", "later"] as const;
export type When = (typeof whens)[number];

/** When something is due, seen from a day. */
export function whenOf({ due }: { due: string }, today: string): When {
  if (due < today) return "overdue";
  return due <= addDays(today, weekDays) ? "week" : "later";
}
