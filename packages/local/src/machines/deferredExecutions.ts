const firstPauseMs = 1_000;
const longestPauseMs = 30_000;
/** About four minutes; what fails longer ends as failed, and the next sweep makes a new attempt. */
const mostTimes = 12;

/** Executions that failed for want of the engine: each comes again after a growing pause, all at once on `release()`. */
export class DeferredExecutions {
  readonly #again: (id: number) => void;
  readonly #timers = new Map<number, NodeJS.Timeout>();
  readonly #times = new Map<number, number>();

  constructor(again: (id: number) => void) {
    this.#again = again;
  }

  get size(): number {
    return this.#timers.size;
  }

  /** False when the execution has come often enough. */
  add(id: number): boolean {
    const times = (this.#times.get(id) ?? 0) + 1;
    if (times > mostTimes) return false;
    this.#times.set(id, times);
    const pauseMs = Math.min(firstPauseMs * 2 ** (times - 1), longestPauseMs);
    this.#timers.set(
      id,
      setTimeout(() => this.#comeAgain(id), pauseMs),
    );
    return true;
  }

  release(): void {
    for (const id of [...this.#timers.keys()]) this.#comeAgain(id);
  }

  /** It has ended: its count begins anew. */
  forget(id: number): void {
    this.#times.delete(id);
  }

  clear(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#times.clear();
  }

  #comeAgain(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.#again(id);
  }
}
