import * as z from "zod";
import { signatureSchema } from "./actor.ts";
import { calendarDateSchema } from "./calendarDate.ts";
import { plainText } from "./plainText.ts";

const organ = z.string().min(1).max(60);
/** A head that was signed by somebody else too: its day and size, and the line of the signature (C2SP signed note). */
const cosignedSchema = z.object({
  day: calendarDateSchema,
  size: z.int().nonnegative(),
  line: z.string().max(300),
  broughtBy: signatureSchema,
  broughtOn: calendarDateSchema,
});

/**
 * A second holder of the tree's heads, such as discipline inspection, who signs them with a key of its own; `id` is the
 * id of that key, `key` its public half as it is given from hand to hand.
 */
export const cosignerSchema = z.object({
  id: z.string().regex(/^[0-9a-f]{8}$/),
  version: z.int().nonnegative(),
  head: z.string(),
  organ,
  key: z.string().max(200),
  addedOn: calendarDateSchema,
  addedBy: signatureSchema,
  /** Its key signs no more; what it signed before still stands. */
  endedOn: calendarDateSchema.optional(),
  endedBy: signatureSchema.optional(),
  /** In the order in which they were brought in. */
  cosigned: z.array(cosignedSchema),
});
export type Cosigner = z.infer<typeof cosignerSchema>;

export const cosignerInputSchema = z.object({
  organ: z.string().overwrite(plainText).min(1).max(60),
  key: z.string().overwrite(plainText).min(1).max(200),
});
export type CosignerInput = z.infer<typeof cosignerInputSchema>;

export const longestNote = 4_000;
/** A signed head as it comes back: its text and the lines of signatures, however its lines were ended on the way. */
export const cosignatureInputSchema = z.object({ note: z.string().min(1).max(longestNote) });

/** A record of an export as a second holder; undefined for one of another kind, or that is none. */
export function cosignerIn(kind: string, record: unknown): Cosigner | undefined {
  return kind === "cosigner" ? cosignerSchema.safeParse({ ...Object(record), head: "" }).data : undefined;
}

/** Their keys as they were entered, one a line. */
export function cosignerKeysText(cosigners: readonly Pick<Cosigner, "key">[]): string {
  return cosigners.map(({ key }) => `${key}\n`).join("");
}

/** The last day whose head somebody beside us has signed; undefined where none is. */
export function lastCosignedDay(cosigners: readonly Pick<Cosigner, "cosigned">[]): string | undefined {
  return cosigners
    .flatMap(({ cosigned }) => cosigned.map(({ day }) => day))
    .toSorted()
    .at(-1);
}

/** The note of our own head of a day with the lines of those who signed it beside us. */
export function cosignedNote(
  { day, note }: { day: string; note: string },
  cosigners: readonly Pick<Cosigner, "cosigned">[],
): string {
  const signed = cosigners.flatMap(({ cosigned }) => cosigned.filter((each) => each.day === day));
  return note + signed.map(({ line }) => line).join("");
}
