import * as z from "zod";

/** The settings that differ, as they are afterwards; read by their names only, for a later version may not know one. */
const settings = z.record(z.string(), z.unknown());
const revision = z.int();

/** What may happen to a scheme version that is made here, each with what its event says. */
export const schemeEvents = {
  "scheme.changed": z.strictObject({ revision, settings }),
  "scheme.drafted": z.strictObject({ basedOn: z.string(), settings }),
  "scheme.published": z.strictObject({ revision, reason: z.string() }),
} as const;
