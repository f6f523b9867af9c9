import type { listImports } from "@dunmiao/store/import";
import { shownStatus } from "../import/view.ts";
import { formatNumber } from "../ui/format.ts";
import { link } from "../ui/link.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";

export type ImportOfCohort = Awaited<ReturnType<typeof listImports>>[number];

/** The imports of a cohort, newest first; nothing where there was none. */
export function ImportTable({ text, imports }: { text: Text; imports: readonly ImportOfCohort[] }) {
  if (imports.length === 0) return null;
  const words = text.importPage;
  return (
    <section id="imports">
      <DenseTable
        text={text}
        caption={words.list}
        rows={imports}
        columns={[
          {
            label: words.fileName,
            kind: "rowHeader",
            cell: (each) => link(`/imports/${each.id}`, each.fileName),
          },
          { label: words.on, kind: "date", cell: (each) => each.uploadedOn },
          { label: words.goodColumn, kind: "number", cell: (each) => formatNumber(each.total) },
          { label: text.common.status, cell: (each) => words.status[shownStatus(each)] },
        ]}
      />
    </section>
  );
}
