import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import { signing } from "@dunmiao/store/engine/signing";
import { deliver, type StreamHandler, type StreamRecord } from "./streamDelivery.ts";
import { StreamReader } from "./streamReader.ts";

export type StreamPumpOptions = {
  tableName: string;
  /** Directory of the position (`stream-position.json`) and of the parked records (`stream-parked.jsonl`). */
  dir: string;
  handler: StreamHandler;
  /** Records per event, 100 unless told. */
  batchSize?: number;
  /** Tries per record before it is parked, 4 unless told. */
  maxAttempts?: number;
  /** Pause before the second try in ms, doubled before each further one, 100 unless told. */
  retryDelayMs?: number;
  /** Pause between looks at a quiet stream in ms, 100 unless told. */
  idlePollMs?: number;
  /** Told of each parked record and of each outage of the engine (once, not per try). */
  onTrouble?(code: "stream.record-parked" | "stream.unreadable", detail: string): void;
  /** Told of each parked record, as the topic of failed records is on AWS. */
  onParked?(record: StreamRecord): void;
};

const gatherMs = 25;

/**
 * Delivers a table's stream to a Lambda handler, in order, at least once, going on after a restart where it stopped.
 * The engine is found through the SDK's own variables. A failing engine is asked again until `stop()`.
 */
export class StreamPump {
  readonly #options: StreamPumpOptions;
  readonly #over = new AbortController();
  readonly #ready = Promise.withResolvers<void>();
  #waiting: PromiseWithResolvers<void>[] = [];
  #nap = new AbortController();
  #running: Promise<void> | undefined;
  #outages = 0;

  constructor(options: StreamPumpOptions) {
    this.#options = options;
    this.#ready.promise.catch(() => {});
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Settles when the stream was found; rejects when the pump stops before. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** Settles when everything written to the table before this call was delivered or parked; rejects at `stop()`. */
  idle(): Promise<void> {
    if (this.#over.signal.aborted) return Promise.reject(new Error("The stream pump has stopped."));
    const waiter = Promise.withResolvers<void>();
    this.#waiting.push(waiter);
    this.#nap.abort();
    return waiter.promise;
  }

  /** Stops after the running delivery; what was not delivered comes at the next start. */
  async stop(): Promise<void> {
    this.#over.abort();
    this.#nap.abort();
    await this.#running;
    const stopped = new Error("The stream pump has stopped.");
    this.#ready.reject(stopped);
    for (const waiter of this.#waiting.splice(0)) waiter.reject(stopped);
  }

  async #run(): Promise<void> {
    const clients = {
      table: new DynamoDBClient(signing()),
      streams: new DynamoDBStreamsClient(signing()),
    };
    // It copies every record for a log that nobody writes.
    clients.streams.middlewareStack.removeByTag("LOGGER");
    while (!this.#over.signal.aborted) {
      try {
        const reader = await StreamReader.open(clients, this.#options.tableName, this.#options.dir);
        this.#ready.resolve();
        await this.#follow(reader);
      } catch (error) {
        if (this.#outages === 0) this.#options.onTrouble?.("stream.unreadable", String(error));
        this.#outages += 1;
        await this.#sleep(Math.min(50 * 2 ** this.#outages, 2_000));
      }
    }
    clients.table.destroy();
    clients.streams.destroy();
  }

  /** A look that began after `idle()` was called and found nothing proves that call's writes delivered. */
  async #follow(reader: StreamReader): Promise<void> {
    try {
      while (!this.#over.signal.aborted) await this.#lookOnce(reader);
    } finally {
      reader.keep();
    }
  }

  async #lookOnce(reader: StreamReader): Promise<void> {
    const asked = this.#waiting.length;
    const { hasMoved, isFull } = await reader.look((records, onDone) => this.#deliver(records, onDone));
    this.#outages = 0;
    if (isFull) return;
    if (hasMoved) {
      // More will come: read together it costs a fraction of a request each.
      if (this.#waiting.length === 0) await this.#sleep(gatherMs);
      return;
    }
    for (const waiter of this.#waiting.splice(0, asked)) waiter.resolve();
    if (this.#waiting.length === 0) await this.#sleep(this.#options.idlePollMs ?? 100);
  }

  async #deliver(records: StreamRecord[], onDone: (sequenceNumber: string) => void): Promise<void> {
    const { handler, batchSize = 100, maxAttempts = 4, retryDelayMs = 100 } = this.#options;
    const park = (record: StreamRecord, reason: string) => this.#park(record, reason);
    const how = { handler, maxAttempts, retryDelayMs, signal: this.#over.signal, onDone, park };
    for (let from = 0; from < records.length && !this.#over.signal.aborted; from += batchSize) {
      await deliver(records.slice(from, from + batchSize), how);
    }
  }

  /** What the queue for failed records is on AWS. */
  #park(record: StreamRecord, reason: string): void {
    const line = JSON.stringify({ parkedAt: new Date().toISOString(), reason, record });
    appendFileSync(join(this.#options.dir, "stream-parked.jsonl"), `${line}\n`);
    this.#options.onTrouble?.("stream.record-parked", `${record.eventID} ${reason}`);
    this.#options.onParked?.(record);
  }

  async #sleep(ms: number): Promise<void> {
    this.#nap = new AbortController();
    if (this.#over.signal.aborted) return;
    await pause(ms, undefined, { signal: this.#nap.signal }).catch(() => {});
  }
}
