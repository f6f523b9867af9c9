import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { calendarDateSchema } from "@dunmiao/domain/calendarDate";
import * as z from "zod";
import { damaged } from "./damage.ts";

const schema = z.discriminatedUnion("content", [
  z.object({ content: z.literal("empty") }),
  z.object({ content: z.literal("demo"), seededFor: calendarDateSchema, isComplete: z.boolean() }),
]);
/** What a data directory was begun with; `isComplete` is false while the demo cohort is being written. */
export type Content = z.infer<typeof schema>;

/** An empty start was asked for on data that holds the demo cohort. The message says what to do. */
export class HoldsDemoError extends Error {
  override readonly name = "HoldsDemoError";
}

/**
 * What the directory holds, or shall hold at its first start; later starts keep it.
 * @throws HoldsDemoError when an empty start is asked for and the demo cohort is there
 */
export function contentOf(dataDir: string, wanted: { isEmpty: boolean; today: string }): Content {
  const kept = read(dataDir);
  if (kept?.content === "demo" && wanted.isEmpty)
    throw new HoldsDemoError(
      `The data in ${dataDir} holds the demo cohort. For an empty start choose another DATA_DIR, or remove that directory.`,
    );
  if (kept) return kept;
  const content: Content = wanted.isEmpty
    ? { content: "empty" }
    : { content: "demo", seededFor: wanted.today, isComplete: false };
  rememberContent(dataDir, content);
  return content;
}

/** Writes it down in one step, so that a kill leaves the old line or the new one. */
export function rememberContent(dataDir: string, content: Content): void {
  const file = fileOf(dataDir);
  writeFileSync(`${file}.new`, JSON.stringify(content));
  renameSync(`${file}.new`, file);
}

function fileOf(dataDir: string): string {
  return join(dataDir, "content.json");
}

function read(dataDir: string): Content | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(fileOf(dataDir), "utf8")));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw damaged(
      fileOf(dataDir),
      "cannot be read",
      'It says what was begun here: write {"content":"empty"} into it where there is no demo cohort, or put it back from a backup.',
    );
  }
}
