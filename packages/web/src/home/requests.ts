import type { Absence } from "@dunmiao/domain/absence";
import { type AbsenceShare, absenceShares } from "@dunmiao/domain/absence/absenceShares";
import { ruledTerm } from "@dunmiao/domain/secondment";
import type { Todo } from "@dunmiao/domain/todo";
import type { CaseView } from "../secondment/caseView.ts";
import { todoPlace } from "../secondment/todoPlace.ts";

/** What of an officer waits for somebody else, by the to-do that it is to them. */
export const requestKinds = [
  "approve-request",
  "confirm-finding",
  "answer-contest",
  "approve-proposal",
  "accept-form",
  "host-opinion",
  "sending-opinion",
  "decide-extension",
  "answer-review",
  "verify-contribution",
  "decide-contribution",
] as const;
type RequestKind = (typeof requestKinds)[number];

/** A matter of the officer's that somebody else holds: who must decide next, since when, until when. */
export type OwnRequest = {
  what: RequestKind;
  about: string;
  holder: { role: Todo[1]; unit?: string };
  since: string;
  due: string;
  href: string;
  absence?: Absence & Pick<AbsenceShare, "workingDays" | "countedDays" | "uncounted" | "halfDaysOff">;
  /** Key of the checkpoint whose form it is. */
  checkpoint?: string;
};

/** What waits for others; a form only where the officer wrote it, for what others write is not theirs to follow. */
export function ownRequests(view: CaseView): OwnRequest[] {
  return view.todos.flatMap((todo) => requestOf(view, todo));
}

function requestOf(view: CaseView, [kind, whose, since, due, about]: Todo): OwnRequest[] {
  const { record } = view;
  const what = requestKinds.find((each) => each === kind);
  if (what === undefined || whose === "officer") return [];
  const form = record.assessments.find(({ id }) => id === about);
  if (what === "accept-form" && form?.by !== "officer") return [];
  const absence = withShare(view, about);
  const unit = unitOf(view, whose);
  return [
    {
      what,
      about,
      since,
      due,
      holder: { role: whose, ...(unit !== undefined && { unit }) },
      href: `/secondments/${record.id}${todoPlace(kind, about, whose) ?? ""}`,
      ...(absence && { absence }),
      ...(what === "accept-form" && form && { checkpoint: form.checkpoint }),
    },
  ];
}

/** An absence with what of it counts now and why the rest does not: what waits adds up to the pending days. */
function withShare({ record, scheme, calendar }: CaseView, id: string): OwnRequest["absence"] {
  const absence = record.absences.find((each) => each.id === id);
  const share = absenceShares(ruledTerm(record), { scheme, calendar }).find((each) => each.id === id);
  return absence && share && { ...absence, ...share };
}

/** Name of the unit that holds it; the personnel office and the approver are the bureau's. */
function unitOf({ record }: CaseView, role: Todo[1]): string | undefined {
  const { hostStation, hostBranch, sending } = record;
  const names: Partial<Record<Todo[1], string>> = {
    station: hostStation.name,
    branch: hostBranch.name,
    sending: sending.name,
  };
  return names[role];
}
