import { setTimeout as pause } from "node:timers/promises";
import type { Outage } from "@dunmiao/store/engine/outage";
import type { Engine } from "./engine.ts";
import { answers, isGone } from "./engineProcess.ts";

export type KeeperOptions = {
  engine: Pick<Engine, "endpoint" | "pid" | "restart">;
  report: (line: string) => void;
  /** A write that is large enough to fail on a full disk; what it throws means that there is still no room. */
  tryWrite: () => Promise<unknown>;
  /** Told when the engine serves again, or has room again. */
  onBack: () => void;
  /** How long an engine may be silent before it is ended and started again, in ms; 30 s unless told. */
  patienceMs?: number;
};

const lookEveryMs = 100;
/** Looks between two questions whether it answers, or has room. */
const asksEvery = 10;
const longestPauseMs = 5_000;

/**
 * Watches the engine of this process: one that has died is started again on its files, one that is silent for too long
 * is ended first, and until it answers the product knows that it cannot serve. Also keeps in mind that the disk is full.
 */
export class EngineKeeper {
  readonly #options: KeeperOptions;
  readonly #over = new AbortController();
  #outage: Outage | undefined;
  readonly #told = new Set<() => void>();
  #silentSince: number | undefined;
  #running: Promise<void> | undefined;

  constructor(options: KeeperOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Why the store cannot serve just now. */
  get outage(): Outage | undefined {
    return this.#outage;
  }

  /**
   * Told once when the engine is next found not to serve; what is answered forgets it. Not a promise: one that lives as
   * long as the engine keeps whatever was ever raced against it, every page of every request.
   */
  onLost(tell: () => void): () => void {
    this.#told.add(tell);
    return () => this.#told.delete(tell);
  }

  /** What a request met. A broken connection is looked into anyway; that the disk is full only a write tells. */
  note(outage: Outage): void {
    if (outage !== "store-full" || this.#outage) return;
    this.#options.report("engine.disk-full: writes are refused until there is room again");
    this.#outage = "store-full";
  }

  async stop(): Promise<void> {
    this.#over.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    for (let look = 0; !this.#over.signal.aborted; look += 1) {
      try {
        await this.#look(look);
      } catch (error) {
        this.#options.report(`engine.not-kept ${String(error)}`);
      }
      await this.#pause(lookEveryMs);
    }
  }

  async #look(look: number): Promise<void> {
    const { engine } = this.#options;
    if (engine.pid !== undefined && isGone(engine.pid)) return this.#restart("has ended");
    if (look % asksEvery !== 0 && this.#silentSince === undefined) return;
    if (await answers(engine.endpoint)) return this.#heard();
    this.#silentSince ??= performance.now();
    this.#lose();
    const patienceMs = this.#options.patienceMs ?? 30_000;
    if (performance.now() - this.#silentSince > patienceMs) await this.#restart("does not answer");
  }

  async #heard(): Promise<void> {
    this.#silentSince = undefined;
    if (this.#outage === "store-unavailable") this.#back("engine.answers-again");
    if (this.#outage !== "store-full") return;
    const hasRoom = await this.#options.tryWrite().then(
      () => true,
      () => false,
    );
    if (hasRoom) this.#back("engine.has-room-again");
  }

  /** Tries until it serves, or until the product stops. */
  async #restart(why: string): Promise<void> {
    const { engine, report } = this.#options;
    this.#lose();
    if (!engine.restart) return;
    report(`engine.lost: it ${why} and is started again`);
    for (let attempt = 1; !this.#over.signal.aborted; attempt += 1) {
      try {
        await engine.restart();
        this.#silentSince = undefined;
        return this.#back("engine.started-again");
      } catch (error) {
        report(`engine.not-started ${String(error)}`);
        await this.#pause(Math.min(lookEveryMs * 2 ** attempt, longestPauseMs));
      }
    }
  }

  #lose(): void {
    this.#outage = "store-unavailable";
    for (const tell of this.#told) tell();
    this.#told.clear();
  }

  #back(how: string): void {
    this.#outage = undefined;
    this.#options.report(how);
    this.#options.onBack();
  }

  async #pause(ms: number): Promise<void> {
    if (this.#over.signal.aborted) return;
    await pause(ms, undefined, { signal: this.#over.signal, ref: false }).catch(() => {});
  }
}
