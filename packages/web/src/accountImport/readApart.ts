import { type Outcome, refuse } from "@dunmiao/domain/refusal";
import * as z from "zod";
import { answersApart, askApart } from "../threadApart.ts";
import { type AccountFile, readAccounts } from "./readAccounts.ts";

const ROLE = "reads lists of accounts";
const fileSchema = z.object({ bytes: z.instanceof(Uint8Array), fileName: z.string(), today: z.string() });
/** The other side is this very file: what it sends is what `readAccounts` answers. */
const answerSchema = z.custom<Outcome<AccountFile>>((value) => typeof value === "object" && value !== null);

const ask = askApart({
  url: import.meta.url,
  role: ROLE,
  resourceLimits: { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 },
  processorSeconds: 15,
  read: (message) => answerSchema.parse(message),
});

/** Reads a list as `readAccounts` does, in a thread of its own with limits. Refuses what goes beyond as `file-too-heavy`. */
export async function readApart(
  bytes: Uint8Array,
  of: { fileName: string; today: string },
): Promise<Outcome<AccountFile>> {
  const asked = await ask({ bytes, ...of });
  return asked.outcome === "answered"
    ? asked.answer
    : refuse("file-too-heavy", "file", { fileName: of.fileName });
}

answersApart(ROLE, (message) => {
  const { bytes, ...of } = fileSchema.parse(message);
  return readAccounts(bytes, of);
});
