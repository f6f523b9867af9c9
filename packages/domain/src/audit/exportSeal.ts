import * as z from "zod";
import { calendarDateSchema } from "../calendarDate.ts";

/** A head of the tree: as at the end of a day (YYYY-MM-DD), so many leaves and their root (hex). */
export const exportHeadSchema = z.object({ day: calendarDateSchema, size: z.int(), root: z.string() });
export type ExportHead = z.infer<typeof exportHeadSchema>;

/** What a finished export is known by: bytes of the ZIP, SHA-256 of its manifest (hex), and what lies in it. */
export const exportSealSchema = z.object({
  bytes: z.int(),
  manifest: z.string(),
  records: z.int(),
  events: z.int(),
  /** Whether the tree begins with the head that the auditor holds; absent where none was given. */
  extendsHeld: z.boolean().optional(),
});
export type ExportSeal = z.infer<typeof exportSealSchema>;
