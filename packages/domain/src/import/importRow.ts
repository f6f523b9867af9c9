import * as z from "zod";
import { signatureSchema } from "../actor.ts";
import { calendarDateSchema } from "../calendarDate.ts";
import { concurrentPostSchema, postInputSchema } from "../concurrentPost.ts";
import { officerInputSchema } from "../officer.ts";
import { factChangeSchema } from "../officerCorrection.ts";
import { secondmentSchema } from "../secondment.ts";
import { unitInputSchema } from "../unit.ts";
import { partnerSchema } from "./partner.ts";

const paramsSchema = z.record(z.string(), z.union([z.string(), z.number()]));

/** What a list is of: people of a cohort with the units that they name, or concurrent posts. */
export const importSheets = ["secondments", "units", "posts"] as const;

/** `sheetName` is the sheet's own name where it is not the template's: a list may stand on several sheets. */
export const importRefusalSchema = z.object({
  sheet: z.enum(importSheets),
  sheetName: z.string().optional(),
  row: z.int().positive(),
  column: z.string().optional(),
  code: z.string(),
  params: paramsSchema.optional(),
});
export type ImportRefusal = z.infer<typeof importRefusalSchema>;

/** What a file holds and was not read, or was read though nobody sees it; `sheet` and `column` as the file names them. */
export const importNoticeSchema = z.object({
  sheet: z.string().optional(),
  row: z.int().positive().optional(),
  column: z.string().optional(),
  code: z.string(),
  params: paramsSchema.optional(),
});
export type ImportNotice = z.infer<typeof importNoticeSchema>;

/** Somebody on file whose home unit or kind the list has otherwise: the row moves them, with no secondment in the way. */
export const importMoveSchema = z.object({
  sheetName: z.string().optional(),
  row: z.int().positive(),
  number: z.string(),
  name: z.string(),
  changes: z.array(factChangeSchema),
});
export type ImportMove = z.infer<typeof importMoveSchema>;

export const importActions = ["create", "update", "already-there"] as const;

/** One checked row of a file, ready for the workflow: a unit, an officer with a secondment, or a concurrent post. */
export const importRowSchema = z.discriminatedUnion("sheet", [
  z.object({
    sheet: z.literal("units"),
    sheetName: z.string().optional(),
    row: z.int().positive(),
    action: z.enum(importActions),
    unit: unitInputSchema,
    /** The unit as whoever checked the file saw it, where the row would change it: it is changed only where a person says so, and only from there. */
    was: unitInputSchema.pick({ name: true, parent: true }).optional(),
  }),
  z.object({
    sheet: z.literal("secondments"),
    sheetName: z.string().optional(),
    row: z.int().positive(),
    action: z.enum(importActions),
    officerAction: z.enum(importActions),
    officer: officerInputSchema,
    hostStation: z.string(),
    post: secondmentSchema.shape.post,
    from: calendarDateSchema.optional(),
    /** The mentor at the host station, and what becomes of the pair; none in a list without partners. */
    partner: partnerSchema.optional(),
    pairAction: z.enum(importActions).optional(),
    /** The number of somebody alike whom a person told apart from this row's. */
    anotherThan: z.string().optional(),
    /** Every number that was alike when the row was checked, on file or in the file: one that comes later was told apart by nobody. */
    alike: z.array(z.string()).optional(),
  }),
  z.object({
    sheet: z.literal("posts"),
    sheetName: z.string().optional(),
    row: z.int().positive(),
    action: z.enum(["create", "already-there"]),
    /** The post that the row begins, or the one on file that it tells of: a row that comes again makes none anew. */
    id: concurrentPostSchema.shape.id,
    post: postInputSchema,
  }),
]);
export type ImportRow = z.infer<typeof importRowSchema>;

/** At most 50 rows an item: what one task run of the import takes. */
export const importChunkSchema = z.object({ rows: z.array(importRowSchema).max(50) });
export const rowsPerChunk = 50;
/** What became of one chunk; `done` includes rows that were already there. */
export const importOutcomeSchema = z.object({
  done: z.int().nonnegative(),
  created: z.int().nonnegative(),
  alreadyThere: z.int().nonnegative(),
  refused: z.array(importRefusalSchema),
});
export type ImportOutcome = z.infer<typeof importOutcomeSchema>;

/** What a person says of a row whose number may be another number of somebody known. */
export const samePersonAnswers = ["same", "another", "leave-out"] as const;

/** What was decided about one row: `number` stands in the file, `known` on file or in another row of it. */
export const decidedRowSchema = z.object({
  sheetName: z.string().optional(),
  row: z.int().positive(),
  number: z.string(),
  known: z.string(),
  is: z.enum(samePersonAnswers),
});
export type DecidedRow = z.infer<typeof decidedRowSchema>;

const actionCountsSchema = z.object({ create: z.int(), update: z.int(), alreadyThere: z.int() });

/** One uploaded file: checked → confirmed (the workflow runs) → finished. */
export const importSchema = z.object({
  id: z.string().regex(/^[0-9a-z-]{1,40}$/),
  version: z.int().nonnegative(),
  head: z.string(),
  /** None of a list of concurrent posts. */
  cohortId: z.string().optional(),
  fileName: z.string().max(120),
  status: z.enum(["checked", "confirmed", "finished"]),
  /** Data rows read, rows without a problem, and what the good ones would do. */
  rows: z.int(),
  total: z.int(),
  chunks: z.int(),
  errorChunks: z.int(),
  errorCount: z.int(),
  would: z.object({
    units: actionCountsSchema,
    officers: actionCountsSchema,
    secondments: actionCountsSchema,
    /** Of a list that names partners. */
    pairs: actionCountsSchema.optional(),
    /** Of a list of concurrent posts, which has none of the others. */
    posts: actionCountsSchema.optional(),
  }),
  /** People of the file who are on file exactly so: neither they nor their secondments change. Not counted in files checked before. */
  unchanged: z.int().nonnegative().optional(),
  /** Headings that may mean a column of ours: whoever confirms says that each is left out. None in files checked before they were asked about. */
  unanswered: z.array(z.string()).optional(),
  leftOut: z.array(z.string()).optional(),
  /** Units on file that the file has otherwise, and the codes of those that a person lets it change. None in files checked before they were asked about: these change them. */
  unitChanges: z.int().optional(),
  changedUnits: z.array(z.string()).optional(),
  /** People on file whom the rows without a question move to another home unit or kind. Not counted in files checked before they were named. */
  moves: z.int().nonnegative().optional(),
  /** Rows that a person decides before anything is written. None in files checked before they were asked about. */
  questions: z.int().optional(),
  samePerson: z.array(decidedRowSchema).optional(),
  uploadedBy: signatureSchema,
  uploadedOn: calendarDateSchema,
  confirmedBy: signatureSchema.optional(),
  confirmedOn: calendarDateSchema.optional(),
});
export type Import = z.infer<typeof importSchema>;
