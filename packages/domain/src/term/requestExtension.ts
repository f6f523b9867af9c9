import { isOwnCase } from "../access.ts";
import { signature } from "../actor.ts";
import { addDays, addMonths, lastDayOfTerm } from "../calendarDate.ts";
import type { Change, Ground } from "../change.ts";
import type { SecondmentEvent } from "../eventType.ts";
import { type Extension, isOpenRequest, revisionOf, staleRequest } from "../extension.ts";
import { may, mayTry } from "../permissions.ts";
import { accept, type Outcome, type Refused, refuse } from "../refusal.ts";
import type { Scheme } from "../scheme.ts";
import { lastDayServed, type Secondment } from "../secondment.ts";

/** `seen` is the revision of the request before this one, 0 for none. */
export type ExtensionRequest = { months: number; reason: string; seen?: number | undefined };
export type ExtensionWithdrawal = { reason?: string | undefined; seen?: number | undefined };

/**
 * First and last day on which a further term may be asked for: from so many months after the first day to the last;
 * none where the term ended early.
 */
export function extensionWindow(
  subject: Pick<Secondment, "term" | "endedOn">,
  { extensionWindow: { opensAfterMonths } }: Pick<Scheme, "extensionWindow">,
): { from: string; to: string } | undefined {
  const { term, endedOn } = subject;
  return endedOn === undefined ? { from: addMonths(term.from, opensAfterMonths), to: term.to } : undefined;
}

/** The further term of so many months: it begins on the day after the last one. */
export function furtherTerm(subject: Pick<Secondment, "term" | "endedOn">, months: number) {
  const from = addDays(lastDayServed(subject), 1);
  return { from, to: lastDayOfTerm(from, months) };
}

/**
 * The officer asks for a further term; HR enters what came on paper. Refuses `extension-only-own`, `extension-open`,
 * `extension-granted`, `changed-meanwhile`, `already-ended-early`, `not-open-to-extension`, `extension-window`,
 * `extension-months`.
 */
export function requestExtension(
  ground: Ground,
  { months, reason, seen }: ExtensionRequest,
): Outcome<Change> {
  const { secondment, scheme, actor, today } = ground;
  if (!asksInPerson(ground) && !entersPaper(ground)) return refuse("extension-only-own");
  const { extension } = secondment;
  if (extension && isOpenRequest(extension))
    return refuse("extension-open", undefined, { on: extension.requestedOn });
  if (extension?.state === "granted") return refuse("extension-granted", undefined, { from: extension.from });
  const refused = staleRequest(extension, seen) ?? refusedTerm(ground);
  if (refused) return refused;
  if (months < 1 || months > scheme.extensionMonths)
    return refuse("extension-months", "months", { max: scheme.extensionMonths });
  const term = furtherTerm(secondment, months);
  const asked: Extension = {
    state: "requested",
    requestedOn: today,
    by: signature(actor),
    ...term,
    months,
    reason,
  };
  return accept(
    withExtension(ground, asked, { type: "extension.requested", change: { ...term, months, reason } }),
  );
}

/** A term that ended early has no window: a further one would have to begin where nobody serves any more. */
function refusedTerm({ secondment, scheme, today }: Ground): Refused | undefined {
  const { status, earlyEnd } = secondment;
  if (earlyEnd) return refuse("already-ended-early", undefined, { on: earlyEnd.on });
  const window = extensionWindow(secondment, scheme);
  const isOver = window !== undefined && (today < window.from || today > window.to);
  if (isOver) return refuse("extension-window", undefined, window);
  const isRunning = status === "serving" || status === "under-review";
  return window && isRunning ? undefined : refuse("not-open-to-extension", undefined, { status });
}

/** Whoever asked takes the request back before it is decided: the officer, or HR for one that came on paper. */
export function withdrawExtension(ground: Ground, { reason, seen }: ExtensionWithdrawal): Outcome<Change> {
  const { extension } = ground.secondment;
  if (!extension || !isOpenRequest(extension)) return refuse("no-open-extension");
  const isOnPaper = mayTry(extension.by, "enter-paper-extension");
  if (!asksInPerson(ground) && !(isOnPaper && entersPaper(ground))) return refuse("extension-only-own");
  const stale = staleRequest(extension, seen);
  if (stale) return stale;
  const withdrawn: Extension = { ...extension, state: "withdrawn" };
  const change = { ...(reason && { reason }) };
  return accept(withExtension(ground, withdrawn, { type: "extension.withdrawn", change }));
}

/** The record with its request as it stands now. */
export function withExtension({ secondment }: Ground, extension: Extension, event: SecondmentEvent): Change {
  const revision = revisionOf(secondment.extension) + 1;
  return { after: { ...secondment, extension: { ...extension, revision } }, event };
}

function asksInPerson({ actor, secondment }: Ground): boolean {
  return may(actor, "ask-own-extension", secondment);
}

/** What came on paper is entered by somebody else than who wrote it. */
function entersPaper(ground: Ground): boolean {
  return may(ground.actor, "enter-paper-extension", ground.secondment) && !isOwnCase(ground);
}
