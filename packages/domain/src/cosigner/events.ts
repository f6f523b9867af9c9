import * as z from "zod";
import { cosignerSchema } from "../cosigner.ts";

const { organ, key } = cosignerSchema.shape;

/** What may happen to a second holder of the heads, each with what its event says. */
export const cosignerEvents = {
  "cosigner.added": z.strictObject({ organ, key }),
  "cosigner.ended": z.strictObject({}),
  "cosigner.head-cosigned": z.strictObject({ day: z.iso.date(), size: z.int(), line: z.string() }),
} as const;
