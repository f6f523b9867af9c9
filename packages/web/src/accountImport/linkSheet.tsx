import type { AccountRow } from "@dunmiao/store/account";
import { raw } from "hono/html";
import { Button } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { noteDrawn } from "../ui/drawnFields.ts";
import { DrawnForField } from "../ui/drawnFor.tsx";
import { LegendGroup } from "../ui/fieldFrame.tsx";
import { formatInstant } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { escapeText } from "../ui/markup.ts";
import { EmptyState } from "../ui/pieces.tsx";
import { type FieldMessage, refusalSentence } from "../ui/refusalSentence.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import type { Listed, RefusedOne } from "./links.ts";

/** What the sheet hands over: the administrator's links, or the security officer's codes. */
export type SheetOf = "links" | "codes";

type TableProps = { text: Text; of: SheetOf; listed: readonly Listed[] };

/** Links or codes row by row, wide enough to be cut apart on paper. */
export function SheetTable({ text, of, listed }: TableProps) {
  const { until } = text.accountImport;
  const words = text.accountImport.sheets[of];
  return (
    <>
      <p class="govuk-body">{words.sheetIntro}</p>
      <DenseTable
        text={text}
        caption={words.sheet}
        rows={listed}
        columns={[
          { label: text.accountPage.number, kind: "rowHeader", cell: ({ number }) => number },
          { label: text.accountPage.name, kind: "name", cell: ({ name }) => name },
          {
            label: words.column,
            cell: ({ secret, endsAt }) =>
              raw(
                `<code class="dm-secret">${escapeText(secret)}</code><br>${escapeText(until({ until: formatInstant(endsAt.toISOString()) }))}`,
              ),
          },
        ]}
      />
    </>
  );
}

type ChooseProps = {
  chrome: Chrome;
  of: SheetOf;
  accounts: readonly AccountRow[];
  errors: readonly FieldMessage[];
};

/** Whose account nobody can sign in to yet, to be ticked. */
export function ChooseSheetPage({ chrome, of, accounts, errors }: ChooseProps) {
  const { text } = chrome;
  const words = text.accountImport.sheets[of];
  const back = { href: "/accounts", label: text.accountPage.title };
  return (
    <Layout chrome={chrome} title={words.title} section="accounts" back={back} errors={errors}>
      {accounts.length === 0 ? (
        <EmptyState title={text.accountImport.noneLeft} />
      ) : (
        <form method="post" action={`/accounts/${of}`} novalidate>
          <DrawnForField />
          <p class="govuk-body">{words.intro}</p>
          <Ticks text={text} of={of} accounts={accounts} error={errors[0]?.message} />
          <Button>{words.make}</Button>
        </form>
      )}
    </Layout>
  );
}

type TicksProps = { text: Text; of: SheetOf; accounts: readonly AccountRow[]; error: string | undefined };

function Ticks({ text, of, accounts, error }: TicksProps) {
  const words = text.accountImport;
  const { title } = words.sheets[of];
  noteDrawn("account", title);
  const box = ({ id, name }: AccountRow) =>
    raw(
      `<input type="checkbox" name="account"${id === accounts[0]?.id ? ' id="account"' : ""} value="${escapeText(id)}" aria-label="${escapeText(words.select({ name: text.accountPage.one({ name, number: id }) }))}">`,
    );
  const all = `<span class="govuk-visually-hidden" data-select-all="${escapeText(title)}">${escapeText(words.selectColumn)}</span>`;
  return (
    <LegendGroup text={text} id="account" legend={title} error={error}>
      <DenseTable
        text={text}
        caption={title}
        isCaptionHidden
        rows={accounts}
        columns={[
          { label: raw(all), cell: box },
          { label: text.accountPage.number, kind: "rowHeader", cell: ({ id }) => id },
          { label: text.accountPage.name, kind: "name", cell: ({ name }) => name },
        ]}
      />
    </LegendGroup>
  );
}

type SheetProps = { chrome: Chrome; of: SheetOf; listed: readonly Listed[]; refused: readonly RefusedOne[] };

/** What was made, shown this once, and for whom none was. */
export function SheetPage({ chrome, of, listed, refused }: SheetProps) {
  const { text } = chrome;
  const words = text.accountImport.sheets[of];
  const back = { href: `/accounts/${of}`, label: words.title };
  return (
    <Layout chrome={chrome} title={words.sheet} section="accounts" back={back} isAnswer>
      {refused.length > 0 ? (
        <>
          <h2 class="govuk-heading-m">{text.accountImport.linkRefused}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {refused.map(({ number, refusals }) => (
              <li>{[number, ...refusals.map((each) => refusalSentence(text, each))].join(" ")}</li>
            ))}
          </ul>
        </>
      ) : null}
      {listed.length > 0 ? <SheetTable text={text} of={of} listed={listed} /> : null}
    </Layout>
  );
}
