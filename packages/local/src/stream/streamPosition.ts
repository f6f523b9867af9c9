import { readFileSync, renameSync, writeFileSync } from "node:fs";
import * as z from "zod";

const schema = z.object({
  streamArn: z.string(),
  /** By shard: the last sequence number delivered, and whether the shard was read to its end. */
  shards: z.record(
    z.string(),
    z.object({ after: z.string().optional(), isFinished: z.boolean().optional() }),
  ),
});
export type StreamPosition = z.infer<typeof schema>;

/** The position kept in a file; a fresh one when there is none, it is torn, or it belongs to another stream. */
export function readPosition(file: string, streamArn: string): StreamPosition {
  try {
    const kept = schema.parse(JSON.parse(readFileSync(file, "utf8")));
    if (kept.streamArn === streamArn) return kept;
  } catch {
    // Reading the stream again from its oldest record is always right: handlers take a record twice.
  }
  return { streamArn, shards: {} };
}

/** Replaces the file in one step, so that a kill leaves the old position or the new one. */
export function writePosition(file: string, position: StreamPosition): void {
  writeFileSync(`${file}.new`, JSON.stringify(position));
  renameSync(`${file}.new`, file);
}
