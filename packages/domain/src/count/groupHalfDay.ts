import * as z from "zod";
import { calendarDateSchema } from "../calendarDate.ts";

export const halves = ["am", "pm"] as const;
const ageSchema = z.int().min(0).max(100);
const when = { date: calendarDateSchema, half: z.enum(halves).default("pm") };

/** Half a day off for a group of citizens (全国年节及纪念日放假办法, art. 3); without a stated half the afternoon. */
export const groupHalfDaySchema = z.discriminatedUnion("group", [
  z.object({ ...when, group: z.literal("women") }),
  /** Ages in full years, both included. */
  z.object({ ...when, group: z.literal("young"), fromAge: ageSchema, toAge: ageSchema }),
]);
export type GroupHalfDay = z.infer<typeof groupHalfDaySchema>;
/** Most half days of one notice. */
export const groupHalfDaysSchema = z.array(groupHalfDaySchema).max(10);

/** The young of 4 May: from 14 (the regulation) to 28 (国务院法制办 2008), both in full years. */
export const youngAges = { fromAge: 14, toAge: 28 } as const;

/**
 * What the regulation itself gives, for a year whose notice says nothing of half days; children and soldiers, whom it
 * also names, are no officers. It names no half: the afternoon.
 */
export function halfDaysByRegulation(year: number): GroupHalfDay[] {
  return [
    { date: `${year}-03-08`, half: "pm", group: "women" },
    { date: `${year}-05-04`, half: "pm", group: "young", ...youngAges },
  ];
}

export type GroupMember = { readonly sex: "male" | "female"; readonly birthMonth: string };

/**
 * Whether somebody has this half day. Of a birth only the month is kept: in the month of a birthday both ages are taken
 * for reached, so that nobody loses the half day for want of the day (28 until the end of the month of the 29th birthday).
 */
export function belongsTo(halfDay: GroupHalfDay, { sex, birthMonth }: GroupMember): boolean {
  if (halfDay.group === "women") return sex === "female";
  const months = monthNumber(halfDay.date) - monthNumber(birthMonth);
  return halfDay.fromAge * 12 <= months && months <= (halfDay.toAge + 1) * 12;
}

function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}
