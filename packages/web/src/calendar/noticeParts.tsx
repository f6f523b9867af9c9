import type { Festival } from "@dunmiao/domain/festival";
import type { NoticeNote } from "@dunmiao/domain/notice";
import { CheckboxField } from "../ui/choices.tsx";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";

/** Festivals by name: `清明节、中秋节`; a word for none. */
export function festivalNames(text: Text, missing: readonly Festival[]): string {
  const { calendarPage: words } = text;
  if (missing.length === 0) return words.noneMissing;
  return missing.map((each) => text.festival[each]).join(text.common.listMark);
}

type MissingProps = { text: Text; missing: readonly Festival[]; error: string | undefined };

/** One tick for each festival that a notice leaves out; nothing where all seven are there. */
export function MissingFestivals({ text, missing, error }: MissingProps) {
  const { calendarPage: words } = text;
  if (missing.length === 0) return null;
  return (
    <CheckboxField
      text={text}
      name="missingConfirmed"
      legend={words.confirmMissing}
      hint={words.confirmMissingHint}
      error={error}
      choices={missing.map((value) => ({
        value,
        label: words.isMissing({ festival: text.festival[value] }),
      }))}
    />
  );
}

/** What of the pasted text set no day, line by line. */
export function Notes({ text, notes }: { text: Text; notes: readonly NoticeNote[] }) {
  const { calendarPage: words } = text;
  if (notes.length === 0) return null;
  return (
    <DenseTable
      text={text}
      caption={words.notes({ count: notes.length })}
      rows={notes}
      columns={[
        { label: words.line, kind: "number", cell: ({ line }) => String(line) },
        { label: words.noteOf, cell: ({ code }) => words.note[code] },
        { label: words.noteText, kind: "rowHeader", cell: (each) => each.text },
      ]}
    />
  );
}
