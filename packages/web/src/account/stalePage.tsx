import type { StaleRole } from "@dunmiao/domain/account/staleRoles";
import { formKey } from "../page.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { PostForm } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { EmptyState } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";

type Props = { chrome: Chrome; stale: readonly StaleRole[]; mayEnd: (stale: StaleRole) => boolean };

/** Roles that hold and may not be needed any more, each with why and with the act that ends it. */
export function StalePage({ chrome, stale, mayEnd }: Props) {
  const { text } = chrome;
  const words = text.accountPage;
  const back = { href: "/accounts", label: words.title };
  return (
    <Layout chrome={chrome} title={words.stale} section="accounts" back={back}>
      <p class="govuk-body">{words.staleIntro}</p>
      {stale.length === 0 ? (
        <EmptyState title={words.staleNone} />
      ) : (
        <DenseTable
          text={text}
          caption={words.stale}
          isCaptionHidden
          rows={stale}
          columns={[
            {
              label: words.number,
              kind: "rowHeader",
              cell: ({ account: { id, name } }) => link(`/accounts/${id}`, words.one({ name, number: id })),
            },
            { label: words.assignment, cell: ({ assignment }) => text.role[assignment.role] },
            { label: words.unit, cell: ({ assignment }) => assignment.unit?.name ?? "" },
            { label: words.from, kind: "date", cell: ({ assignment }) => assignment.from },
            { label: words.lastUsed, kind: "date", cell: ({ lastUsed }) => lastUsed ?? words.neverUsed },
            {
              label: words.staleReason,
              cell: ({ reasons }) => reasons.map((each) => words.reasonOf[each]).join(text.common.listMark),
            },
            {
              label: text.common.actions,
              kind: "act",
              cell: (each) => (mayEnd(each) ? <EndRole text={text} stale={each} /> : ""),
            },
          ]}
        />
      )}
    </Layout>
  );
}

function EndRole({ text, stale: { account, assignment } }: { text: Text; stale: StaleRole }) {
  return (
    <PostForm action={`/accounts/${account.id}/roles/${assignment.id}/end`} idempotencyKey={formKey()}>
      <button type="submit" class="dm-link-button">
        {text.accountPage.end}
      </button>
    </PostForm>
  );
}
