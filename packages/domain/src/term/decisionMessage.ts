import * as z from "zod";
import { absenceSchema } from "../absence.ts";
import { isOwnCase } from "../access.ts";
import { type Actor, actorSchema } from "../actor.ts";
import type { Filer } from "../assessment.ts";
import { planOf } from "../checkpoint.ts";
import type { EventOfKind, SecondmentEventType } from "../eventType.ts";
import type { Addressee } from "../notification.ts";
import { nameNow, numberNow } from "../officerCorrection.ts";
import type { Scheme } from "../scheme.ts";
import type { Secondment } from "../secondment.ts";

/** Events that decide something about the officer whose term it is: each of them is told, by the event's own name. */
export const decisionCodes = [
  "report-in.confirmed",
  "report-in.corrected",
  "report-in.correction-proposed",
  "report-in.correction-rejected",
  "report-in.correction-withdrawn",
  "absence.requested",
  "absence.approved",
  "absence.rejected",
  "absence.amended",
  "absence.amendment-approved",
  "absence.voided",
  "absence.amend-proposed",
  "absence.void-proposed",
  "absence.proposal-dropped",
  "finding.recorded",
  "finding.confirmed",
  "finding.dismissed",
  "form.returned",
  "form.accepted",
  "attendance.confirmed",
  "showcase.recorded",
  "statement.refused",
  "ruling.approved",
  "ruling.notice-issued",
  "ruling.served",
  "ruling.review-requested",
  "ruling.upheld",
  "ruling.reopened",
  "term.completed-early",
  "term.cancelled",
  "secondment.withdrawn",
  "extension.requested",
  "extension.host-heard",
  "extension.sending-heard",
  "extension.granted",
  "extension.refused",
  "extension.withdrawn",
  "calendar.recounted",
  "award.recorded",
  "award.revoked",
  "contribution.reported",
  "contribution.verified",
  "contribution.adopted",
  "contribution.not-adopted",
] as const satisfies readonly SecondmentEventType[];
const codeSchema = z.enum(decisionCodes);
export type DecisionCode = z.infer<typeof codeSchema>;

const aboutSchema = z.object({
  /** Version of the record after it: two decisions of one day are two messages. */
  version: z.int().positive(),
  by: actorSchema.shape.role,
  absence: absenceSchema
    .pick({ id: true, class: true, from: true, to: true, fromHalf: true, toHalf: true })
    .optional(),
  checkpoint: z.string().optional(),
  name: z.object({ "zh-CN": z.string(), en: z.string() }).optional(),
  assessmentId: z.string().optional(),
  reason: z.string().optional(),
});

/** What was decided about an officer, for the officer's own inbox; the record says the rest. */
export const decisionMessageSchema = z.object({
  code: codeSchema,
  secondmentId: z.string(),
  /** The same as in every message about a term. */
  about: z.object({ serviceNumber: z.string(), name: z.string(), station: z.string() }),
  /** The day on which it was decided. */
  on: z.string(),
  decision: aboutSchema,
});
export type DecisionMessage = z.infer<typeof decisionMessageSchema> & { readonly to: readonly Addressee[] };

/** What a message says of the change of an event; a change that says one of them otherwise does not compile. */
type Facts = {
  readonly absenceId?: string | undefined;
  readonly findingId?: string | undefined;
  readonly checkpoint?: string | undefined;
  readonly assessmentId?: string | undefined;
  readonly by?: Filer | undefined;
  readonly reason?: string | undefined;
  readonly [other: string]: unknown;
};
type Told = {
  actor: Pick<Actor, "role" | "serviceNumber" | "mergedNumbers">;
  on: string;
  version: number;
  scheme: Scheme;
};

/**
 * What a change tells the officer about whom it decides: nothing of what they did themselves, nor of a form that another
 * unit has to write again, which they read once it is final. Days that a decision turned into a finding are a message of their own.
 */
export function decisionMessages(after: Secondment, event: EventOfKind, told: Told): DecisionMessage[] {
  const code = decisionCodes.find((each) => each === event.type);
  if (code === undefined || isOwnCase({ actor: told.actor, secondment: after })) return [];
  const facts: Facts = event.change;
  if (code === "form.returned" && facts.by !== "officer") return [];
  const { hostStation } = after;
  const number = numberNow(after);
  const message = (of: DecisionCode, more: Facts): DecisionMessage => ({
    code: of,
    secondmentId: after.id,
    about: { serviceNumber: number, name: nameNow(after), station: hostStation.name },
    on: told.on,
    to: [{ role: "officer", unit: number }],
    decision: { version: told.version, by: told.actor.role, ...subjectOf(after, more, told.scheme) },
  });
  const { findingId } = facts;
  const finding = findingId === undefined ? [] : [message("finding.recorded", { absenceId: findingId })];
  return [message(code, facts), ...finding];
}

function subjectOf(after: Secondment, facts: Facts, scheme: Scheme) {
  const absence = after.absences.find(({ id }) => id === facts.absenceId);
  const { checkpoint, assessmentId, reason } = facts;
  const named = after.checkpoints.some(({ key }) => key === checkpoint) ? checkpoint : undefined;
  return {
    ...(absence && { absence: dated(absence) }),
    ...(named !== undefined && { checkpoint: named, name: planOf(scheme, named).name }),
    ...(assessmentId !== undefined && { assessmentId }),
    ...(reason !== undefined && { reason }),
  };
}

function dated({ id, class: name, from, to, fromHalf, toHalf }: Secondment["absences"][number]) {
  return { id, class: name, from, to, ...(fromHalf && { fromHalf }), ...(toHalf && { toHalf }) };
}
