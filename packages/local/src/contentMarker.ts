import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { calendarDateSchema } from "@dunmiao/domain/calendarDate";
import * as z from "zod";
import { damaged } from "./damage.ts";

const schema = z.discriminatedUnion("content", [
  z.object({ content: z.literal("empty") }),
  /** Real people's, of `npm run serve`. */
  z.object({ content: z.literal("served") }),
  z.object({
    content: z.literal("demo"),
    seededFor: calendarDateSchema,
    isComplete: z.boolean(),
    hasPairs: z.boolean().optional(),
  }),
]);
/** What a data directory was begun with; `isComplete` is false while the demo cohort is being written, and pairs come later. */
export type Content = z.infer<typeof schema>;

/** The directory holds something else than what was asked for: the demo cohort, or real data. The message says what to do. */
export class HoldsOtherError extends Error {
  override readonly name = "HoldsOtherError";
}

/**
 * What the directory holds, or shall hold at its first start; later starts keep it.
 * @throws HoldsOtherError when an empty start is asked for and the demo cohort is there, or the data are real
 */
export function contentOf(dataDir: string, wanted: { isEmpty: boolean; today: string }): Content {
  const kept = read(dataDir);
  if (kept?.content === "demo" && wanted.isEmpty)
    throw new HoldsOtherError(
      `The data in ${dataDir} holds the demo cohort. For an empty start choose another DATA_DIR, or remove that directory.`,
    );
  if (kept?.content === "served")
    throw new HoldsOtherError(
      `The data in ${dataDir} are real, of npm run serve: the demonstration, where anybody is whom they choose, never opens them. Choose another DATA_DIR.`,
    );
  if (kept) return kept;
  const content: Content = wanted.isEmpty
    ? { content: "empty" }
    : { content: "demo", seededFor: wanted.today, isComplete: false };
  rememberContent(dataDir, content);
  return content;
}

/**
 * Makes the directory one of real data at its first start.
 * @throws HoldsOtherError when the demonstration was begun in it
 */
export function claimForService(dataDir: string): Content {
  const kept = read(dataDir);
  if (kept && kept.content !== "served")
    throw new HoldsOtherError(
      `The data in ${dataDir} are those of a demonstration. Choose an empty DATA_DIR for real data.`,
    );
  const content: Content = { content: "served" };
  if (!kept) rememberContent(dataDir, content);
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
