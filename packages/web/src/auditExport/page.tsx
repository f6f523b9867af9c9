import type { AuditExport } from "@dunmiao/domain/auditExport";
import { formKey } from "../page.tsx";
import { Button, ButtonGroup, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { PostForm } from "../ui/form.tsx";
import { formatInstant, formatNumber } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { SummaryList, type SummaryRow } from "../ui/pieces.tsx";
import { signerName } from "../ui/signerName.ts";
import type { Text } from "../ui/text.ts";
import { exportUrl, fileUrl, type Written } from "./view.ts";
import { exportTag, type Names, scopeLine, sizeLine } from "./words.ts";

type Props = { chrome: Chrome; record: AuditExport; written: Written; names: Names };

/** One audit export: how far it is while it is written, then its file and what it is known by. */
export function ExportPage({ chrome, record, written, names }: Props) {
  const { text } = chrome;
  const words = text.auditExportPage;
  return (
    <Layout
      chrome={chrome}
      title={words.one({ at: formatInstant(record.asked.at) })}
      caption={record.purpose}
      section="exports"
      back={{ href: "/audit/exports", label: words.title }}
    >
      <SummaryList rows={[...askedRows(text, record, names), ...endRows(text, record, written)]} />
      {record.state === "asked" ? <Waiting text={text} id={record.id} /> : null}
      {record.state === "ready" ? (
        <>
          <ButtonGroup>
            <LinkButton href={fileUrl(record.id)}>{words.download}</LinkButton>
          </ButtonGroup>
          <p class="govuk-body">{words.readyHint}</p>
        </>
      ) : null}
      {record.state === "failed" ? <p class="govuk-body">{words.failedHint}</p> : null}
    </Layout>
  );
}

function Waiting({ text, id }: { text: Text; id: string }) {
  const words = text.auditExportPage;
  return (
    <>
      <p class="govuk-body">{words.waiting}</p>
      <PostForm action={`${exportUrl(id)}/cancel`} idempotencyKey={formKey()}>
        <ButtonGroup>
          <LinkButton href={exportUrl(id)}>{words.refresh}</LinkButton>
          <Button kind="warning">{words.cancel}</Button>
        </ButtonGroup>
      </PostForm>
    </>
  );
}

function askedRows(
  text: Text,
  { state, scope, purpose, asked, until, since }: AuditExport,
  names: Names,
): SummaryRow[] {
  const words = text.auditExportPage;
  const headLine = ({ day, size }: AuditExport["until"]) => words.headOf({ day, size: formatNumber(size) });
  return [
    { label: text.common.status, value: exportTag(text, state) },
    { label: words.scope, value: scopeLine(text, scope, names) },
    { label: words.purpose, value: purpose },
    { label: words.askedBy, value: `${signerName(text, asked.by)} ${formatInstant(asked.at)}` },
    { label: words.until, value: headLine(until) },
    ...(since ? [{ label: words.held, value: headLine(since) }] : []),
  ];
}

function endRows(text: Text, { state, seal, ended, failure }: AuditExport, written: Written): SummaryRow[] {
  const words = text.auditExportPage;
  const { records, events } = seal ?? written;
  const amount = words.amount({ records: formatNumber(records), events: formatNumber(events) });
  return [
    ...(state === "asked" ? [{ label: words.written, value: amount }] : []),
    ...(ended ? [{ label: words.endedAt[state], value: formatInstant(ended.at) }] : []),
    ...(failure === undefined ? [] : [{ label: words.failure, value: failure }]),
    ...(seal
      ? [
          { label: words.holds, value: amount },
          { label: words.size, value: sizeLine(seal.bytes) },
          { label: words.manifest, value: <code>{seal.manifest}</code> },
        ]
      : []),
    ...(seal?.extendsHeld === undefined
      ? []
      : [{ label: words.consistency, value: seal.extendsHeld ? words.extends : words.extendsNot }]),
  ];
}
