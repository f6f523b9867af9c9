import * as z from "zod";
import { signatureSchema } from "./actor.ts";
import { calendarDateSchema } from "./calendarDate.ts";
import { schemeSchema } from "./schemeSchema.ts";

/** What a version of a scheme of any kind carries that is made here. */
export const madeSchemeSchema = z.object({
  /** `<scheme id>.<version>`. */
  id: z.string().regex(/^[a-z0-9-]{1,40}\.\d{1,6}$/),
  version: z.int().nonnegative(),
  head: z.string(),
  status: z.enum(["draft", "published"]),
  /** Grows with every change of the draft: what somebody who publishes it says to have seen. */
  revision: z.int().positive(),
  /** Label of the version that it started from: `literal@2`. */
  basedOn: z.string(),
  changedBy: signatureSchema,
  changedOn: calendarDateSchema,
  publishedBy: signatureSchema.optional(),
  publishedOn: calendarDateSchema.optional(),
  reason: z.string().max(500).optional(),
});
/** One version of a scheme made here: a draft that may change, then published, and never changed again. */
export type MadeScheme<S> = z.infer<typeof madeSchemeSchema> & { scheme: S };

/** The same of secondments. */
export const schemeRecordSchema = madeSchemeSchema.extend({ scheme: schemeSchema });
export type SchemeRecord = z.infer<typeof schemeRecordSchema>;

/** Every setting that a draft may change; an unknown one is refused rather than left out unseen. */
export const schemeSettingsSchema = z.strictObject(
  schemeSchema.omit({ id: true, version: true, schemaVersion: true }).partial().shape,
);
export type SchemeSettings = z.infer<typeof schemeSettingsSchema>;

/** Id of the record of a scheme version. */
export function schemeRecordId({ id, version }: { id: string; version: number }): string {
  return `${id}.${version}`;
}
