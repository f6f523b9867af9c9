import type { Ground } from "@dunmiao/domain/change";
import type { Event } from "@dunmiao/domain/event";
import { lineFacts, lineOf } from "../case/eventLine.ts";
import type { Text } from "../ui/text.ts";

/** An act in the words of the trail, with class and dates of the absence that it was about, and how that stands now. */
export function actLine(text: Text, event: Event, { secondment, scheme }: Ground): string {
  const { facts, ...line } = lineFacts(event);
  // Only programs read these: a person knows an absence by its class and dates.
  const {
    absenceId,
    findingId: _f,
    rulingId: _r,
    statementId: _s,
    awardId: _a,
    contributionId: _c,
    ...told
  } = facts;
  const absence = secondment.absences.find(({ id }) => id === absenceId);
  if (!absence) return lineOf(text, { ...line, facts: told }, scheme);
  const { class: kind, from, to, fromHalf, toHalf, state } = absence;
  const dated = { ...told, class: kind, from, to, fromHalf, toHalf };
  const act = lineOf(text, { ...line, facts: dated }, scheme);
  return text.todoPage.actStands({ act, state: text.absenceState[state] });
}
