import { type PairInput, pairInputSchema } from "@dunmiao/domain/pair/planPair";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import type { Refusal } from "@dunmiao/domain/refusal";
import { createPair } from "@dunmiao/store/createPair";
import type { Acting } from "@dunmiao/store/engine/acting";
import type { KeyUse } from "@dunmiao/store/engine/idempotency";
import type { Units } from "@dunmiao/store/unit";
import { uuidv7 } from "uuidv7";
import * as z from "zod";

/** The most rows that are accepted at once: each is a transaction of its own. */
export const mostAccepted = 200;
const { apprentice, mentor, focus, from, leading, kin } = pairInputSchema.shape;
const rowSchema = z.object({ apprentice, mentor, focus });
export type AcceptedRow = z.infer<typeof rowSchema>;

/** A row of the form: who, for what, by whom. */
const written = z
  .string()
  .regex(/^[0-9A-Za-z-]{1,20}:[a-z0-9-]{1,24}:[0-9A-Za-z-]{1,20}$/)
  .transform((row) => {
    const [apprentice = "", focus = "", mentor = ""] = row.split(":");
    return { apprentice, focus, mentor };
  });
const formKin = z.union([z.boolean(), z.enum(["true", "false"]).transform((said) => said === "true")]);

/** Body that makes pairs of the rows accepted; what is said of kin holds for all of them. */
export const acceptedBody = z.object({
  pairs: z.array(rowSchema).min(1).max(mostAccepted),
  scheme: z.string().min(1).max(40),
  from,
  leading,
  kin: kin.unwrap(),
});
const { pairs, ...others } = acceptedBody.shape;
const chosen = z.union([
  written.transform((only) => [only]),
  z
    .array(z.union([written, rowSchema]))
    .min(1)
    .max(mostAccepted)
    .pipe(pairs),
]);
/** The list box of a row that takes nobody is sent as well, and says nothing. */
const withoutNobody = (sent: unknown) => (Array.isArray(sent) ? sent.filter((each) => each !== "") : sent);
export const acceptedForm = z.object({
  ...others,
  pairs: z.preprocess(withoutNobody, chosen),
  kin: formKin,
});
export type Accepted = z.infer<typeof acceptedForm>;

/** What became of one row; `id` is its pair's. */
export type AcceptedResult = { row: AcceptedRow; id?: string; refusals: readonly Refusal[] };
type To = { scheme: PairScheme; units: Units; use: KeyUse | undefined };

/**
 * Makes a pair of each accepted row, one transaction each: they wait for a second person, since nobody has looked at the
 * checklist yet. What is refused for one does not stop the others, and a repeat goes on where the first one stopped.
 */
export async function acceptRows(
  acting: Acting,
  { pairs, scheme: _, ...same }: Accepted,
  { scheme, units, use }: To,
): Promise<AcceptedResult[]> {
  const results: AcceptedResult[] = [];
  for (const row of pairs) {
    const input: PairInput = { ...row, ...same, eligibility: [] };
    const key = use && `${use.key} ${row.apprentice} ${row.focus}`;
    const once = use &&
      key !== undefined && {
        use: { ...use, key },
        answer: ({ id }: { id: string }) => ({ status: 201, body: { id } }),
      };
    const made = await createPair(acting, input, {
      id: `pair-${uuidv7()}`,
      scheme,
      units,
      ...(once && { once }),
    });
    results.push(resultOf(row, made));
  }
  return results;
}

const answered = z.object({ id: z.string() });

function resultOf(row: AcceptedRow, made: Awaited<ReturnType<typeof createPair>>): AcceptedResult {
  switch (made.outcome) {
    case "refused":
      return { row, refusals: made.refusals };
    case "repeated":
      return { row, id: answered.parse(made.answer.body).id, refusals: [] };
    default:
      return { row, id: made.record.id, refusals: [] };
  }
}
