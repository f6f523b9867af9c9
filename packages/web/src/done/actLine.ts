import type { Ground } from "@dunmiao/domain/change";
import type { Event } from "@dunmiao/domain/event";
import { eventLine } from "../case/eventLine.ts";
import type { Text } from "../ui/text.ts";

/** Members that only programs read: a person knows an absence by its class and dates. */
const ids = [
  "absenceId",
  "findingId",
  "rulingId",
  "statementId",
  "awardId",
  "contributionId",
  "assessmentId",
];

/** An act in the words of the trail, with class and dates of the absence that it was about, and how that stands now. */
export function actLine(text: Text, event: Event, { secondment, scheme }: Ground): string {
  const told = Object.fromEntries(Object.entries(event.change).filter(([member]) => !ids.includes(member)));
  const absence = secondment.absences.find(({ id }) => id === event.change.absenceId);
  if (!absence) return eventLine(text, { ...event, change: told }, scheme);
  const { class: kind, from, to, fromHalf, toHalf, state } = absence;
  const change = { ...told, class: kind, from, to, fromHalf, toHalf };
  const line = eventLine(text, { ...event, change }, scheme);
  return text.todoPage.actStands({ act: line, state: text.absenceState[state] });
}
