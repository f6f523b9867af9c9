import { type Outcome, refuse } from "@dunmiao/domain/refusal";
import * as z from "zod";
import { answersApart, askApart } from "../threadApart.ts";
import { cohortLists, type FileLists } from "./sheets.ts";
import { readSheets, type SheetRows } from "./spreadsheet.ts";

const ROLE = "reads spreadsheets";
const fileSchema = z.object({
  bytes: z.instanceof(Uint8Array),
  fileName: z.string(),
  wanted: z.union([z.tuple([z.literal("secondments"), z.literal("units")]), z.tuple([z.literal("posts")])]),
});
/** The other side is this very file: what it sends is what `readSheets` answers. */
const answerSchema = z.custom<Outcome<SheetRows>>((value) => typeof value === "object" && value !== null);

const ask = askApart({
  url: import.meta.url,
  role: ROLE,
  // A list of 5,000 people takes a fraction of either; a file of 60 kB can be made to take everything.
  resourceLimits: { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 },
  processorSeconds: 15,
  read: (message) => answerSchema.parse(message),
});

/**
 * Reads a file as `readSheets` does, in a thread of its own with a limit of memory and of processor time, one file
 * after the other: whoever else works goes on meanwhile. Refuses what goes beyond as `file-too-heavy`.
 */
export async function readApart(
  bytes: Uint8Array,
  fileName: string,
  wanted: FileLists = cohortLists,
): Promise<Outcome<SheetRows>> {
  const asked = await ask({ bytes, fileName, wanted });
  return asked.outcome === "answered" ? asked.answer : refuse("file-too-heavy", "file", { fileName });
}

answersApart(ROLE, (message) => {
  const { bytes, fileName, wanted } = fileSchema.parse(message);
  return readSheets(bytes, fileName, wanted);
});
