import * as z from "zod";

const item = z
  .string()
  .regex(
    /^[0-9A-Za-z-]{1,64}(:(\d{1,3}(\.5)?|[a-z][a-z0-9-]{0,23}\.\d{4}-\d{2}(:\d{1,9})?|a\d{1,4}:\d{1,9}))?$/,
  );

/** The most that one batch does: each is a transaction of its own. */
export const mostItems = 200;

/** A form sends one ticked box as text, several as a list. */
const items = z.union([item.transform((each) => [each]), z.array(item).min(1).max(mostItems)]);

/**
 * A batch: warnings seen (`<secondment>:<level>`), people who reported in on one day (`<secondment>`, and
 * `:<lateDays>` where that knowingly leaves working days unreported), months that the station confirms as the ledger has
 * them (`<secondment>:<checkpoint>`, and `:<version>` of the record that the list showed), or requests approved as the list showed them (`<secondment>:<absence>:<revision>`).
 */
export const batchForm = z.discriminatedUnion("act", [
  z.object({ act: z.literal("acknowledge"), item: items }),
  z.object({ act: z.literal("report-in"), item: items, on: z.iso.date() }),
  z.object({ act: z.literal("confirm-attendance"), item: items }),
  z.object({ act: z.literal("approve"), item: items }),
]);
export type Batch = z.infer<typeof batchForm>;
