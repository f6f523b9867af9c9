import { formatNumber } from "../ui/format.ts";
import { refusalSentence } from "../ui/refusalSentence.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { accountColumns } from "./columns.ts";
import type { RowProblem } from "./readAccounts.ts";

/** Problems row by row; a sentence where there is none. */
export function RowProblems({ text, problems }: { text: Text; problems: readonly RowProblem[] }) {
  const words = text.accountImport;
  if (problems.length === 0) return <p class="govuk-body">{words.noProblems}</p>;
  const heading = (key: string) => {
    const column = accountColumns.find((each) => each.key === key);
    return (text.language === "en" ? column?.en : column?.zh) ?? "";
  };
  return (
    <DenseTable
      text={text}
      caption={words.problems({ count: formatNumber(problems.length) })}
      rows={problems}
      columns={[
        { label: words.row, kind: "number", cell: ({ row }) => String(row) },
        { label: words.column, cell: ({ column }) => heading(column) },
        { label: words.message, cell: (each) => refusalSentence(text, each) },
      ]}
    />
  );
}
