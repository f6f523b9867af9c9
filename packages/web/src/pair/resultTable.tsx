import type { PairRow } from "@dunmiao/store/pairLists";
import { link } from "../ui/link.ts";
import { refusalSentence } from "../ui/refusalSentence.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import type { GroupResult } from "./group.ts";

type Props = { text: Text; caption: string; results: readonly GroupResult[] };

/** What became of each pair, what was refused first: it still waits. */
export function ResultTable({ text, caption, results }: Props) {
  const words = text.pairGroup;
  return (
    <DenseTable
      text={text}
      caption={caption}
      rows={results.toSorted((one, other) => other.refusals.length - one.refusals.length)}
      columns={[
        {
          label: text.pairPage.title,
          kind: "rowHeader",
          cell: ({ id, row }) => (row ? link(`/pairs/${id}`, pairLine(text, row)) : id),
        },
        {
          label: words.result,
          cell: ({ refusals }) =>
            refusals.length === 0
              ? words.entered
              : refusals.map((each) => refusalSentence(text, each)).join(words.mark),
        },
      ]}
    />
  );
}

/** Both of a pair, and where the apprentice is. */
export function pairLine(text: Text, { mentor, apprentice }: PairRow): string {
  const who = ([number, name]: PairRow["mentor"]) => text.common.numbered({ name, number });
  return text.pairGroup.line({ mentor: who(mentor), apprentice: who(apprentice), unit: apprentice[3] });
}
