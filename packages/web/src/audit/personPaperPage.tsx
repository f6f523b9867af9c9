import { checkCode, recordCode, type TreeHead } from "@dunmiao/domain/audit/treeHead";
import type { CaseRead } from "../secondment/caseView.ts";
import type { Chrome } from "../ui/chrome.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { personLabel } from "../ui/personNow.ts";
import { EmptyState } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";

type Props = { chrome: Chrome; record: CaseRead["record"]; heads: readonly TreeHead[] };

/** Where whoever may see a case takes its paper: one file for each of the last heads, and what it proves. */
export function PersonPaperPage({ chrome, record, heads }: Props) {
  const { text } = chrome;
  const words = text.personPaper;
  const back = { href: `/secondments/${record.id}`, label: personLabel(record) };
  return (
    <Layout chrome={chrome} title={words.title} section="secondments" back={back}>
      <p class="govuk-body">{words.intro}</p>
      <p class="govuk-body">{words.code({ version: record.version, code: recordCode(record.head) })}</p>
      {heads.length === 0 ? (
        <EmptyState title={words.notSigned}>{words.notSignedHint}</EmptyState>
      ) : (
        <DenseTable
          text={text}
          caption={words.heads}
          rows={heads}
          columns={[
            { label: text.auditPage.day, kind: "rowHeader", cell: ({ day }) => day },
            { label: text.auditPage.code, kind: "name", cell: checkCode },
            {
              label: words.file,
              cell: ({ day }) => link(paperUrl(record.id, day), words.take({ day })),
            },
          ]}
        />
      )}
      <h2 class="govuk-heading-m">{words.provesTitle}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {words.proves.map((each) => (
          <li>{each}</li>
        ))}
      </ul>
      <p class="govuk-body">{words.check}</p>
    </Layout>
  );
}

export function paperUrl(id: string, day: string): string {
  return `/secondments/${id}/proof/${day}`;
}
