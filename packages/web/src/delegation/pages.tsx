import type { Account } from "@dunmiao/domain/account";
import { isDelegable } from "@dunmiao/domain/account/delegation";
import type { AccountRow } from "@dunmiao/store/account";
import type { BureauRoles } from "@dunmiao/store/bureauRoles";
import type { Chrome } from "../ui/chrome.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { errorsOfOne, type Refused } from "../ui/oneOfForms.ts";
import { EmptyState } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import { BureauList } from "./bureauList.tsx";
import { DelegationForm, delegationForm } from "./form.tsx";
import { DelegationTable } from "./table.tsx";

type ListProps = { chrome: Chrome; holders: readonly AccountRow[]; todos: BureauRoles };

/** Everybody who can have a delegate, for the personnel office, under what nobody holds. */
export function DelegationsPage({ chrome, holders, todos }: ListProps) {
  const { text, today } = chrome;
  const words = text.delegationPage;
  const rolesOf = ({ roles }: AccountRow) =>
    roles
      .filter((role) => isDelegable({ role }))
      .map((each) => text.role[each])
      .join(text.common.listMark);
  const until = ({ delegatedUntil = "" }: AccountRow) => (delegatedUntil < today ? "" : delegatedUntil);
  return (
    <Layout chrome={chrome} title={words.title} section="delegations">
      <BureauList text={text} todos={todos} />
      <p class="govuk-body">{words.holdersIntro}</p>
      {holders.length === 0 ? (
        <EmptyState title={words.noHolders} />
      ) : (
        <DenseTable
          text={text}
          caption={words.holders}
          rows={holders}
          columns={[
            {
              label: text.accountPage.number,
              kind: "rowHeader",
              cell: ({ id }) => link(`/delegations/${encodeURIComponent(id)}`, id),
            },
            { label: text.accountPage.name, kind: "name", cell: ({ name }) => name },
            { label: text.accountPage.roles, cell: rolesOf },
            { label: words.until, kind: "date", cell: until },
          ]}
        />
      )}
    </Layout>
  );
}

type OneProps = { chrome: Chrome; account: Account; refused: Refused | undefined };

/** The delegations of one person, and the form for another one. */
export function HolderPage({ chrome, account, refused }: OneProps) {
  const { text, today } = chrome;
  const words = text.delegationPage;
  const path = `/delegations/${encodeURIComponent(account.id)}`;
  return (
    <Layout
      chrome={chrome}
      title={words.title}
      caption={text.accountPage.one({ name: account.name, number: account.id })}
      section="delegations"
      back={{ href: "/delegations", label: words.title }}
      errors={refused && errorsOfOne(text, delegationForm, refused)}
      hasSheetLink
    >
      {account.delegations?.length ? null : <p class="govuk-body">{words.none}</p>}
      <DelegationTable text={text} today={today} account={account} path={path} />
      <DelegationForm
        text={text}
        today={today}
        account={account}
        path={path}
        label={words.give}
        refused={refused}
      />
    </Layout>
  );
}
