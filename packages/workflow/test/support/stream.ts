import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from "@aws-sdk/client-dynamodb-streams";
import type { DynamoDBRecord } from "aws-lambda";
import type { World } from "./world.ts";

/** A record of the table's stream, and the shard in which it lies. */
export type Streamed = { record: DynamoDBRecord; streamArn: string; shardId: string };

/** Everything that the table's stream holds, from its beginning, as Lambda is given it. */
async function streamed({ store }: World): Promise<Streamed[]> {
  const client = new DynamoDBStreamsClient({});
  const { Streams = [] } = await client.send(new ListStreamsCommand({ TableName: store.tableName }));
  const streamArn = Streams[0]?.StreamArn ?? "";
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: streamArn }));
  const found: Streamed[] = [];
  for (const { ShardId: shardId = "" } of StreamDescription?.Shards ?? []) {
    const from = { StreamArn: streamArn, ShardId: shardId, ShardIteratorType: "TRIM_HORIZON" } as const;
    let { ShardIterator } = await client.send(new GetShardIteratorCommand(from));
    for (let isMore = true; isMore && ShardIterator; ) {
      const page = await client.send(new GetRecordsCommand({ ShardIterator }));
      const records = (page.Records ?? []) as DynamoDBRecord[];
      found.push(...records.map((record) => ({ record, streamArn, shardId })));
      isMore = records.length > 0;
      ShardIterator = page.NextShardIterator;
    }
  }
  return found;
}

/** What the changes during `work` put into the stream. */
export async function changesOf(world: World, work: () => Promise<unknown>): Promise<Streamed[]> {
  const before = (await streamed(world)).length;
  await work();
  return (await streamed(world)).slice(before);
}

/** What Lambda tells the failure destination of a stream of one record that failed for good. */
export function failureOf({ record, streamArn, shardId }: Streamed): string {
  const number = record.dynamodb?.SequenceNumber;
  return JSON.stringify({
    requestContext: { condition: "RetryAttemptsExhausted", approximateInvokeCount: 9 },
    responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: null },
    version: "1.0",
    timestamp: "2026-03-02T01:00:00.000Z",
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: number,
      endSequenceNumber: number,
      batchSize: 1,
      streamArn,
    },
  });
}
