import type { ImportRefusal } from "@dunmiao/domain/import/importRow";
import { Pager } from "../ui/lists.tsx";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import type { ImportProps } from "./importProps.ts";
import { columnName, problemSentence, sheetName } from "./problemText.ts";

const perPage = 200;

/** Problems as a clerk finds them in the file: sheet, row, column, what is wrong. */
export function ProblemTable(props: { text: Text; caption: string; problems: readonly ImportRefusal[] }) {
  const { text, caption, problems } = props;
  const words = text.importPage;
  return (
    <DenseTable
      text={text}
      caption={caption}
      rows={problems}
      columns={[
        { label: words.sheet, cell: (each) => sheetName(each, text.language) },
        { label: words.row, kind: "number", cell: (each) => String(each.row) },
        { label: words.column, cell: (each) => columnName(each, text.language) },
        { label: words.message, cell: (each) => problemSentence(text, each) },
      ]}
    />
  );
}

/** The problems of the dry run, 200 a page, and all of them as a file. */
export function PagedProblems({ chrome, loaded, from, isWhole }: ImportProps) {
  const { problems } = loaded;
  const { text } = chrome;
  const words = text.importPage;
  const shown = isWhole ? problems : problems.slice(from, from + perPage);
  const at = (start: number) => `/imports/${loaded.record.id}?from=${start}#problems`;
  const to = from + shown.length;
  return (
    <section id="problems">
      <p class="govuk-body">
        {words.problemsHelp}{" "}
        <a class="govuk-link" href={`/imports/${loaded.record.id}/problems.csv`}>
          {words.downloadProblems}
        </a>
      </p>
      <ProblemTable text={text} caption={words.problems({ count: problems.length })} problems={shown} />
      {problems.length > shown.length ? (
        <Pager
          text={text}
          url={chrome.url}
          summary={words.shown({ from: from + 1, to, count: problems.length })}
          previous={from > 0 ? at(Math.max(0, from - perPage)) : undefined}
          next={to < problems.length ? at(to) : undefined}
        />
      ) : null}
    </section>
  );
}
