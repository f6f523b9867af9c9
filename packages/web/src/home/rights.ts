import type { Absence } from "@dunmiao/domain/absence";
import { isOpenRequest } from "@dunmiao/domain/extension";
import { reviewOpenUntil } from "@dunmiao/domain/ruling/rulingOf";
import { isOpenToFacts } from "@dunmiao/domain/secondment";
import { extensionWindow } from "@dunmiao/domain/term/requestExtension";
import type { CaseView } from "../secondment/caseView.ts";

/** What an officer may do in their own defence today, until when, and where; without `until` for as long as nothing is ruled. */
export type OwnRight = {
  what: "contest" | "statement" | "review" | "extension";
  until?: string;
  /** By when it was asked for; later it is still taken. */
  askedBy?: string;
  href: string;
  absence?: Absence;
};

/** The rights of a term whose clocks run today. */
export function ownRights(view: CaseView): OwnRight[] {
  return [...contests(view), ...statement(view), ...review(view), ...extension(view)];
}

/** Against a finding that was recorded or confirmed, as long as the facts are open and no objection waits. */
function contests({ record }: CaseView): OwnRight[] {
  if (!isOpenToFacts(record)) return [];
  return record.absences
    .filter(({ kind, state, contest }) => kind === "finding" && isStanding(state) && !contest)
    .map((absence) => ({
      what: "contest",
      absence,
      href: `/secondments/${record.id}/absences/${absence.id}`,
    }));
}

function isStanding(state: Absence["state"]): boolean {
  return state === "recorded" || state === "confirmed";
}

/** Before a ruling; asked for by a day until the officer was heard, afterwards a further word is still taken. */
function statement({ record, todos }: CaseView): OwnRight[] {
  if (record.status !== "awaiting-ruling" && record.status !== "under-review") return [];
  const asked = todos.find(([what]) => what === "give-statement");
  const href = `/secondments/${record.id}/ruling`;
  return [{ what: "statement", href, ...(asked && { askedBy: asked[3] }) }];
}

/** Against a ruling that was served, to the last day of the window, which counts. */
function review({ record, today }: CaseView): OwnRight[] {
  const until = reviewOpenUntil(record, today);
  if (until === undefined) return [];
  return [{ what: "review", until, href: `/secondments/${record.id}/ruling` }];
}

function extension({ record, scheme, today }: CaseView): OwnRight[] {
  const window = extensionWindow(record, scheme);
  const isRunning = record.status === "serving" || record.status === "under-review";
  const { extension: asked } = record;
  const isSettled = asked !== undefined && (isOpenRequest(asked) || asked.state === "granted");
  if (!window || !isRunning || isSettled || today < window.from || today > window.to) return [];
  return [{ what: "extension", until: window.to, href: `/secondments/${record.id}/extension` }];
}
