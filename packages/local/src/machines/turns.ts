/**
 * Whose turn it is among the executions of one process: in order of start, at most `parallel` at once. What a person
 * waits for goes before everything else, and leaves it one place: so neither holds up the other for long.
 */
export class Turns {
  readonly #parallel: number;
  readonly #awaitedMachines: ReadonlySet<string>;
  readonly #waiting = { awaited: new Set<number>(), other: new Set<number>() };
  readonly #running = { awaited: new Set<number>(), other: new Set<number>() };

  constructor(parallel: number, awaited: readonly string[]) {
    this.#parallel = parallel;
    this.#awaitedMachines = new Set(awaited);
  }

  /** How many wait or run. */
  get size(): number {
    return sizeOf(this.#waiting) + sizeOf(this.#running);
  }

  has(id: number): boolean {
    return [this.#waiting, this.#running].some(({ awaited, other }) => awaited.has(id) || other.has(id));
  }

  add(id: number, machine: string): void {
    this.#waiting[this.#awaitedMachines.has(machine) ? "awaited" : "other"].add(id);
  }

  /** Takes the next one, which then runs until `end`; undefined while none may. */
  next(): number | undefined {
    if (sizeOf(this.#running) >= this.#parallel) return undefined;
    const kind = this.#waiting.awaited.size > 0 ? "awaited" : "other";
    if (kind === "other" && this.#running.awaited.size > 0 && this.#running.other.size > 0) return undefined;
    const [id] = this.#waiting[kind];
    if (id === undefined) return undefined;
    this.#waiting[kind].delete(id);
    this.#running[kind].add(id);
    return id;
  }

  end(id: number): void {
    this.#running.awaited.delete(id);
    this.#running.other.delete(id);
  }

  /** Nobody waits any more; what runs goes on. */
  clear(): void {
    this.#waiting.awaited.clear();
    this.#waiting.other.clear();
  }
}

function sizeOf({ awaited, other }: { awaited: Set<number>; other: Set<number> }): number {
  return awaited.size + other.size;
}
