import * as z from "zod";
import { secondmentStatuses } from "./secondment.ts";
import { todoSchema } from "./todo.ts";

const unitPairSchema = z.tuple([z.string(), z.string()]);

/** What lists and to-dos read: derived from the record at every commit, short because indexes repeat it; no rule reads it. */
export const summarySchema = z.object({
  id: z.string(),
  /** As it is on file now; `formerNumbers` are those that were merged into it, first the one that the record was made under. */
  number: z.string(),
  formerNumbers: z.array(z.string()).optional(),
  /** As it stands after every correction; `former` are the names before, which search finds too. */
  name: z.string(),
  former: z.array(z.string()).optional(),
  sex: z.enum(["male", "female"]),
  born: z.string(),
  /** Code and name. */
  sending: unitPairSchema,
  branch: unitPairSchema,
  station: unitPairSchema,
  from: z.string(),
  to: z.string(),
  status: z.enum(secondmentStatuses),
  counted: z.number(),
  pending: z.number(),
  limit: z.number(),
  /** The term reaches into a year whose notice is not published. */
  provisional: z.literal(true).optional(),
  /** A day that counts or waits lies in such a year; rows written before this was known lack it. */
  countsProvisional: z.literal(true).optional(),
  /** The term ended before its nominal last day and was (or is to be) ruled: not a cancelled one. */
  completedEarly: z.literal(true).optional(),
  next: z.string().optional(),
  todos: z.array(todoSchema),
});
export type Summary = z.infer<typeof summarySchema>;
