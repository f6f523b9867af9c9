import { addDays } from "@dunmiao/domain/calendarDate";
import type { DemoClock } from "./clock.ts";

/** Moves the clock day by day and runs the sweep of every day on the way. */
export class ClockMover {
  readonly #clock: DemoClock;
  readonly #sweep: (day: string) => Promise<void>;
  #moving: Promise<void> | undefined;
  #isStopped = false;

  /** `sweep` settles when the sweep of that day, and all that came of it, is over. */
  constructor(clock: DemoClock, sweep: (day: string) => Promise<void>) {
    this.#clock = clock;
    this.#sweep = sweep;
  }

  /** Settles when it is that day (or later); a move that is under way goes as far as the later of both. */
  async moveTo(day: string): Promise<void> {
    if (day > this.#clock.today) this.#clock.aim(day);
    await this.resume();
  }

  /** Goes on with a move that an earlier process began; settles at its end. */
  resume(): Promise<void> {
    this.#moving ??= this.#run().finally(() => {
      this.#moving = undefined;
    });
    return this.#moving;
  }

  /** Ends after the day that is under way; the rest of the move comes at the next start. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#moving?.catch(() => {});
  }

  async #run(): Promise<void> {
    while (this.#clock.move && !this.#isStopped) {
      const day = addDays(this.#clock.today, 1);
      // Killed in between, the next start runs a sweep of the day that it finds.
      this.#clock.turnTo(day);
      await this.#sweep(day);
    }
  }
}
