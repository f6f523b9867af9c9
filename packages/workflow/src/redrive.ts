import type { DynamoDBStreamEvent } from "aws-lambda";
import * as z from "zod";
import { parseFailure, readFailed } from "./failedBatch.ts";
import { onEvent, type StartingDeps } from "./onEvent.ts";

/** What became of one message: done, still failing, or too old for the stream to have its records. */
export type Redriven = "started" | "still-failing" | "too-old";

/**
 * Hands the records of one failure message to the stream's consumer again. Records older than 24 hours are gone from
 * the stream; every sweep since then has started what they asked for.
 */
export async function redrive(
  deps: StartingDeps,
  message: string,
  read: typeof readFailed = readFailed,
): Promise<Redriven> {
  const batch = parseFailure(message);
  try {
    const Records = await read(batch);
    // Only the types differ, in how they spell times and binary attributes.
    const event = z.custom<DynamoDBStreamEvent>().parse({ Records });
    const { batchItemFailures } = await onEvent(deps)(event);
    return batchItemFailures.length === 0 ? "started" : "still-failing";
  } catch (error) {
    if (error instanceof Error && error.name === "TrimmedDataAccessException") return "too-old";
    throw error;
  }
}
