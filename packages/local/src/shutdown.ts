/** What a start has begun so far, to be ended in reverse order. */
export class Shutdown {
  readonly #steps: (() => Promise<void> | void)[] = [];
  #ending: Promise<void> | undefined;

  /** Adds a step that undoes what was just begun. */
  add(step: () => Promise<void> | void): void {
    this.#steps.push(step);
  }

  /** Undoes everything, last first; a step that fails does not keep the others from their turn. Repeats are one end. */
  run(): Promise<void> {
    this.#ending ??= this.#run();
    return this.#ending;
  }

  async #run(): Promise<void> {
    for (const step of this.#steps.toReversed()) {
      try {
        await step();
      } catch (error) {
        console.error("stop.step-failed", error);
      }
    }
  }
}
