import type { Corrected, FactChange } from "@dunmiao/domain/officerCorrection";
import type { Secondment } from "@dunmiao/domain/secondment";
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
export function correctedLine(text: Text, { changes, into, evidence, on }: Corrected): string {
  const words = text.officerPage;
  const merged = into === undefined ? [] : [words.samePerson({ number: into })];
  const said = changes.length === 0 ? [] : [changesLine(text, changes)];
  const all = [...merged, ...said].join(words.changesMark);
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

/** Each correction of the officer's facts as a sentence of its own, on documents that keep the former ones. */
export function correctedNotes(text: Text, { record }: { record: Pick<Secondment, "corrected"> }): string[] {
  return (record.corrected ?? []).map((each) =>
    text.officerPage.correctedNote({ line: correctedLine(text, each) }),
  );
}
