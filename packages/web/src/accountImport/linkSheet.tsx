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
import type { ListedLink, RefusedLink } from "./links.ts";

/** Links row by row, wide enough to be cut apart on paper. */
export function LinkTable({ text, links }: { text: Text; links: readonly ListedLink[] }) {
  const words = text.accountImport;
  return (
    <>
      <p class="govuk-body">{words.sheetIntro}</p>
      <DenseTable
        text={text}
        caption={words.sheet}
        rows={links}
        columns={[
          { label: text.accountPage.number, kind: "rowHeader", cell: ({ number }) => number },
          { label: text.accountPage.name, kind: "name", cell: ({ name }) => name },
          {
            label: words.link,
            cell: ({ link, endsAt }) =>
              raw(
                `<code class="dm-secret">${escapeText(link)}</code><br>${escapeText(words.until({ until: formatInstant(endsAt.toISOString()) }))}`,
              ),
          },
        ]}
      />
    </>
  );
}

type ChooseProps = { chrome: Chrome; accounts: readonly AccountRow[]; errors: readonly FieldMessage[] };

/** Whose account nobody can sign in to yet, to be ticked. */
export function ChooseLinksPage({ chrome, accounts, errors }: ChooseProps) {
  const { text } = chrome;
  const words = text.accountImport;
  const back = { href: "/accounts", label: text.accountPage.title };
  return (
    <Layout chrome={chrome} title={words.linksTitle} section="accounts" back={back} errors={errors}>
      {accounts.length === 0 ? (
        <EmptyState title={words.linksNone} />
      ) : (
        <form method="post" action="/accounts/links" novalidate>
          <DrawnForField />
          <p class="govuk-body">{words.linksIntro}</p>
          <Ticks text={text} accounts={accounts} error={errors[0]?.message} />
          <Button>{words.makeLinks}</Button>
        </form>
      )}
    </Layout>
  );
}

type TicksProps = { text: Text; accounts: readonly AccountRow[]; error: string | undefined };

function Ticks({ text, accounts, error }: TicksProps) {
  const words = text.accountImport;
  noteDrawn("account", words.linksTitle);
  const box = ({ id, name }: AccountRow) =>
    raw(
      `<input type="checkbox" name="account"${id === accounts[0]?.id ? ' id="account"' : ""} value="${escapeText(id)}" aria-label="${escapeText(words.select({ name: text.accountPage.one({ name, number: id }) }))}">`,
    );
  const all = `<span class="govuk-visually-hidden" data-select-all="${escapeText(words.linksTitle)}">${escapeText(words.selectColumn)}</span>`;
  return (
    <LegendGroup text={text} id="account" legend={words.linksTitle} error={error}>
      <DenseTable
        text={text}
        caption={words.linksTitle}
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

type SheetProps = { chrome: Chrome; links: readonly ListedLink[]; refused: readonly RefusedLink[] };

/** The links that were made, shown this once, and for whom none was. */
export function LinkSheetPage({ chrome, links, refused }: SheetProps) {
  const { text } = chrome;
  const words = text.accountImport;
  const back = { href: "/accounts/links", label: words.linksTitle };
  return (
    <Layout chrome={chrome} title={words.sheet} section="accounts" back={back} isAnswer>
      {refused.length > 0 ? (
        <>
          <h2 class="govuk-heading-m">{words.linkRefused}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {refused.map(({ number, refusals }) => (
              <li>{[number, ...refusals.map((each) => refusalSentence(text, each))].join(" ")}</li>
            ))}
          </ul>
        </>
      ) : null}
      {links.length > 0 ? <LinkTable text={text} links={links} /> : null}
    </Layout>
  );
}
