import type { AbsenceFacts } from "@dunmiao/domain/absence";
import type { Event } from "@dunmiao/domain/event";
import type { SecondmentEvent } from "@dunmiao/domain/eventType";
import type { FactName, Facts } from "@dunmiao/domain/readChange";
import type { Scheme } from "@dunmiao/domain/scheme";
import { secondmentEvents } from "@dunmiao/domain/secondmentEvents";
import { factsOf } from "../eventFacts.ts";
import { changesLine, countsLine } from "../officer/correctionLine.ts";
import { checkpointName } from "../ui/checkpointName.ts";
import { formatDays, formatHalfRange } from "../ui/format.ts";
import { nameOf } from "../ui/nameOf.ts";
import { numberOf, ordinalOf } from "../ui/ordinal.ts";
import type { Text } from "../ui/text.ts";

/** What a line tells: the type of an event, its facts, and whether all of them could be read. */
export type LineFacts = { type: string; facts: CaseFacts; isWhole: boolean };
type CaseFacts = Facts<SecondmentEvent["change"]>;
type Fact = FactName<SecondmentEvent["change"]>;
type Known<Name extends Fact> = Name;
/**
 * Facts that the line does not say: what its act or another fact says, what stands beside it on the page, and what only
 * programs read. Every other fact has its words in `saidOf`: one that is new and stands in neither does not compile.
 */
type Unsaid = Known<
  // The act itself says it, or the table, gauge and calendar of the page do.
  | (
      | "state"
      | "status"
      | "form"
      | "by"
      | "isClosed"
      | "reminded"
      | "sent"
      | "skipped"
      | "limitDays"
      | "provisional"
    )
  | (
      | "openedOn"
      | "closedOn"
      | "dueOn"
      | "term"
      | "hostStation"
      | "post"
      | "loweredDays"
      | "before"
      | "revision"
    )
  | ("grade" | "level" | "date" | "kind" | "month" | "months" | "how" | "sections")
  // Of an absence its class and days; the rest stands on its page.
  | Exclude<keyof AbsenceFacts, "class" | "from">
  | ("consultation" | "reviewUntil" | "countedDaysBefore" | "carriedDays" | "carriedDaysBefore")
  // Said with another fact: the range, the finding by its number, the correction by what it changes.
  | ("finding" | "correctionId" | "into" | "anotherPersonThan")
  // Ids, hashes and versions.
  | ("restId" | "spotCheckId" | "assessmentId" | "noticeId" | "continuedBy" | "continues" | "absenceIds")
  | ("hash" | "textHash" | "calendarVersion")
>;

/** What an event says happened, in one line: the act, what it is about, the count after it, why. */
export function eventLine(text: Text, event: Event, scheme: Scheme): string {
  return lineOf(text, lineFacts(event), scheme);
}

/** The facts of an event of a secondment, for its line. */
export function lineFacts(event: Event): LineFacts {
  const { facts = {}, isWhole } = factsOf<CaseFacts>(secondmentEvents, event);
  return { type: event.type, facts, isWhole };
}

/** The line of an act with these facts. */
export function lineOf(text: Text, { type, facts, isWhole }: LineFacts, scheme: Scheme): string {
  const said = Object.values(saidOf(text, { type, facts }, scheme));
  const line = [nameOf(text.eventType, type), ...said, isWhole ? undefined : text.eventFact.unread];
  return line.filter(Boolean).join(" · ");
}

/** Each fact in its words, in the order of the line. */
function saidOf(
  text: Text,
  { type, facts }: Pick<LineFacts, "type" | "facts">,
  scheme: Scheme,
): Readonly<Record<Exclude<Fact, Unsaid>, string | false | undefined>> {
  const { from, to, fromHalf, toHalf, agrees, closedBecause, reason = closedBecause } = facts;
  const words = text.eventFact;
  const halves = { ...(fromHalf && { fromHalf }), ...(toHalf && { toHalf }) };
  const daysSaid = (days: number | undefined, say: (p: { days: string }) => string) =>
    days === undefined ? undefined : say({ days: formatDays(days) });
  return {
    checkpoint: facts.checkpoint && checkpointName(text, scheme, facts.checkpoint),
    escalation: facts.escalation && text.secondmentPage.escalation[facts.escalation],
    absenceId: facts.absenceId && words.absence({ no: numberOf(facts.absenceId) }),
    rulingId: facts.rulingId && words.ruling({ no: numberOf(facts.rulingId) }),
    statementId: facts.statementId && words.statement({ no: numberOf(facts.statementId) }),
    outcome: facts.outcome && outcomeOf(text, type, facts.outcome),
    heldUntil:
      facts.heldUntil && `${text.earlyEndPage.held}${text.secondmentPage.printMarks.colon}${facts.heldUntil}`,
    number: facts.number,
    agrees: agrees === undefined ? undefined : text.extensionPage.agrees[agrees ? "true" : "false"],
    awardId: facts.awardId && ordinalOf(text, facts.awardId),
    contributionId: facts.contributionId && ordinalOf(text, facts.contributionId),
    changes: facts.changes && changesLine(text, facts.changes),
    counts: facts.counts && countsLine(text, facts.counts),
    documentNumber: facts.documentNumber,
    title: facts.title,
    class: facts.class && text.absenceClass[facts.class],
    from: from && to && formatHalfRange(text, { from, to, ...halves }),
    takenOut: facts.takenOut && words.takenOut({ day: facts.takenOut }),
    on: type.startsWith("report-in.") && facts.on,
    lateDays: daysSaid(facts.lateDays, words.late),
    findingId: facts.findingId && words.absence({ no: numberOf(facts.findingId) }),
    levelDays: daysSaid(facts.levelDays, words.level),
    // The figure of a confirmed month is that month's, every other one the count after the act.
    countedDays: daysSaid(
      facts.countedDays,
      type === "attendance.confirmed" ? words.countedMonth : words.counted,
    ),
    closedBecause: undefined,
    reason: reason === undefined ? undefined : words.reason({ reason }),
  };
}

function outcomeOf(text: Text, type: string, outcome: NonNullable<CaseFacts["outcome"]>): string {
  if (type === "secondment.withdrawn") return text.earlyEndPage.endedAs.withdrawn;
  return outcome === "completed" || outcome === "cancelled"
    ? text.earlyEndPage.endedAs[outcome]
    : text.rulingPage.outcome[outcome];
}
