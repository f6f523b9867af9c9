import * as z from "zod";
import { cursorSchema } from "../cursor.ts";

/** What the list shows: whose todos, which kind, ticked or not. */
export const todoQuery = z.object({
  whose: z.enum(["mine", "all"]).catch("mine").default("mine"),
  what: z.string().max(40).optional().catch(undefined),
  /** Ticks every line that a batch can do. */
  all: z.literal("1").optional().catch(undefined),
  cursor: cursorSchema.optional().catch(undefined),
});
