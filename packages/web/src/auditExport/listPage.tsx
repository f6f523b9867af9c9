import type { AuditExportRow } from "@dunmiao/store/auditExport";
import { ButtonGroup, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { formatInstant } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { EmptyState } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import { exportUrl } from "./view.ts";
import { exportTag, type Names, scopeLine, sizeLine } from "./words.ts";

type Props = { chrome: Chrome; exports: readonly AuditExportRow[]; names: Names };

/** All audit exports, newest first. */
export function ExportListPage({ chrome, exports, names }: Props) {
  const { text } = chrome;
  const words = text.auditExportPage;
  return (
    <Layout chrome={chrome} title={words.title} section="exports">
      <p class="govuk-body">{words.intro}</p>
      <ButtonGroup>
        <LinkButton href="/audit/exports/new">{words.create}</LinkButton>
      </ButtonGroup>
      {exports.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <DenseTable
          text={text}
          caption={words.title}
          isCaptionHidden
          rows={exports}
          columns={[
            {
              label: words.askedAt,
              kind: "rowHeader",
              cell: ({ id, asked }) => link(exportUrl(id), formatInstant(asked.at)),
            },
            { label: text.common.status, cell: ({ state }) => exportTag(text, state) },
            { label: words.scope, cell: ({ scope }) => scopeLine(text, scope, names) },
            { label: words.purpose, cell: ({ purpose }) => purpose },
            { label: words.size, kind: "number", cell: ({ seal }) => (seal ? sizeLine(seal.bytes) : "") },
          ]}
        />
      )}
    </Layout>
  );
}
