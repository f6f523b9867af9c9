import * as z from "zod";
import { signatureSchema } from "./actor.ts";
import { calendarDateSchema } from "./calendarDate.ts";
import { staleRevision } from "./changedMeanwhile.ts";
import type { Refused } from "./refusal.ts";

const saidSchema = z.object({
  agrees: z.boolean(),
  reason: z.string().min(1).max(500),
  by: signatureSchema,
  on: calendarDateSchema,
});

/** requested → host-heard → sending-heard → granted | refused; the officer may withdraw it before the decision. */
export const extensionSchema = z.object({
  /** Grows with every act, also from one request to the next: an act names the one that it was done on. */
  revision: z.int().positive().optional(),
  state: z.enum(["requested", "host-heard", "sending-heard", "granted", "refused", "withdrawn"]),
  requestedOn: calendarDateSchema,
  by: signatureSchema,
  /** First and last day of the further term asked for. */
  from: calendarDateSchema,
  to: calendarDateSchema,
  months: z.int().positive(),
  reason: z.string().min(1).max(500),
  host: saidSchema.optional(),
  sending: saidSchema.optional(),
  decision: saidSchema.optional(),
  /** The record of the further term, once granted. */
  continuedBy: z.string().optional(),
});
export type Extension = z.infer<typeof extensionSchema>;

/** Neither decided nor withdrawn: the post stays claimed for it. */
export function isOpenRequest({ state }: Pick<Extension, "state">): boolean {
  return state === "requested" || state === "host-heard" || state === "sending-heard";
}

/** 0 where nothing was ever asked for, and on records of before revisions were counted. */
export function revisionOf(extension: Extension | undefined): number {
  return extension?.revision ?? 0;
}

/** Refuses `changed-meanwhile` where something was done to the request after the revision that was looked at. */
export function staleRequest(
  extension: Extension | undefined,
  seen: number | undefined,
): Refused | undefined {
  const asked = extension && { by: extension.by, on: extension.requestedOn };
  const last = extension?.decision ?? extension?.sending ?? extension?.host ?? asked;
  return staleRevision(seen, revisionOf(extension), last);
}
