import { join } from "node:path";
import { DescribeTableCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { _Record, DynamoDBStreamsClient, Shard } from "@aws-sdk/client-dynamodb-streams";
import type { StreamRecord } from "./streamDelivery.ts";
import { readPosition, type StreamPosition, writePosition } from "./streamPosition.ts";
import { listShards, openShard, readableShards, readOn } from "./streamShards.ts";

export type StreamClients = { table: DynamoDBClient; streams: DynamoDBStreamsClient };

/** Takes records in order, says after each part what is done with; it may stop early. */
type Consume = (records: StreamRecord[], onDone: (sequenceNumber: string) => void) => Promise<void>;

/** Reads one table's stream, shard by shard, and remembers in a file what was consumed. */
export class StreamReader {
  readonly #streams: DynamoDBStreamsClient;
  readonly #positionFile: string;
  readonly #position: StreamPosition;
  readonly #iterators = new Map<string, string>();
  #shards: Shard[] = [];

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

  /** Looks once into every shard that may be read. Returns whether anything was there or changed. */
  async look(consume: Consume): Promise<boolean> {
    let hasMoved = false;
    for (const shardId of readableShards(this.#shards, this.#position)) {
      hasMoved = (await this.#lookInto(shardId, consume)) || hasMoved;
    }
    return hasMoved;
  }

  async #lookInto(shardId: string, consume: Consume): Promise<boolean> {
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
    if (last !== undefined && this.#position.shards[shardId]?.after !== last) return true;
    if (!next) return this.#finish(shardId);
    this.#iterators.set(shardId, next);
    return records.length > 0;
  }

  #remember(shardId: string, after: string): void {
    this.#position.shards[shardId] = { after };
    writePosition(this.#positionFile, this.#position);
  }

  /** The shard is closed and read to its end: its children may be read now. */
  async #finish(shardId: string): Promise<boolean> {
    this.#shards = await listShards(this.#streams, this.#position.streamArn);
    const listed = new Set(this.#shards.map(({ ShardId }) => ShardId));
    for (const id of Object.keys(this.#position.shards))
      if (!listed.has(id)) delete this.#position.shards[id];
    this.#position.shards[shardId] = { ...this.#position.shards[shardId], isFinished: true };
    writePosition(this.#positionFile, this.#position);
    return true;
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
