import type { Refusal } from "@dunmiao/domain/refusal";
import type { PairRow } from "@dunmiao/store/pairDirectory";
import { link } from "../ui/link.ts";
import { refusalSentence } from "../ui/refusalSentence.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";

/** One pair of many: how it is called, where it is read, and why nothing was done to it. */
type Line = { href?: string; line: string; refusals: readonly Refusal[] };
type Props = {
  text: Text;
  caption: string;
  /** What is said of a pair that was not refused. */
  done: string;
  results: readonly Line[];
};

/** What became of each pair, what was refused first: it still waits. */
export function ResultTable({ text, caption, done, results }: Props) {
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
          cell: ({ href, line }) => (href === undefined ? line : link(href, line)),
        },
        {
          label: words.result,
          cell: ({ refusals }) =>
            refusals.length === 0
              ? done
              : refusals.map((each) => refusalSentence(text, each)).join(words.mark),
        },
      ]}
    />
  );
}

/** One pair of a group by its row; where the reader sees none, its id alone. */
export function resultLine(
  text: Text,
  { id, row, refusals }: { id: string; row: PairRow | undefined; refusals: readonly Refusal[] },
): Line {
  return row ? { href: `/pairs/${id}`, line: pairLine(text, row), refusals } : { line: id, refusals };
}

/** Both of a pair, and where the apprentice is. */
export function pairLine(text: Text, { mentor, apprentice }: PairRow): string {
  const who = ([number, name]: PairRow["mentor"]) => text.common.numbered({ name, number });
  return text.pairGroup.line({ mentor: who(mentor), apprentice: who(apprentice), unit: apprentice[3] });
}
