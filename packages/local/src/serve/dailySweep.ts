import { shanghaiDate } from "@dunmiao/domain/calendarDate";

/** 06:00 in Shanghai, as on AWS. */
const sweepHourMs = 6 * 3_600_000;
const lookEveryMs = 60_000;

/** The day whose sweep is due at an instant: before six o'clock the one of the day before. */
export function sweepDayAt(now: Date): string {
  return shanghaiDate(new Date(now.getTime() - sweepHourMs));
}

type Options = {
  /** Runs the sweep of a day; settles when all that came of it is over. */
  sweep: (day: string) => Promise<void>;
  now: () => Date;
  report: (line: string) => void;
};

/**
 * Runs the sweep of every day once its hour has come, and at the start whatever was missed: doing one twice changes
 * nothing. It looks at the clock each minute, since a machine may sleep or have its clock set; one that failed is run
 * again at the next look.
 */
export class DailySweep {
  readonly #options: Options;
  #timer: NodeJS.Timeout | undefined;
  #done: string | undefined;
  #running: Promise<void> | undefined;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Settles when the sweep that is due at the start is over. */
  start(): Promise<void> {
    this.#timer = setInterval(() => void this.look(), lookEveryMs).unref();
    return this.look();
  }

  /** Runs what is due; settles when it is over. */
  look(): Promise<void> {
    const day = sweepDayAt(this.#options.now());
    if (day === this.#done) return this.#running ?? Promise.resolve();
    this.#running ??= this.#run(day).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  async #run(day: string): Promise<void> {
    try {
      await this.#options.sweep(day);
      this.#done = day;
    } catch (error) {
      this.#options.report(`sweep-failed ${day} ${error instanceof Error ? error.name : "error"}`);
    }
  }
}
