import * as z from "zod";
import { concurrentPostSchema } from "../concurrentPost.ts";
import { placeSchema } from "../place.ts";

const { role, appointedBy, from, to } = concurrentPostSchema.shape;
const { kind, name, unit, isClosed } = placeSchema.shape;
const on = z.iso.date();

/** What may happen to a place of concurrent posts, each with what its event says. */
export const placeEvents = {
  "place.created": z.strictObject({ kind, name, unit, isClosed }),
  "place.updated": z.strictObject({ kind, name, unit, isClosed }),
} as const;

/** What may happen to a concurrent post, each with what its event says; `place` is a code. */
export const postEvents = {
  "post.activity-added": z.strictObject({ on, line: z.string() }),
  "post.begun": z.strictObject({ serviceNumber: z.string(), place: z.string(), role, appointedBy, from, to }),
  /** The officer's number was merged into another one of the same person. */
  "post.number-merged": z.strictObject({ from: z.string(), into: z.string() }),
  "post.ended": z.strictObject({ on, reason: z.string(), because: z.enum(["moved"]).optional() }),
} as const;
