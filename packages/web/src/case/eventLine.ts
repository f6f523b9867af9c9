import { absenceClasses } from "@dunmiao/domain/absenceClass";
import type { Event } from "@dunmiao/domain/event";
import { countMoveSchema, factChangeSchema } from "@dunmiao/domain/officerCorrection";
import { rulingOutcomes } from "@dunmiao/domain/ruling";
import type { Scheme } from "@dunmiao/domain/scheme";
import * as z from "zod";
import { factsOf } from "../eventFacts.ts";
import { changesLine, countsLine } from "../officer/correctionLine.ts";
import { checkpointName } from "../ui/checkpointName.ts";
import { formatDays, formatHalfRange } from "../ui/format.ts";
import { nameOf } from "../ui/nameOf.ts";
import { numberOf, ordinalOf } from "../ui/ordinal.ts";
import type { Text } from "../ui/text.ts";

/** The members of an event's change that the trail puts into words; others stay in the event. */
const changeSchema = z
  .object({
    absenceId: z.string(),
    findingId: z.string(),
    rulingId: z.string(),
    statementId: z.string(),
    outcome: z.enum([...rulingOutcomes, "completed", "cancelled"]),
    number: z.string(),
    agrees: z.boolean(),
    awardId: z.string(),
    contributionId: z.string(),
    documentNumber: z.string(),
    title: z.string(),
    class: z.enum(absenceClasses),
    from: z.string(),
    to: z.string(),
    takenOut: z.string(),
    heldUntil: z.string(),
    fromHalf: z.literal("pm"),
    toHalf: z.literal("am"),
    on: z.string(),
    countedDays: z.number(),
    reason: z.string(),
    closedBecause: z.string(),
    checkpoint: z.string(),
    escalation: z.enum(["branch", "bureau"]),
    levelDays: z.number(),
    lateDays: z.number(),
    changes: z.array(factChangeSchema),
    counts: z.array(countMoveSchema),
  })
  .partial();

/** What an event says happened, in one line: the act, what it is about, the count after it, why. */
export function eventLine(text: Text, event: Event, scheme: Scheme): string {
  const { facts: change, isWhole } = factsOf(changeSchema, event);
  const { absenceId, findingId, from, to, on, levelDays, countedDays } = change;
  const reason = change.reason ?? change.closedBecause;
  const range = from && to ? formatHalfRange(text, { ...change, from, to }) : undefined;
  const said = [
    nameOf(text.eventType, event.type),
    change.checkpoint && checkpointName(text, scheme, change.checkpoint),
    change.escalation && text.secondmentPage.escalation[change.escalation],
    absenceId && text.eventFact.absence({ no: numberOf(absenceId) }),
    change.rulingId && text.eventFact.ruling({ no: numberOf(change.rulingId) }),
    change.statementId && text.eventFact.statement({ no: numberOf(change.statementId) }),
    change.outcome && outcomeOf(text, event.type, change.outcome),
    change.heldUntil && `${text.earlyEndPage.held}${text.secondmentPage.printMarks.colon}${change.heldUntil}`,
    change.number,
    change.agrees === undefined ? undefined : text.extensionPage.agrees[change.agrees ? "true" : "false"],
    change.awardId && ordinalOf(text, change.awardId),
    change.contributionId && ordinalOf(text, change.contributionId),
    change.changes && changesLine(text, change.changes),
    change.counts && countsLine(text, change.counts),
    change.documentNumber,
    change.title,
    change.class && text.absenceClass[change.class],
    range,
    change.takenOut && text.eventFact.takenOut({ day: change.takenOut }),
    event.type.startsWith("report-in.") ? on : undefined,
    change.lateDays === undefined ? undefined : text.eventFact.late({ days: formatDays(change.lateDays) }),
    findingId && text.eventFact.absence({ no: numberOf(findingId) }),
    levelDays === undefined ? undefined : text.eventFact.level({ days: formatDays(levelDays) }),
    countedDays === undefined ? undefined : countedOf(text, event.type, countedDays),
    reason === undefined ? undefined : text.eventFact.reason({ reason }),
    isWhole ? undefined : text.eventFact.unread,
  ];
  return said.filter(Boolean).join(" · ");
}

/** The figure of a confirmed month is that month's, every other one the count after the act. */
function countedOf(text: Text, type: string, countedDays: number): string {
  const days = formatDays(countedDays);
  return type === "attendance.confirmed"
    ? text.eventFact.countedMonth({ days })
    : text.eventFact.counted({ days });
}

function outcomeOf(
  text: Text,
  type: string,
  outcome: NonNullable<z.infer<typeof changeSchema>["outcome"]>,
): string {
  if (type === "secondment.withdrawn") return text.earlyEndPage.endedAs.withdrawn;
  return outcome === "completed" || outcome === "cancelled"
    ? text.earlyEndPage.endedAs[outcome]
    : text.rulingPage.outcome[outcome];
}
