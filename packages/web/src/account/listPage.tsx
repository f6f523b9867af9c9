import type { AccountKind } from "@dunmiao/domain/account";
import { mostEmergencyAccounts } from "@dunmiao/domain/account/emergency";
import type { AccountRow } from "@dunmiao/store/account";
import { formKey } from "../page.tsx";
import { Button, ButtonGroup, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { SelectField, TextField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { formatInstant } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { EmptyState } from "../ui/pieces.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import { DenseTable } from "../ui/table.ts";
import { tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import { type Duties, DutyList } from "./duties.tsx";
import { statusTag } from "./tags.ts";

type ListProps = {
  chrome: Chrome;
  accounts: readonly AccountRow[];
  mayKeep: boolean;
  /** Whether the reader hands over codes beside links. */
  mayCode: boolean;
  backup: string | undefined;
  duties: Duties;
};

/** All accounts by police number. */
export function AccountsPage({ chrome, accounts, mayKeep, mayCode, backup, duties }: ListProps) {
  const { text } = chrome;
  const words = text.accountPage;
  const roles = ({ roles: held, asked }: AccountRow) =>
    held.map((each) => text.role[each]).join(text.common.listMark) +
    (asked > 0 ? `（${words.waiting({ count: asked })}）` : "");
  return (
    <Layout chrome={chrome} title={words.title} section="accounts">
      {mayKeep ? (
        <ButtonGroup>
          <LinkButton href="/accounts/new">{words.open}</LinkButton>
          <LinkButton kind="secondary" href="/accounts/import">
            {text.accountImport.title}
          </LinkButton>
          <LinkButton kind="secondary" href="/accounts/links">
            {text.accountImport.sheets.links.open}
          </LinkButton>
        </ButtonGroup>
      ) : null}
      {mayCode ? (
        <ButtonGroup>
          <LinkButton kind="secondary" href="/accounts/codes">
            {text.accountImport.sheets.codes.open}
          </LinkButton>
        </ButtonGroup>
      ) : null}
      <DutyList text={text} duties={duties} />
      <p class="govuk-body">{link("/accounts/stale", words.stale)}</p>
      {backup === undefined ? null : (
        <p class="govuk-body">{words.lastBackup({ at: formatInstant(backup) })}</p>
      )}
      {accounts.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <DenseTable
          text={text}
          caption={words.title}
          isCaptionHidden
          rows={accounts}
          columns={[
            {
              label: words.number,
              kind: "rowHeader",
              cell: ({ id }) => link(`/accounts/${encodeURIComponent(id)}`, id),
            },
            { label: words.name, kind: "name", cell: ({ name }) => name },
            { label: words.roles, cell: roles },
            {
              label: words.secondFactor,
              cell: ({ hasSecondFactor, kind }) =>
                kind === "machine" ? text.machinePage.noCodes : hasSecondFactor ? words.set : words.notSet,
            },
            { label: words.state, cell: (each) => stateOf(text, each) },
          ]}
        />
      )}
    </Layout>
  );
}

/** Beside whether it can be used: that it is no person's. */
function stateOf(text: Text, { status, kind }: AccountRow) {
  return (
    <>
      {statusTag(text, status)} {kind ? tag(text.emergencyPage.kinds[kind], "orange") : null}
    </>
  );
}

type FormProps = {
  chrome: Chrome;
  /**
   * What else than a person's it can be: without the organisation's sign-in no account is for the hours in which it is
   * down.
   */
  kinds: readonly AccountKind[];
  values: Readonly<Record<string, string>>;
  errors: readonly FieldMessage[];
};

/** Police number and name of whoever shall sign in. */
export function AccountFormPage({ chrome, values, errors, kinds }: FormProps) {
  const { text } = chrome;
  const words = text.accountPage;
  const { kinds: nameOf, open, openHint, notNeeded } = text.emergencyPage;
  const hints = { emergency: openHint({ limit: mostEmergencyAccounts }), machine: text.machinePage.openHint };
  const field = bindFields({ text, values, errors });
  return (
    <Layout
      chrome={chrome}
      title={words.open}
      section="accounts"
      back={{ href: "/accounts", label: words.title }}
      errors={errors}
    >
      <p class="govuk-body">{words.openIntro}</p>
      <PostForm action="/accounts" idempotencyKey={formKey()}>
        <TextField {...field("number")} label={words.number} width={20} autocomplete="off" />
        <TextField {...field("name")} label={words.name} width={20} autocomplete="off" />
        {kinds.length > 0 ? (
          <SelectField
            {...field("kind")}
            label={open}
            hint={kinds.map((each) => hints[each]).join(" ")}
            options={kinds.map((value) => ({ value, label: nameOf[value] }))}
            prompt={nameOf.person}
          />
        ) : (
          <p class="govuk-hint">{notNeeded}</p>
        )}
        <Button>{text.common.save}</Button>
      </PostForm>
    </Layout>
  );
}
