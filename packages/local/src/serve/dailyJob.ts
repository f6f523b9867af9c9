import { shanghaiDate } from "@dunmiao/domain/calendarDate";

const lookEveryMs = 60_000;

/** The day whose turn it is at an instant: before that hour in Shanghai the day before. */
export function dayAt(now: Date, hour: number): string {
  return shanghaiDate(new Date(now.getTime() - hour * 3_600_000));
}

type Options = {
  /** As its failures are reported. */
  name: string;
  /** Asia/Shanghai. */
  hour: number;
  /** Does the work of a day; settles when all that came of it is over. */
  run: (day: string) => Promise<void>;
  now: () => Date;
  /** How long one that failed waits; else it is run again at the next look. */
  againAfterMs?: number;
  report: (line: string) => void;
};

/**
 * Does something every day once its hour has come, and at the start what was missed: doing it twice must change nothing. It looks at the clock each minute, since a machine may sleep or have its clock set.
 */
export class DailyJob {
  readonly #options: Options;
  #timer: NodeJS.Timeout | undefined;
  #done: string | undefined;
  #running: Promise<void> | undefined;
  #failedAt: number | undefined;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Settles when what is due at the start is over. */
  start(): Promise<void> {
    this.#timer = setInterval(() => void this.look(), lookEveryMs).unref();
    return this.look();
  }

  /** Runs what is due; settles when it is over. */
  look(): Promise<void> {
    const day = dayAt(this.#options.now(), this.#options.hour);
    if (day === this.#done) return this.#running ?? Promise.resolve();
    if (this.#waits()) return Promise.resolve();
    this.#running ??= this.#run(day).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  /** Whichever way the clock was set meanwhile. */
  #waits(): boolean {
    const { now, againAfterMs = 0 } = this.#options;
    return this.#failedAt !== undefined && Math.abs(now().getTime() - this.#failedAt) < againAfterMs;
  }

  async #run(day: string): Promise<void> {
    try {
      await this.#options.run(day);
      this.#done = day;
      this.#failedAt = undefined;
    } catch (error) {
      this.#failedAt = this.#options.now().getTime();
      const { name, report } = this.#options;
      report(`${name}-failed ${day}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
