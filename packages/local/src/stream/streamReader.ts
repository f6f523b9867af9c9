import { join } from "node:path";
import { DescribeTableCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { _Record, DynamoDBStreamsClient, Shard } from "@aws-sdk/client-dynamodb-streams";
import type { StreamRecord } from "./streamDelivery.ts";
import { readPosition, type StreamPosition, writePosition } from "./streamPosition.ts";
import { listShards, openShard, readableShards, readOn, recordsAtOnce } from "./streamShards.ts";

export type StreamClients = { table: DynamoDBClient; streams: DynamoDBStreamsClient };

/** Takes records in order, says after each part what is done with; it may stop early. */
type Consume = (records: StreamRecord[], onDone: (sequenceNumber: string) => void) => Promise<void>;
/** What a look found: whether anything was there or changed, and whether it brought as much as one may. */
export type Look = { hasMoved: boolean; isFull: boolean };

/** Between two writes of the position while records keep coming: what came since comes twice after a kill. */
const keepEveryMs = 1_000;

/** Reads one table's stream, shard by shard, and remembers in a file what was consumed; `keep()` writes it down. */
export class StreamReader {
  readonly #streams: DynamoDBStreamsClient;
  readonly #positionFile: string;
  readonly #position: StreamPosition;
  readonly #iterators = new Map<string, string>();
  #shards: Shard[] = [];
  #isKept = true;
  #keptAt = 0;

  private constructor(streams: DynamoDBStreamsClient, streamArn: string, dir: string) {
    this.#streams = streams;
    this.#positionFile = join(dir, "stream-position.json");
    this.#position = readPosition(this.#positionFile, streamArn);
  }

  /** @throws Error when the table has no stream; what the SDK throws when there is no table or no engine */
  static async open(clients: StreamClients, tableName: string, dir: string): Promise<StreamReader> {
    const { Table: table } = await clients.table.send(new DescribeTableCommand({ TableName: tableName }));
    if (!table?.LatestStreamArn) throw new Error(`The table ${tableName} has no stream.`);
    const reader = new StreamReader(clients.streams, table.LatestStreamArn, dir);
    reader.#shards = await listShards(clients.streams, table.LatestStreamArn);
    return reader;
  }

  /** Looks once into every shard that may be read. */
  async look(consume: Consume): Promise<Look> {
    const found: Look = { hasMoved: false, isFull: false };
    for (const shardId of readableShards(this.#shards, this.#position)) {
      const { hasMoved, isFull } = await this.#lookInto(shardId, consume);
      found.hasMoved ||= hasMoved;
      found.isFull ||= isFull;
    }
    if (!found.hasMoved) this.keep();
    return found;
  }

  /** Writes the position down where it has moved since. */
  keep(): void {
    if (this.#isKept) return;
    writePosition(this.#positionFile, this.#position);
    this.#isKept = true;
    this.#keptAt = performance.now();
  }

  async #lookInto(shardId: string, consume: Consume): Promise<Look> {
    const { streamArn, shards } = this.#position;
    const after = shards[shardId]?.after;
    const iterator =
      this.#iterators.get(shardId) ?? (await openShard(this.#streams, { streamArn, shardId, after }));
    if (!iterator) return this.#finish(shardId);
    this.#iterators.delete(shardId);
    const { records, next } = await readOn(this.#streams, iterator);
    const last = records.at(-1)?.dynamodb?.SequenceNumber;
    await consume(
      records.map((record) => asLambdaSeesIt(record, streamArn)),
      (done) => this.#remember(shardId, done),
    );
    const isFull = records.length >= recordsAtOnce;
    if (last !== undefined && this.#position.shards[shardId]?.after !== last)
      return { hasMoved: true, isFull };
    if (!next) return this.#finish(shardId);
    this.#iterators.set(shardId, next);
    return { hasMoved: records.length > 0, isFull };
  }

  #remember(shardId: string, after: string): void {
    this.#position.shards[shardId] = { after };
    this.#isKept = false;
    if (performance.now() - this.#keptAt > keepEveryMs) this.keep();
  }

  /** The shard is closed and read to its end: its children may be read now. */
  async #finish(shardId: string): Promise<Look> {
    this.#shards = await listShards(this.#streams, this.#position.streamArn);
    const listed = new Set(this.#shards.map(({ ShardId }) => ShardId));
    for (const id of Object.keys(this.#position.shards))
      if (!listed.has(id)) delete this.#position.shards[id];
    this.#position.shards[shardId] = { ...this.#position.shards[shardId], isFinished: true };
    this.#isKept = false;
    this.keep();
    return { hasMoved: true, isFull: true };
  }
}

function asLambdaSeesIt(record: _Record, streamArn: string): StreamRecord {
  const { ApproximateCreationDateTime: time, SequenceNumber = "", ...image } = record.dynamodb ?? {};
  return {
    eventID: record.eventID ?? "",
    eventName: record.eventName ?? "MODIFY",
    eventVersion: "1.1",
    eventSource: "aws:dynamodb",
    awsRegion: record.awsRegion ?? "local",
    eventSourceARN: streamArn,
    dynamodb: {
      ...image,
      SequenceNumber,
      ...(time && { ApproximateCreationDateTime: time.getTime() / 1000 }),
    },
  };
}
