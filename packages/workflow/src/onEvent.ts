import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { recordOf, recordSort } from "@dunmiao/store/keys";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import * as z from "zod";
import type { WorkflowDeps } from "./deps.ts";
import { dueKinds, startFor } from "./machines.ts";

const imageSchema = z.object({
  pk: z.string(),
  sk: z.string(),
  version: z.int().optional(),
  dueAt: z.string().optional(),
  changedBy: z.string().optional(),
});

/**
 * Table stream → executions: a record that somebody changed and that is due today starts its state machine. Changes by
 * the workflow itself start nothing: the execution that made them goes on, and a sweep heals it if it died.
 */
export function onEvent(deps: WorkflowDeps) {
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const processor = new BatchProcessor(EventType.DynamoDBStreams);
    return processPartialResponse(event, (record: DynamoDBRecord) => onRecord(deps, record), processor, {
      throwOnFullBatchFailure: false,
    });
  };
}

async function onRecord(deps: WorkflowDeps, { dynamodb }: DynamoDBRecord): Promise<void> {
  if (!dynamodb?.NewImage || dynamodb.Keys?.sk?.S !== recordSort) return;
  const { pk, version = 0, dueAt, changedBy } = imageSchema.parse(unmarshall({ ...dynamodb.NewImage }));
  const asOf = deps.today();
  if (changedBy === "system" || dueAt === undefined || dueAt.slice(0, 10) > asOf) return;
  const of = recordOf(pk);
  const kind = dueKinds.find((each) => each === of?.kind);
  if (of && kind) await startFor(deps, { kind, id: of.id, version }, asOf);
}
