import { naturalDays } from "@dunmiao/domain/calendarDate";
import type { DemoClock } from "./clock.ts";

/** What day it is; `status`, `done` and `total` are what a progress bar asks for. */
export function clockState({
  clock: { today, move },
  isCatchingUp,
}: {
  clock: DemoClock;
  isCatchingUp: () => boolean;
}) {
  const from = move?.from ?? today;
  return {
    today,
    isMoving: move !== undefined,
    isCatchingUp: isCatchingUp(),
    ...(move && { target: move.to }),
    status: move ? "moving" : "still",
    done: naturalDays(from, today) - 1,
    total: naturalDays(from, move?.to ?? today) - 1,
  };
}
export type ClockState = ReturnType<typeof clockState>;
