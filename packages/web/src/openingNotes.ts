import type { Store } from "@dunmiao/store/engine/client";
import type { NotedOpening } from "@dunmiao/store/opening";

const withinMs = 500;
const atOnce = 25;

/**
 * Notes of opened files that are not written yet, of this process: written together when there are 25, or half a
 * second after the first. No answer waits for them; a host that ends or stands still in between calls `flush` first.
 * Notes that cannot be written are logged, tried once more, and given up; nothing is thrown.
 */
export class OpeningNotes {
  readonly #store: Store;
  readonly #underWay = new Set<Promise<void>>();
  #waiting: NotedOpening[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  add(note: NotedOpening): void {
    this.#waiting.push(note);
    if (this.#waiting.length >= atOnce) this.#begin();
    else this.#timer ??= setTimeout(() => this.#begin(), withinMs).unref();
  }

  /** Writes what waits, and settles when nothing is under way any more. */
  async flush(): Promise<void> {
    this.#begin();
    await Promise.all(this.#underWay);
  }

  #begin(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const notes = this.#waiting;
    this.#waiting = [];
    if (notes.length === 0) return;
    const written = this.#write(notes).finally(() => this.#underWay.delete(written));
    this.#underWay.add(written);
  }

  async #write(notes: readonly NotedOpening[]): Promise<void> {
    const { putOpenings } = await import("@dunmiao/store/opening");
    try {
      await putOpenings(this.#store, notes);
    } catch {
      await report(notes, "openings-tried-again");
      await putOpenings(this.#store, notes).catch(() => report(notes, "openings-not-noted"));
    }
  }
}

/** By their requests, without the numbers of the files. */
async function report(notes: readonly NotedOpening[], code: string): Promise<void> {
  const { logger } = await import("./log.ts");
  const requestIds = [...new Set(notes.map(({ requestId }) => requestId))];
  logger.error("openings of files were not noted", { requestIds, code });
}
