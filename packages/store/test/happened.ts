import type { EventOfKind, SecondmentEvent } from "@dunmiao/domain/eventType";

/** The event of a change that a test makes to a secondment itself, past every rule. */
export const changedByTest: SecondmentEvent = {
  type: "calendar.recounted",
  change: {
    on: "2026-03-02",
    calendarVersion: 1,
    noticeId: "planted",
    countedDaysBefore: 0,
    countedDays: 0,
    provisional: false,
  },
};

/** An event of records that are none of the product's: the engine writes whatever it is given. */
export function happened(type: string, change: Readonly<Record<string, unknown>> = {}): EventOfKind {
  return { type, change } as unknown as EventOfKind;
}
