import type { Absence } from "@dunmiao/domain/absence";
import type { Text } from "../ui/text.ts";

/** What still waits on an absence that itself is decided: a correction or an objection. */
export function openOnAbsence(
  text: Text,
  { proposal, contest }: Pick<Absence, "proposal" | "contest">,
): string | undefined {
  if (proposal) return text.secondmentPage.proposal;
  return contest && text.secondmentPage.contested;
}

/** The state of an absence on paper, with what still waits on it. */
export function stateOnPaper(text: Text, absence: Pick<Absence, "state" | "proposal" | "contest">): string {
  const open = openOnAbsence(text, absence);
  const state = text.absenceState[absence.state];
  return open === undefined ? state : `${state}${text.common.listMark}${open}`;
}
