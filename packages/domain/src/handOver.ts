import * as z from "zod";
import { signatureSchema } from "./actor.ts";
import { calendarDateSchema } from "./calendarDate.ts";

/** What a predecessor leaves to the successor at the same post; its words are an item beside the record. */
export const handOverSchema = z.object({
  revision: z.int().positive(),
  text: z.object({ revision: z.int().positive(), hash: z.string() }),
  by: signatureSchema,
  on: calendarDateSchema,
  /** The successor has read it; rows of before also name the successor's term. */
  received: z
    .object({ by: signatureSchema, on: calendarDateSchema, secondmentId: z.string().optional() })
    .optional(),
});
export type HandOver = z.infer<typeof handOverSchema>;

/** As it is shown: the id of the successor's term holds a service number that not every reader may know. */
export function shownHandOver(handOver: HandOver | undefined): HandOver | undefined {
  if (!handOver?.received) return handOver;
  const { secondmentId: _, ...received } = handOver.received;
  return { ...handOver, received };
}
