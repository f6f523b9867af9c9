import { isPerson, isSamePerson } from "@dunmiao/domain/access";
import type { Actor } from "@dunmiao/domain/actor";
import { answerWithinWorkingDays } from "@dunmiao/domain/dataRequest";
import { mayTry } from "@dunmiao/domain/permissions";
import { decideWithinWorkingDays } from "@dunmiao/domain/todo";
import { addWorkingDays, type WorkCalendar } from "@dunmiao/domain/workCalendar";
import { waitingRequests } from "@dunmiao/store/dataRequest";
import { listNotices } from "@dunmiao/store/notice";
import { waitingCorrections } from "@dunmiao/store/officerCorrection";
import type { WebDeps } from "../deps.ts";
import { link } from "../ui/link.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";

/** What no secondment carries and a second person has to decide; `isOwn`: the reader is the first person. */
export type Waiting = {
  what: "confirm-notice" | "decide-correction" | "decide-merge" | "answer-request";
  id: string;
  label: string;
  href: string;
  since: string;
  due: string;
  isOwn: boolean;
};

/** What waits for a second person, oldest first: for HR and the approver, who decide on it. */
export async function waitingFor(deps: WebDeps, actor: Actor, today: string): Promise<Waiting[]> {
  if (!mayTry(actor, "load-notice")) return [];
  const [calendar, notices, corrected, asked] = await Promise.all([
    deps.calendar.current(),
    listNotices(deps.store),
    // Only the approver decides on one: HR is told when it is decided.
    mayTry(actor, "decide-officer-correction") ? waitingCorrections(deps.store, today) : [],
    mayTry(actor, "answer-own-correction") ? waitingRequests(deps.store, today) : [],
  ]);
  const loaded = notices
    .filter(({ status }) => status === "checked")
    .map(({ id, title, year, loadedOn, loadedBy }) => ({
      what: "confirm-notice" as const,
      id,
      label: title ?? String(year),
      href: `/calendar/notices/${id}`,
      ...times(calendar, loadedOn),
      isOwn: isSamePerson(actor, loadedBy),
    }));
  const corrections = corrected.map(({ officer: { id, name }, correction }) => ({
    what: correction.into === undefined ? ("decide-correction" as const) : ("decide-merge" as const),
    id: `${id} ${correction.id}`,
    label: `${name} ${id}`,
    href: `/officers/${encodeURIComponent(id)}#corrections`,
    ...times(calendar, correction.proposedOn),
    isOwn: isSamePerson(actor, correction.proposedBy),
  }));
  const requests = asked.map(({ officer: { id, name }, request }) => ({
    what: "answer-request" as const,
    id: `${id} ${request.id}`,
    label: `${name} ${id}`,
    href: `/officers/${encodeURIComponent(id)}/requests`,
    since: request.askedOn,
    due: addWorkingDays(calendar, request.askedOn, answerWithinWorkingDays),
    isOwn: isPerson(actor, id),
  }));
  // The bureau's rung hears of it once the personnel office is late.
  const due = requests.filter((each) => mayTry(actor, "correct-officer") || each.due < today);
  return [...loaded, ...corrections, ...due].toSorted((a, b) => (a.since < b.since ? -1 : 1));
}

function times(calendar: WorkCalendar, since: string) {
  return { since, due: addWorkingDays(calendar, since, decideWithinWorkingDays) };
}

/** The list of it; what one began oneself is there too, and says that another person decides. */
export function WaitingTable({ text, waiting }: { text: Text; waiting: readonly Waiting[] }) {
  const { todoPage: words } = text;
  if (waiting.length === 0) return null;
  return (
    <DenseTable
      text={text}
      caption={words.waiting({ count: waiting.length })}
      rows={waiting}
      columns={[
        {
          label: words.todo,
          kind: "rowHeader",
          cell: ({ what, href }) => link(href, words.waitingFor[what]),
        },
        { label: words.matter, cell: ({ label }) => label },
        { label: words.owner, cell: ({ isOwn }) => (isOwn ? words.anotherPerson : words.you) },
        { label: words.since, kind: "date", cell: ({ since }) => since },
        { label: words.due, kind: "date", cell: ({ due }) => due },
      ]}
    />
  );
}
