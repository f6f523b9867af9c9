import * as z from "zod";
import { absenceFactsShape, absenceStates, evidenceSchema } from "../absence.ts";
import { calendarDateSchema } from "../calendarDate.ts";
import { secondmentStatuses } from "../secondment.ts";

const facts = absenceFactsShape;
/** Which absence, how it stands after the act, and the reason that was given. */
const about = { absenceId: z.string(), state: z.enum(absenceStates), reason: z.string().optional() };
/** The same with the count that an act made: working days, halves as 0.5. */
const counted = { ...about, countedDays: z.number() };
/** A day that was taken out of the middle, and the absence that the rest after it became. */
const dividedAt = { takenOut: calendarDateSchema.optional(), restId: z.string().optional() };
/** What was amended while the absence waited; of one that counts the count is said instead. */
const amended = z.object(facts).partial().shape;
const onlyAbout = z.strictObject(about);

/** What may happen to absences, findings, warnings and reviews of a secondment, each with what its event says. */
export const absenceEvents = {
  "absence.amend-proposed": z.strictObject({ ...about, ...amended, takenOut: dividedAt.takenOut }),
  "absence.amended": z.strictObject({
    ...about,
    ...amended,
    ...dividedAt,
    countedDays: z.number().optional(),
  }),
  "absence.amendment-approved": z.strictObject({ ...counted, ...dividedAt }),
  "absence.approved": z.strictObject(counted),
  "absence.evidence-added": z.strictObject({ ...about, evidence: evidenceSchema }),
  "absence.proposal-dropped": onlyAbout,
  "absence.rejected": z.strictObject({
    ...about,
    /** The finding that past days of the request became. */
    findingId: z.string().optional(),
    finding: z
      .object({
        class: facts.class,
        from: facts.from,
        to: facts.to,
        fromHalf: facts.fromHalf,
        toHalf: facts.toHalf,
      })
      .optional(),
  }),
  "absence.requested": z.strictObject({ absenceId: z.string(), ...facts }),
  "absence.void-proposed": z.strictObject({ ...about, evidence: evidenceSchema.optional() }),
  "absence.voided": onlyAbout,
  "finding.confirmed": z.strictObject(counted),
  "finding.contested": onlyAbout,
  "finding.dismissed": onlyAbout,
  "finding.recorded": z.strictObject({
    absenceId: z.string(),
    ...facts,
    /** The spot check that found it. */
    spotCheckId: z.string().optional(),
  }),
  "limit.warned": z.strictObject({ levelDays: z.number(), countedDays: z.number() }),
  "review.closed": z.strictObject({
    closedOn: calendarDateSchema,
    closedBecause: z.string().optional(),
    countedDays: z.number(),
    status: z.enum(secondmentStatuses),
    /** What lowered the count: a change of this absence, or the notice of a new calendar. */
    absenceId: z.string().optional(),
    noticeId: z.string().optional(),
  }),
  "review.opened": z.strictObject({
    openedOn: calendarDateSchema,
    countedDays: z.number(),
    absenceId: z.string().optional(),
    status: z.literal("under-review"),
  }),
  "warning.acknowledged": z.strictObject({ levelDays: z.number() }),
} as const;
