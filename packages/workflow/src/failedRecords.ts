import { putFlag } from "@dunmiao/store/engine/flag";
import { recordOf, recordSort } from "@dunmiao/store/engine/keys";
import type { SNSEvent } from "aws-lambda";
import type { WorkflowDeps } from "./deps.ts";
import { parseFailure, readFailed } from "./failedBatch.ts";
import { logger } from "./log.ts";

/** Code of the to-do that a change leaves which could not start its work. */
export const failedRecordCode = "stream.record-failed";

/** The part of a stream record that says which item it is about; Lambda's and the SDK's spelling both fit. */
type AboutItem = { dynamodb?: { Keys?: Record<string, { S?: string | undefined }> | undefined } | undefined };
type FlaggingDeps = Pick<WorkflowDeps, "store" | "now">;

/** Told of stream records that failed for good: each record's item is put before a person; the message stays queued. */
export function flagFailedRecords(deps: FlaggingDeps, read: typeof readFailed = readFailed) {
  return async ({ Records }: SNSEvent): Promise<void> => {
    for (const { Sns } of Records) {
      const batch = parseFailure(Sns.Message);
      for (const record of await read(batch)) await flagFailedRecord(deps, record);
    }
  };
}

/** Puts the item of one failed stream record on the to-do list; items that are no records start nothing anyway. */
export async function flagFailedRecord(deps: FlaggingDeps, record: AboutItem): Promise<void> {
  const { pk, sk } = record.dynamodb?.Keys ?? {};
  const of = sk?.S === recordSort && pk?.S ? recordOf(pk.S) : undefined;
  if (!of) return;
  const detail = "The change is stored; what was to follow did not start. The next sweep tries again.";
  await putFlag(deps.store, of, { code: failedRecordCode, detail, since: deps.now() });
  logger.warn("A failed stream record was put before a person", { code: failedRecordCode, ...of });
}
