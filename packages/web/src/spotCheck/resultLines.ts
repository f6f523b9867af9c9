import type { SpotCheckResult } from "@dunmiao/domain/spotCheck";
import type { Child } from "hono/jsx";
import { link } from "../ui/link.ts";
import type { SummaryRow } from "../ui/pieces.tsx";
import { signerName } from "../ui/signerName.ts";
import { tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";

type Said = Pick<SpotCheckResult, "outcome" | "by" | "on" | "absenceId">;
const colours = { present: "green", "on-leave": "blue", absent: "red" } as const;

/** What was found, as a tag. */
export function outcomeTag(text: Text, outcome: SpotCheckResult["outcome"]) {
  return tag(text.spotCheckPage.outcome[outcome], colours[outcome]);
}

/** Who said it and when, why, and the finding that it became. */
export function saidLine(text: Text, { by, on }: Pick<Said, "by" | "on">, why: string | undefined): string {
  const said = text.spotCheckPage.by({ who: signerName(text, by), on });
  return why ? `${said} · ${why}` : said;
}

/** The first result and each of its corrections, oldest first. */
export function resultLines(text: Text, { corrections = [], ...first }: SpotCheckResult): SummaryRow[] {
  const words = text.spotCheckPage;
  const value = (said: Said, why: string | undefined): Child => [
    ...[outcomeTag(text, said.outcome), " ", saidLine(text, said, why)],
  ];
  return [
    { label: words.firstResult, value: value(first, first.note) },
    ...corrections.map((each) => ({ label: words.correctedTo, value: value(each, each.reason) })),
  ];
}

/** The finding that a result became. */
export function findingLink(text: Text, secondmentId: string, absenceId: string) {
  return link(`/secondments/${secondmentId}/absences/${absenceId}`, text.spotCheckPage.finding);
}
