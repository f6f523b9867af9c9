import {
  type _Record,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from "@aws-sdk/client-dynamodb-streams";
import * as z from "zod";

/** A record of the table's stream. */
export type StreamRecord = _Record;

/** What Lambda tells the failure destination of a stream: not the records, but where they lie for 24 hours. */
const failureSchema = z
  .object({
    DDBStreamBatchInfo: z.object({
      streamArn: z.string(),
      shardId: z.string(),
      startSequenceNumber: z.string().regex(/^\d+$/),
      endSequenceNumber: z.string().regex(/^\d+$/),
    }),
  })
  .transform(({ DDBStreamBatchInfo }) => DDBStreamBatchInfo);
export type FailedBatch = z.infer<typeof failureSchema>;

/** Where the failed records lie, from the text of one message. */
export function parseFailure(message: string): FailedBatch {
  return failureSchema.parse(JSON.parse(message));
}

/**
 * The failed records, read from the stream again. Throws what the SDK throws: `TrimmedDataAccessException` when they
 * are older than 24 hours.
 */
export async function readFailed(
  batch: FailedBatch,
  client = new DynamoDBStreamsClient({ maxAttempts: 5 }),
): Promise<StreamRecord[]> {
  const { streamArn: StreamArn, shardId: ShardId, startSequenceNumber: SequenceNumber } = batch;
  const at = { StreamArn, ShardId, ShardIteratorType: "AT_SEQUENCE_NUMBER", SequenceNumber } as const;
  const last = BigInt(batch.endSequenceNumber);
  const found: StreamRecord[] = [];
  let iterator = (await client.send(new GetShardIteratorCommand(at))).ShardIterator;
  while (iterator) {
    const page = await client.send(new GetRecordsCommand({ ShardIterator: iterator }));
    const records = page.Records ?? [];
    found.push(...records.filter((each) => numberOf(each) <= last));
    const isPast = records.some((each) => numberOf(each) >= last);
    iterator = isPast || records.length === 0 ? undefined : page.NextShardIterator;
  }
  return found;
}

function numberOf({ dynamodb }: StreamRecord): bigint {
  return BigInt(dynamodb?.SequenceNumber ?? 0);
}
