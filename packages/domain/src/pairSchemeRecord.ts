import * as z from "zod";
import { pairSchemeSchema } from "./pairSchemeSchema.ts";
import { madeSchemeSchema } from "./schemeRecord.ts";

/** One version of a pair scheme made here. */
export const pairSchemeRecordSchema = madeSchemeSchema.extend({ scheme: pairSchemeSchema });
export type PairSchemeRecord = z.infer<typeof pairSchemeRecordSchema>;

/** Every setting that a draft may change; an unknown one is refused rather than left out unseen. */
export const pairSettingsSchema = z.strictObject(
  pairSchemeSchema.omit({ id: true, version: true }).partial().shape,
);
export type PairSettings = z.infer<typeof pairSettingsSchema>;
