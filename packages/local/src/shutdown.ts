type Step = () => Promise<void> | void;

/** What a start has begun so far, to be ended in reverse order. */
export class Shutdown {
  readonly #steps: Step[] = [];
  #ending: Promise<void> | undefined;

  /** Adds a step that undoes what was just begun; when the end has begun already, it is undone at once. */
  add(step: Step): void {
    if (this.#ending) this.#ending = this.#ending.then(() => attempt(step));
    else this.#steps.push(step);
  }

  get hasBegun(): boolean {
    return this.#ending !== undefined;
  }

  /** Undoes everything, last first; a step that fails does not keep the others from their turn. Repeats are one end. */
  run(): Promise<void> {
    this.#ending ??= this.#run();
    return this.#ending;
  }

  async #run(): Promise<void> {
    for (const step of this.#steps.toReversed()) await attempt(step);
  }
}

async function attempt(step: Step): Promise<void> {
  try {
    await step();
  } catch (error) {
    console.error("stop.step-failed", error);
  }
}
