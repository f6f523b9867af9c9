import type { Corrected, CountMove, FactChange } from "@dunmiao/domain/officerCorrection";
import type { Secondment } from "@dunmiao/domain/secondment";
import { formatDays } from "../ui/format.ts";
import type { Text } from "../ui/text.ts";

/** A value of a fact in words: sex and kind by name, a unit by the name that it had. */
export function factValue(
  text: Text,
  { fact }: Pick<FactChange, "fact">,
  value: string,
  name = value,
): string {
  if (fact === "sex") return value === "male" || value === "female" ? text.sex[value] : value;
  if (fact === "kind") return value === "officer" || value === "auxiliary" ? text.officerKind[value] : value;
  return name;
}

/** What was corrected or merged, when and on which evidence, in one line. */
export function correctedLine(text: Text, { changes, into, evidence, counts = [], on }: Corrected): string {
  const words = text.officerPage;
  const merged = into === undefined ? [] : [words.samePerson({ number: into })];
  const said = changes.length === 0 ? [] : [changesLine(text, changes)];
  const moved = counts.length === 0 ? [] : [countsLine(text, counts)];
  const all = [...merged, ...said, ...moved].join(words.changesMark);
  return words.line({ changes: all, on, evidence: words.evidenceLine(evidence) });
}

/** Fact by fact from what to what. */
export function changesLine(text: Text, changes: readonly FactChange[]): string {
  const words = text.officerPage;
  const said = changes.map((change) =>
    words.changed({
      fact: words.fact[change.fact],
      from: factValue(text, change, change.from, change.fromName),
      to: factValue(text, change, change.to, change.toName),
    }),
  );
  return said.join(words.changesMark);
}

/** What it makes of the counts, station by station, before and after. */
export function countsLine(text: Text, counts: readonly CountMove[]): string {
  const said = counts.map(({ station, from, to }) =>
    text.officerPage.countMoved({ station, from: formatDays(from), to: formatDays(to) }),
  );
  return said.join(text.officerPage.changesMark);
}

/** The same beside a label that says what it is. */
export function countsValue(text: Text, counts: readonly CountMove[]): string {
  const said = counts.map(({ station, from, to }) =>
    text.officerPage.countMove({ station, from: formatDays(from), to: formatDays(to) }),
  );
  return said.join(text.officerPage.changesMark);
}

/** What a correction is headed: a merge is not a correction of facts. */
export function correctedHeading({ officerPage: words }: Text, { into }: Pick<Corrected, "into">): string {
  return into === undefined ? words.corrected : words.merged;
}

/** Each correction of the officer's facts as a sentence of its own, on documents that keep the former ones. */
export function correctedNotes(text: Text, { record }: { record: Pick<Secondment, "corrected"> }): string[] {
  return (record.corrected ?? []).map((each) =>
    text.officerPage.correctedNote({
      heading: correctedHeading(text, each),
      line: correctedLine(text, each),
    }),
  );
}
