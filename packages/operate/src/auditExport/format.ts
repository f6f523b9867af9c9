import { createHash } from "node:crypto";
import * as z from "zod";

/** The parts of an export that stand by their names; heads lie under `checkpoints/`. */
export const partNames = {
  records: "records.jsonl",
  events: "events.jsonl",
  texts: "texts.jsonl",
  leaves: "leaves.jsonl",
  key: "checkpoints/key.txt",
  readme: "README.txt",
  consistency: "proofs/consistency.json",
} as const;
export const manifestName = "manifest.json";
export const headPart = (day: string) => `checkpoints/${day}.txt`;
export const formatName = "dunmiao-audit-export";
export const formatVersion = 1;

const of = { kind: z.string(), id: z.string() };
/** A record as it is stored: the text that the last event's `recordHash` covers, and what lists say of it. */
export const recordLineSchema = z.object({
  ...of,
  version: z.int(),
  head: z.string(),
  record: z.string(),
  summary: z.unknown().optional(),
});
/** An event as it is stored: the text that its hash covers; `listed`: the day whose closing takes it up. */
export const eventLineSchema = z.object({
  ...of,
  version: z.int(),
  hash: z.string(),
  event: z.string(),
  listed: z.iso.date().optional(),
});
/** Words beside a record, by the key under which they lie. */
export const textLineSchema = z.object({ ...of, sk: z.string(), text: z.unknown() });
export type RecordLine = z.infer<typeof recordLineSchema>;
export type EventLine = z.infer<typeof eventLineSchema>;
export type TextLine = z.infer<typeof textLineSchema>;

const digestsSchema = z.object({ name: z.string(), bytes: z.int(), sha256: z.string(), sm3: z.string() });
export type PartDigests = z.infer<typeof digestsSchema>;
export const manifestSchema = z.object({
  format: z.literal(formatName),
  version: z.int(),
  purpose: z.string(),
  exportedAt: z.iso.datetime(),
  parts: z.array(digestsSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const consistencySchema = z.object({
  from: z.object({ size: z.int(), root: z.string() }),
  to: z.object({ size: z.int(), root: z.string() }),
  proof: z.array(z.string()),
});

/** Adds up what a manifest says of a part while its bytes pass. */
export function partDigester(name: string) {
  const [sha256, sm3] = [createHash("sha256"), createHash("sm3")];
  let bytes = 0;
  return {
    add: (chunk: Uint8Array): void => {
      bytes += chunk.length;
      sha256.update(chunk);
      sm3.update(chunk);
    },
    end: (): PartDigests => ({ name, bytes, sha256: sha256.digest("hex"), sm3: sm3.digest("hex") }),
  };
}
