import { openActs } from "@dunmiao/domain/absence/acts";
import { isSamePerson } from "@dunmiao/domain/access";
import type { Ground } from "@dunmiao/domain/change";
import type { Event } from "@dunmiao/domain/event";
import type { EventOfKind, SecondmentEvent } from "@dunmiao/domain/eventType";
import { type Facts, readChange } from "@dunmiao/domain/readChange";
import { secondmentEvents } from "@dunmiao/domain/secondmentEvents";
import { checkSealed, type SpotCheck } from "@dunmiao/domain/spotCheck";
import { spotCheckEvents } from "@dunmiao/domain/spotCheck/events";
import { correctablePick } from "@dunmiao/domain/spotCheck/spotCheckCorrection";
import { mayCorrectReportIn } from "@dunmiao/domain/term/correctReportIn";
import { extensionActs } from "@dunmiao/domain/term/extensionActs";
import { mayWriteHandOver } from "@dunmiao/domain/term/writeHandOver";
import type { Text } from "../ui/text.ts";

/** Where an act is taken back or corrected, in words of the page that does it. */
export type Undo = { href: string; label: string };

type CaseFacts = Facts<SecondmentEvent["change"]>;
type CheckFacts = Facts<EventOfKind<"spot-check">["change"]>;

/**
 * Where this actor may take back or correct what they just did to a secondment: the rules are asked, nothing is
 * written. Undefined where it stands until another person decides.
 */
export function undoOf(text: Text, event: Event, ground: Ground): Undo | undefined {
  const { secondment } = ground;
  const url = `/secondments/${secondment.id}`;
  const { type } = event;
  const { absenceId } = readChange<CaseFacts>(secondmentEvents, event).facts ?? {};
  if (absenceId !== undefined) return undoAbsence(text, ground, absenceId);
  if (type === "extension.requested" && extensionActs.withdraw.ask(ground).ok)
    return { href: `${url}/extension`, label: text.extensionPage.withdraw };
  // The page asks for the reason; what lowers the count is refused there.
  if (type.startsWith("report-in.") && mayCorrectReportIn(ground))
    return { href: `${url}/report-in`, label: text.secondmentPage.correctReportIn };
  if (type === "hand-over.written" && mayWriteHandOver(ground))
    return { href: `${url}/hand-over`, label: text.todoPage.undoHandOver };
  return undefined;
}

function undoAbsence(text: Text, ground: Ground, id: string): Undo | undefined {
  const href = `/secondments/${ground.secondment.id}/absences/${id}`;
  const acts = openActs(ground, id);
  const proposal = ground.secondment.absences.find((each) => each.id === id)?.proposal;
  if (proposal)
    return isSamePerson(ground.actor, proposal.by) && acts.includes("reject")
      ? { href, label: text.absencePage.withdrawProposal }
      : undefined;
  return acts.includes("amend") || acts.includes("void") ? { href, label: text.todoPage.undo } : undefined;
}

/** The same for a spot check: before its reveal the whole of it, afterwards a result. */
export function undoOfCheck(text: Text, event: Event, check: SpotCheck): Undo | undefined {
  const { type } = event;
  const { secondmentId } = readChange<CheckFacts>(spotCheckEvents, event).facts ?? {};
  if (type === "spot-check.committed" && checkSealed(check).ok)
    return { href: `/spot-checks/${check.id}/cancel`, label: text.spotCheckPage.cancel };
  if (secondmentId === undefined || !correctablePick(check, secondmentId).ok) return undefined;
  const href = `/spot-checks/${check.id}/results/${secondmentId}/correct`;
  return { href, label: text.spotCheckPage.correct };
}
