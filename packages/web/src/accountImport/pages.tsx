import { noticeSentence } from "../import/problemText.ts";
import { formKey } from "../page.tsx";
import { Button, ButtonGroup, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { FileField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { formatNumber } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { NotificationBanner } from "../ui/pieces.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import type { CheckedAccounts } from "./check.ts";
import { SheetTable } from "./linkSheet.tsx";
import type { Listed } from "./links.ts";
import { RowProblems } from "./problems.tsx";
import type { RowProblem } from "./readAccounts.ts";

const back = (chrome: Chrome) => ({ href: "/accounts", label: chrome.text.accountPage.title });

/** The template, and the file. */
export function UploadAccountsPage({ chrome, errors }: { chrome: Chrome; errors: readonly FieldMessage[] }) {
  const { text } = chrome;
  const words = text.accountImport;
  const { value: _, ...file } = bindFields({ text, values: {}, errors })("file");
  return (
    <Layout chrome={chrome} title={words.title} section="accounts" back={back(chrome)} errors={errors}>
      <p class="govuk-body">{words.intro}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/accounts/import/template.xlsx" download="">
          {words.template}
        </a>
      </p>
      <PostForm action="/accounts/import" idempotencyKey={formKey()} isUpload>
        <FileField {...file} label={words.file} hint={words.fileHint} accept=".xlsx,.xls,.csv" />
        <Button>{words.upload}</Button>
      </PostForm>
    </Layout>
  );
}

/** What the list would do; the rows go with the form that confirms, and are judged again then. */
export function CheckedAccountsPage({ chrome, checked }: { chrome: Chrome; checked: CheckedAccounts }) {
  const { text } = chrome;
  const words = text.accountImport;
  const { opens, proposes, unchanged, rows, problems, notices } = checked;
  const figures = {
    opens: formatNumber(opens),
    proposes: formatNumber(proposes),
    unchanged: formatNumber(unchanged),
  };
  const isEmpty = opens + proposes === 0;
  return (
    <Layout chrome={chrome} title={words.checked} section="accounts" back={back(chrome)} isAnswer>
      <p class="govuk-body">{words.would(figures)}</p>
      {isEmpty ? <p class="govuk-inset-text">{words.nothing}</p> : null}
      <RowProblems text={text} problems={problems} />
      {notices.length > 0 ? (
        <>
          <h2 class="govuk-heading-m">{words.notices}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {notices.map((each) => (
              <li>{noticeSentence(text, each)}</li>
            ))}
          </ul>
        </>
      ) : null}
      <ConfirmForm text={text} rows={rows} isEmpty={isEmpty} />
    </Layout>
  );
}

type ConfirmProps = { text: Chrome["text"]; rows: CheckedAccounts["rows"]; isEmpty: boolean };

function ConfirmForm({ text, rows, isEmpty }: ConfirmProps) {
  const words = text.accountImport;
  const again = (
    <LinkButton kind="secondary" href="/accounts/import">
      {words.again}
    </LinkButton>
  );
  if (isEmpty) return again;
  return (
    <PostForm action="/accounts/import/confirm" idempotencyKey={formKey()}>
      <input type="hidden" name="rows" value={JSON.stringify(rows)} />
      <ButtonGroup>
        <Button>{words.confirm}</Button>
        {again}
      </ButtonGroup>
    </PostForm>
  );
}

type DoneProps = {
  chrome: Chrome;
  opened: number;
  changed: number;
  problems: readonly RowProblem[];
  listed: readonly Listed[];
};

/** What was carried out, what was refused meanwhile, and the links of the new accounts, shown this once. */
export function ImportedAccountsPage({ chrome, opened, changed, problems, listed }: DoneProps) {
  const { text } = chrome;
  const words = text.accountImport;
  return (
    <Layout chrome={chrome} title={words.title} section="accounts" back={back(chrome)} isAnswer>
      <NotificationBanner text={text} kind="success">
        {words.done({ opened: formatNumber(opened), changed: formatNumber(changed) })}
      </NotificationBanner>
      <p class="govuk-body">{words.roleWaits}</p>
      {problems.length > 0 ? <RowProblems text={text} problems={problems} /> : null}
      {listed.length > 0 ? <SheetTable text={text} of="links" listed={listed} /> : null}
    </Layout>
  );
}
