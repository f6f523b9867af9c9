import { signature } from "./actor.ts";
import { addDays, addMonths, lastDayOfTerm } from "./calendarDate.ts";
import type { Change, Ground } from "./change.ts";
import { type Extension, isOpenRequest } from "./extension.ts";
import { accept, type Outcome, refuse } from "./refusal.ts";
import type { Scheme } from "./scheme.ts";
import { lastDayServed, type Secondment } from "./secondment.ts";

export type ExtensionRequest = { months: number; reason: string };

/** First and last day on which a further term may be asked for: from so many months after the first day to the last. */
export function extensionWindow(
  subject: Pick<Secondment, "term" | "endedOn">,
  { extensionWindow: { opensAfterMonths } }: Pick<Scheme, "extensionWindow">,
): { from: string; to: string } {
  return { from: addMonths(subject.term.from, opensAfterMonths), to: lastDayServed(subject) };
}

/** The further term of so many months: it begins on the day after the last one. */
export function furtherTerm(subject: Pick<Secondment, "term" | "endedOn">, months: number) {
  const from = addDays(lastDayServed(subject), 1);
  return { from, to: lastDayOfTerm(from, months) };
}

/**
 * The officer asks for a further term; HR enters what came on paper. Refuses `extension-only-own`,
 * `not-open-to-extension`, `extension-open`, `extension-granted`, `extension-window`, `extension-months`.
 */
export function requestExtension(ground: Ground, { months, reason }: ExtensionRequest): Outcome<Change> {
  const { secondment, scheme, actor, today } = ground;
  if (!speaksForOfficer(ground)) return refuse("extension-only-own");
  const { status, endedOn, extension } = secondment;
  const window = extensionWindow(secondment, scheme);
  if (extension && isOpenRequest(extension))
    return refuse("extension-open", undefined, { on: extension.requestedOn });
  if (extension?.state === "granted") return refuse("extension-granted", undefined, { from: extension.from });
  if (today < window.from || today > window.to) return refuse("extension-window", undefined, window);
  if (endedOn !== undefined || (status !== "serving" && status !== "under-review"))
    return refuse("not-open-to-extension", undefined, { status });
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
  return accept(withExtension(ground, asked, "extension.requested", { ...term, months, reason }));
}

/** Whoever asked takes the request back before it is decided: the officer, or HR for one that came on paper. */
export function withdrawExtension(
  ground: Ground,
  { reason }: { reason?: string | undefined },
): Outcome<Change> {
  const { extension } = ground.secondment;
  if (!extension || !isOpenRequest(extension)) return refuse("no-open-extension");
  const isOnPaper = extension.by.role === "hr";
  if (!speaksForOfficer(ground) || (ground.actor.role === "hr" && !isOnPaper))
    return refuse("extension-only-own");
  const withdrawn: Extension = { ...extension, state: "withdrawn" };
  return accept(withExtension(ground, withdrawn, "extension.withdrawn", { ...(reason && { reason }) }));
}

/** The record with its request as it stands now. */
export function withExtension(
  { secondment }: Ground,
  extension: Extension,
  type: string,
  change: Record<string, unknown>,
): Change {
  return { after: { ...secondment, extension }, event: { type, change } };
}

function speaksForOfficer({ actor, secondment }: Ground): boolean {
  if (actor.role === "hr") return actor.serviceNumber !== secondment.officer.serviceNumber;
  return actor.role === "officer" && actor.serviceNumber === secondment.officer.serviceNumber;
}
