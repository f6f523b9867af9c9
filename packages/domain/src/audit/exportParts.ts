import * as z from "zod";
import { exportScopeSchema } from "./exportScope.ts";

/** The parts of an audit export that stand by their names. */
export const partNames = {
  records: "records.jsonl",
  events: "events.jsonl",
  texts: "texts.jsonl",
  leaves: "leaves.jsonl",
  key: "checkpoints/key.txt",
  cosigners: "checkpoints/cosigners.txt",
  readme: "README.txt",
  consistency: "proofs/consistency.json",
  manifest: "manifest.json",
  verifier: "verify.html",
} as const;
/** The parts of which there are as many as there are days, versions and branches: their folders. */
export const partFolders = {
  heads: "checkpoints/",
  schemes: "schemes/secondment/",
  pairSchemes: "schemes/pair/",
  calendar: "calendar/",
  workbooks: "workbook/",
} as const;
/** The signed head of a day (YYYY-MM-DD). */
export const headPart = (day: string) => `${partFolders.heads}${day}.txt`;
/** A version of a scheme, as canonical JSON. */
export const schemePart = (folder: "schemes" | "pairSchemes", of: { id: string; version: number }) =>
  `${partFolders[folder]}${of.id}@${of.version}.json`;
/** A version of the calendar: the notices in force under it, as canonical JSON. */
export const calendarPart = (version: number) => `${partFolders.calendar}${version}.json`;

export const formatName = "dunmiao-audit-export";
/**
 * 1: the whole table, without `schemes/`, `calendar/` and `workbook/`; 2: `README.txt` does not say whether `verify.html`
 * lies in it.
 */
export const formatVersion = 3;

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
  /** What it holds; all where a manifest of version 1 does not say. */
  scope: exportScopeSchema.default({ of: "all" }),
  /** The record of the export itself on the trail; none where a command made it. */
  id: z.string().optional(),
  /** How many records and events lie in it; version 1 does not say. */
  records: z.int().optional(),
  events: z.int().optional(),
  parts: z.array(digestsSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;

const headSchema = z.object({ size: z.int(), root: z.string() });
/**
 * That the tree of the export (`to`) begins with the head that the auditor held (`from`); `extends` false and no proof
 * where it does not.
 */
export const consistencySchema = z.object({
  from: headSchema,
  to: headSchema,
  extends: z.boolean().default(true),
  proof: z.array(z.string()),
});
