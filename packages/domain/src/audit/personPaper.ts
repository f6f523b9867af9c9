import * as z from "zod";
import { addDays, calendarDateSchema } from "../calendarDate.ts";
import type { Count } from "../count/count.ts";
import type { ExplainedDay } from "../count/explainDays.ts";
import { canonical } from "../event.ts";
import { rulingOutcomes, rulingSchema } from "../ruling.ts";
import { schemeLabel } from "../scheme.ts";
import { type Secondment, secondmentStatuses } from "../secondment.ts";
import { leafSchema } from "./leaf.ts";
import { type TlogProof, tlogProofText } from "./tlogProof.ts";

/** What the record itself says: whose term it is, under which scheme, and how it was ruled on which count. */
const factsSchema = z.object({
  officer: z.object({ serviceNumber: z.string(), name: z.string() }),
  term: z.object({ from: calendarDateSchema, to: calendarDateSchema }),
  status: z.enum(secondmentStatuses),
  scheme: z.string(),
  rulings: z.array(
    z.object({
      id: z.string(),
      outcome: z.enum(rulingOutcomes),
      state: rulingSchema.shape.state,
      countedDays: z.number(),
      limitDays: z.number(),
      calendarVersion: z.int(),
      decidedOn: calendarDateSchema.optional(),
    }),
  ),
});
type Facts = z.infer<typeof factsSchema>;

const runSchema = z.object({ from: calendarDateSchema, to: calendarDateSchema, days: z.number() });
/** The count as the product made it on a day, in working days: which days count, one entry for those that follow each other. */
const countSchema = z.object({
  on: calendarDateSchema,
  calendarVersion: z.int(),
  countedDays: z.number(),
  pendingDays: z.number(),
  limitDays: z.number(),
  verdict: z.enum(["within", "at-limit", "exceeded"]),
  days: z.array(runSchema).optional(),
});

/**
 * What one person's paper carries beside the proof: the leaf, of the record what shows that the leaf is of it, and the
 * explanation. What does not fit into the file is left out, the record first.
 */
export const personPaperSchema = z.object({
  format: z.literal("dunmiao-person-paper"),
  version: z.literal(1),
  leaf: leafSchema,
  /** The last event without its hash, and the record without its head, as their hashes cover them. */
  event: z.record(z.string(), z.unknown()).optional(),
  record: z.record(z.string(), z.unknown()).optional(),
  facts: factsSchema,
  count: countSchema,
});
export type PersonPaper = z.infer<typeof personPaperSchema>;

/** Bytes of the largest file. */
export const mostPaperBytes = 10_000;

/** What a record says by itself, as its paper tells it: whoever has the record makes the same of it. */
export function factsOf(record: Omit<Secondment, "head">): Facts {
  const { officer, term, status, schemeId, schemeVersion } = record;
  return {
    officer: { serviceNumber: officer.serviceNumber, name: officer.name },
    term: { from: term.from, to: term.to },
    status,
    scheme: schemeLabel({ id: schemeId, version: schemeVersion }),
    rulings: record.rulings.map((ruling) => ({
      id: ruling.id,
      outcome: ruling.outcome,
      state: ruling.state,
      countedDays: ruling.countedDays,
      limitDays: ruling.limitDays,
      calendarVersion: ruling.calendarVersion,
      ...(ruling.decided && { decidedOn: ruling.decided.on }),
    })),
  };
}

type Counted = { count: Count; days: readonly ExplainedDay[]; calendarVersion: number; on: string };

/** The count for a paper. */
export function countForPaper({ count, days, calendarVersion, on }: Counted): PersonPaper["count"] {
  const { countedDays, pendingDays, limitDays, verdict } = count;
  return { on, calendarVersion, countedDays, pendingDays, limitDays, verdict, days: runsOf(days) };
}

function runsOf(days: readonly ExplainedDay[]): z.infer<typeof runSchema>[] {
  const runs: z.infer<typeof runSchema>[] = [];
  for (const { date, counted } of days) {
    if (counted === 0) continue;
    const last = runs.at(-1);
    if (last && addDays(last.to, 1) === date) Object.assign(last, { to: date, days: last.days + counted });
    else runs.push({ from: date, to: date, days: counted });
  }
  return runs;
}

/**
 * The paper as a file of at most `mostPaperBytes`, its text made smaller by `pack` (raw deflate): of what is more, first the
 * record is left out, then days, then the event.
 */
export function personPaperText(
  paper: Omit<PersonPaper, "format" | "version">,
  proof: Omit<TlogProof, "extra">,
  pack: (text: string) => Uint8Array,
): string {
  const { record: _, ...withoutRecord } = paper;
  const { days: _days, ...count } = paper.count;
  const { event: _event, ...least } = { ...withoutRecord, count };
  const texts = [paper, withoutRecord, { ...withoutRecord, count }, least].map((each) =>
    tlogProofText({
      ...proof,
      extra: pack(canonical({ format: "dunmiao-person-paper", version: 1, ...each })),
    }),
  );
  return texts.find((text) => new TextEncoder().encode(text).length <= mostPaperBytes) ?? texts.at(-1) ?? "";
}
