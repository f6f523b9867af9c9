import * as z from "zod";
import { calendarDateSchema } from "../calendarDate.ts";
import { festivalSchema } from "../festival.ts";
import { noticeSchema } from "../notice.ts";

const { year, title, documentNumber, days, halfDays, status } = noticeSchema.shape;
const missingConfirmed = z.array(festivalSchema);
/** How far a recount has come: records looked at and changed, and the day on which its first pass was through. */
const recounted = z.strictObject({
  seen: z.int(),
  changed: z.int(),
  on: calendarDateSchema.optional(),
  status,
});

/** What a newer calendar does to a secondment: its count before and after it, and the due dates where they moved. */
export const recountEvents = {
  "calendar.recounted": z.strictObject({
    on: calendarDateSchema,
    calendarVersion: z.int(),
    noticeId: z.string(),
    countedDaysBefore: z.number(),
    countedDays: z.number(),
    provisional: z.boolean(),
    dueOn: z.array(calendarDateSchema).optional(),
  }),
} as const;

/** What may happen to a loaded notice, each with what its event says. */
export const noticeEvents = {
  "notice.confirmed": z.strictObject({ year, calendarVersion: z.int(), missingConfirmed }),
  "notice.finished": recounted,
  "notice.loaded": z.strictObject({ year, title, documentNumber, days, halfDays, missingConfirmed }),
  "notice.recounted": recounted,
  "notice.recounting": recounted,
} as const;
