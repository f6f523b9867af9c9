import { link } from "../ui/link.ts";
import { Figures } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { type When, whens } from "./when.ts";
import type { PairWork, TaskCount } from "./work.ts";

type Props = { text: Text; work: PairWork; whose: "mine" | "all" };

/** Pairs on a start page: the headline of their files, and what is to be done, each figure a link to its rows. */
export function PairWorkTable({ text, work: { figures, counts }, whose }: Props) {
  const words = text.pairWork;
  const path = (query: { what: string; when?: string }) =>
    `/pairs/tasks?${new URLSearchParams({ whose, ...query }).toString()}`;
  const count = (when: When) => (row: TaskCount) =>
    row[when] === 0 ? "" : link(path({ what: row.what, when }), String(row[when]));
  const sum = (when: When) => counts.reduce((total, row) => total + row[when], 0);
  return (
    <section>
      <h2 class="govuk-heading-m">{words.section}</h2>
      <Figures figures={fileFigures(text, figures)} />
      {counts.length === 0 ? (
        <p class="govuk-body">{words.nothing}</p>
      ) : (
        <DenseTable
          text={text}
          caption={words.title}
          rows={counts}
          columns={[
            {
              label: words.todo,
              kind: "rowHeader",
              cell: ({ what }) => link(path({ what }), words.what[what]),
            },
            ...whens.map((when) => ({
              label: words.when[when],
              kind: "number" as const,
              cell: count(when),
            })),
          ]}
          foot={[words.total, ...whens.map((when) => String(sum(when)))]}
        />
      )}
      <p class="govuk-body" data-no-print>
        <a class="govuk-link" href="/pairs/tasks?whose=all">
          {words.openAll}
        </a>
      </p>
    </section>
  );
}

/** Pairs, files and files that lack something; the last opens by unit. */
export function fileFigures(text: Text, { pairs, files, missing }: PairWork["figures"]) {
  const words = text.pairPage.figures;
  return [
    { label: words.pairs, value: pairs, href: "/pairs?counted=true" },
    { label: words.files, value: files, href: "/pairs?file=complete" },
    { label: words.missing, value: missing, href: "/pairs/files" },
  ];
}
