import type { Secondment } from "@dunmiao/domain/secondment";
import { extensionWindow } from "@dunmiao/domain/term/requestExtension";
import type { CaseView } from "../secondment/caseView.ts";
import { LinkButton } from "../ui/button.tsx";
import { formatRange } from "../ui/format.ts";
import { link } from "../ui/link.ts";
import type { SummaryRow } from "../ui/pieces.tsx";
import type { Text } from "../ui/text.ts";

/** The further term, once it may be asked for or was, the proof of the record, and the hand-over at the post. */
export function CaseLinks({ text, view }: { text: Text; view: CaseView }) {
  const url = `/secondments/${view.record.id}`;
  return (
    <>
      {isExtensionShown(view) ? (
        <LinkButton kind="secondary" href={`${url}/extension`}>
          {text.extensionPage.open}
        </LinkButton>
      ) : null}
      <LinkButton kind="secondary" href={`${url}/proof`}>
        {text.personPaper.open}
      </LinkButton>
      {view.record.status === "withdrawn" ? null : (
        <LinkButton kind="secondary" href={`${url}/hand-over`}>
          {text.handOverPage.open}
        </LinkButton>
      )}
    </>
  );
}

function isExtensionShown({ record, scheme, today }: CaseView): boolean {
  const window = extensionWindow(record, scheme);
  const isRunning = record.status === "serving" || record.status === "under-review";
  const isOpen = isRunning && window !== undefined && window.from <= today && today <= window.to;
  return record.extension !== undefined || isOpen;
}

/** The terms before and after this one, where the officer stayed. */
export function chainRows(text: Text, { continues, extension }: Secondment): SummaryRow[] {
  const words = text.extensionPage;
  return [
    ...(continues
      ? [{ label: words.continues, value: link(`/secondments/${continues.id}`, words.termBefore) }]
      : []),
    ...(extension?.continuedBy === undefined
      ? []
      : [
          {
            label: words.continuedBy,
            value: link(
              `/secondments/${extension.continuedBy}`,
              formatRange(text, extension.from, extension.to),
            ),
          },
        ]),
  ];
}
