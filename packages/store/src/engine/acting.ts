import type { Actor } from "@dunmiao/domain/actor";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import type { Cached } from "./cached.ts";
import type { Store } from "./client.ts";
import type { Stamp } from "./seal.ts";

/** What every change of a record needs: where it is stored, the calendar, who acts, and when. */
export type Acting = {
  readonly store: Store;
  readonly calendar: Cached<WorkCalendar>;
  readonly actor: Actor;
  /** Asia/Shanghai date of the act. */
  readonly today: string;
  /** ISO instant of the act. */
  readonly now: string;
};

/** The workflow's own signature. */
export function systemActor(id: string): Actor {
  return { id, role: "system" };
}

/** Who, when and under which calendar: what stands in every event. */
export function stampOf(acting: Acting, calendar: Pick<WorkCalendar, "version">): Stamp {
  return { actor: acting.actor, at: acting.now, on: acting.today, calendarVersion: calendar.version };
}
