import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { calendarDateSchema, shanghaiDate } from "@dunmiao/domain/calendarDate";
import * as z from "zod";
import { damaged } from "../damage.ts";

const shanghaiMs = 8 * 3_600_000;
const stateSchema = z.object({
  today: calendarDateSchema,
  /** A move that is not finished: where it began and where it goes. */
  move: z.object({ from: calendarDateSchema, to: calendarDateSchema }).optional(),
});
type State = z.infer<typeof stateSchema>;

/** The day that the product believes it is, kept in a file, and the real time of day. */
export class DemoClock {
  readonly #file: string;
  #state: State;

  constructor(file: string, state: State) {
    this.#file = file;
    this.#state = state;
    this.#write();
  }

  /** Asia/Shanghai date. */
  get today(): string {
    return this.#state.today;
  }

  get move(): State["move"] {
    return this.#state.move;
  }

  /** The demo day with the real time of day in Shanghai, as an ISO instant. */
  now(real = new Date()): string {
    const time = new Date(real.getTime() + shanghaiMs).toISOString().slice(11);
    return new Date(Date.parse(`${this.today}T${time}`) - shanghaiMs).toISOString();
  }

  /** Remembers that the days up to `to` are still to come, also over a restart. */
  aim(to: string): void {
    const { today, move } = this.#state;
    this.#state = { today, move: { from: move?.from ?? today, to: move && move.to > to ? move.to : to } };
    this.#write();
  }

  /** Makes it that day; a move that has arrived is over. */
  turnTo(day: string): void {
    const { move } = this.#state;
    this.#state = { today: day, ...(move && move.to > day && { move }) };
    this.#write();
  }

  /** In one step, so that a kill leaves the old state or the new one. */
  #write(): void {
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#state));
    renameSync(`${this.#file}.new`, this.#file);
  }
}

/** The day that a start asks for lies before the day that the data has reached. The message says what to do. */
export class ClockAheadError extends Error {
  override readonly name = "ClockAheadError";
}

/**
 * The clock of a data directory: at the first start on `wanted`, or the real date; later on the day that it had
 * reached, with a move to `wanted` where that is later.
 * @throws ClockAheadError when the data is past `wanted` already
 */
export function openClock(dataDir: string, wanted: string | undefined, real = new Date()): DemoClock {
  const file = join(dataDir, "clock.json");
  const kept = readState(file);
  const clock = new DemoClock(file, kept ?? { today: wanted ?? shanghaiDate(real) });
  if (wanted === undefined || wanted === clock.today) return clock;
  if (wanted < clock.today)
    throw new ClockAheadError(
      `The data in ${dataDir} has reached ${clock.today}, and the demo clock only goes forward: start without --today, with a later day, or with another DATA_DIR.`,
    );
  clock.aim(wanted);
  return clock;
}

/** Undefined at the first start. Anything but a missing file is an error: guessing a day would falsify the data. */
function readState(file: string): State | undefined {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw damaged(
      file,
      "cannot be read",
      'It holds the day that the data have reached: write {"today":"2026-03-02"} into it, with that day, or put it back from a backup.',
    );
  }
}
