import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import { recordOf, recordSort } from "@dunmiao/store/engine/keys";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import * as z from "zod";
import type { WorkflowDeps } from "./deps.ts";
import { logger } from "./log.ts";
import { dueKinds, machineOf, startFor } from "./machines.ts";

const textSchema = z.object({ S: z.string() });
/** The few attributes of a record item that say whether something is to be done; the rest is not even read. */
const imageSchema = z.object({
  pk: textSchema,
  version: z.object({ N: z.coerce.number<string>().int() }),
  dueAt: textSchema.optional(),
  changedBy: textSchema.optional(),
});

/** What starting needs: no table. */
export type StartingDeps = Pick<WorkflowDeps, "start" | "today">;

/**
 * Table stream → executions: a record that was changed and that is due today starts its state machine. What that
 * machine itself changed starts nothing: the execution goes on, and a sweep heals it if it died.
 */
export function onEvent(deps: StartingDeps) {
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const processor = new BatchProcessor(EventType.DynamoDBStreams);
    return processPartialResponse(event, (record: DynamoDBRecord) => onRecord(deps, record), processor, {
      throwOnFullBatchFailure: false,
    });
  };
}

async function onRecord(deps: StartingDeps, { dynamodb }: DynamoDBRecord): Promise<void> {
  if (!dynamodb?.NewImage || dynamodb.Keys?.sk?.S !== recordSort) return;
  const { pk, version, dueAt, changedBy } = imageSchema.parse(dynamodb.NewImage);
  const asOf = deps.today();
  if (dueAt === undefined || dueAt.S.slice(0, 10) > asOf) return;
  const of = recordOf(pk.S);
  const kind = dueKinds.find((each) => each === of?.kind);
  if (!of || !kind || changedBy?.S === machineOf[kind]) return;
  await startFor(deps, { kind, id: of.id, version: version.N }, asOf);
  logger.info("A change started a state machine", {
    code: "event.started",
    kind,
    id: of.id,
    version: version.N,
  });
}
