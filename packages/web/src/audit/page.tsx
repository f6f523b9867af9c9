import type { KeyChange } from "@dunmiao/domain/audit/signedNote";
import { checkCode, type TreeHead } from "@dunmiao/domain/audit/treeHead";
import type { Cosigner } from "@dunmiao/domain/cosigner";
import { mayTry } from "@dunmiao/domain/permissions";
import type { Chrome } from "../ui/chrome.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { EmptyState } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import { CosignedUntil } from "./cosignerPages.tsx";

type Props = {
  chrome: Chrome;
  heads: readonly TreeHead[];
  changes: readonly KeyChange[];
  cosigners: readonly Cosigner[];
};

/** The signed heads of the last days, newest first, each with the code by which it is compared. */
export function HeadsPage({ chrome, heads, changes, cosigners }: Props) {
  const { text } = chrome;
  const words = text.auditPage;
  return (
    <Layout chrome={chrome} title={words.title} section="heads">
      <p class="govuk-body">{words.intro}</p>
      <p class="govuk-body">{words.hint}</p>
      {changes.map((change) => (
        <p class="govuk-inset-text">
          <strong>{(change.isHandedOver ? words.keyHandedOver : words.keyChanged)(change)}</strong>
        </p>
      ))}
      <CosignedUntil text={text} cosigners={cosigners} />
      <p class="govuk-body">{link("/audit/cosigners", text.cosignerPage.link)}</p>
      {mayTry(chrome.person, "read-differences") ? (
        <p class="govuk-body">{link("/audit/differences", text.differencePage.see)}</p>
      ) : null}
      {heads.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <DenseTable
          text={text}
          caption={words.title}
          isCaptionHidden
          rows={heads}
          columns={[
            { label: words.day, kind: "rowHeader", cell: ({ day }) => day },
            { label: words.code, kind: "name", cell: checkCode },
            { label: words.size, kind: "number", cell: ({ size }) => size },
            { label: words.root, cell: ({ root }) => <code>{root}</code> },
            {
              label: words.note,
              cell: ({ day }) => link(`/audit/heads/${day}`, words.noteOf({ day })),
            },
          ]}
        />
      )}
    </Layout>
  );
}
