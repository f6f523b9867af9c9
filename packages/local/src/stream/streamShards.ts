import {
  type _Record,
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
} from "@aws-sdk/client-dynamodb-streams";
import type { StreamPosition } from "./streamPosition.ts";

/** Each brings a whole record with it: a thousand at once are a peak of fifty megabytes. */
export const recordsAtOnce = 100;

/** Every shard of a stream, a parent before its children. */
export async function listShards(client: DynamoDBStreamsClient, streamArn: string): Promise<Shard[]> {
  const shards: Shard[] = [];
  let from: string | undefined;
  do {
    const input = { StreamArn: streamArn, ...(from && { ExclusiveStartShardId: from }) };
    const { StreamDescription: page } = await client.send(new DescribeStreamCommand(input));
    shards.push(...(page?.Shards ?? []));
    from = page?.LastEvaluatedShardId;
  } while (from);
  return shards;
}

/** The shards that may be read now: not read to the end, and the parent (if still listed) is. */
export function readableShards(shards: Shard[], position: StreamPosition): string[] {
  const listed = new Set(shards.map(({ ShardId }) => ShardId));
  const isFinished = (id: string | undefined) => id !== undefined && position.shards[id]?.isFinished === true;
  return shards
    .filter(
      ({ ShardId, ParentShardId: parent }) =>
        !isFinished(ShardId) && (!listed.has(parent) || isFinished(parent)),
    )
    .flatMap(({ ShardId }) => ShardId ?? []);
}

export type Page = { records: _Record[]; next: string | undefined };

/** Reads on from an iterator. `next` is absent at the end of a closed shard. */
export async function readOn(client: DynamoDBStreamsClient, iterator: string): Promise<Page> {
  const found = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: recordsAtOnce }));
  return { records: found.Records ?? [], next: found.NextShardIterator };
}

/**
 * An iterator after the last delivered record; at the oldest kept record when there is none, or when that place
 * is gone (records are kept for 24 hours) or means nothing to this stream.
 */
export async function openShard(
  client: DynamoDBStreamsClient,
  at: { streamArn: string; shardId: string; after: string | undefined },
): Promise<string | undefined> {
  const shard = { StreamArn: at.streamArn, ShardId: at.shardId };
  const oldest = { ...shard, ShardIteratorType: "TRIM_HORIZON" } as const;
  const after = { ...shard, ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: at.after } as const;
  try {
    return (await client.send(new GetShardIteratorCommand(at.after ? after : oldest))).ShardIterator;
  } catch (error) {
    if (!at.after || !meansPlaceIsGone(error)) throw error;
    return (await client.send(new GetShardIteratorCommand(oldest))).ShardIterator;
  }
}

/** DynamoDB Local answers InternalFailure for a sequence number that it never gave out. */
const placeIsGone = ["TrimmedDataAccessException", "ValidationException", "InternalFailure"];

function meansPlaceIsGone(error: unknown): boolean {
  return error instanceof Error && placeIsGone.includes(error.name);
}
