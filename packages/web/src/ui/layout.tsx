import { html, raw } from "hono/html";
import type { Child, PropsWithChildren } from "hono/jsx";
import { BehindBand } from "./behindBand.tsx";
import type { Chrome } from "./chrome.ts";
import { BoxCalendar } from "./dateBox.tsx";
import { DifferencesBand } from "./differencesBand.tsx";
import { Drawn, type DrawnFields } from "./drawnFields.ts";
import { DrawnFor } from "./drawnFor.tsx";
import { ErrorSummary } from "./errorSummary.tsx";
import { Header } from "./header.tsx";
import { htmlOf } from "./markup.ts";
import { Navigation, type Section } from "./navigation.ts";
import type { FieldMessage } from "./refusalSentence.ts";
import { sheetHref } from "./sheetLink.ts";
import { UnreadableBand } from "./unreadableBand.tsx";

type LayoutProps = PropsWithChildren<{
  chrome: Chrome;
  /** Plain text: page title and, unless `heading` is given, the h1. */
  title: string;
  heading?: Child;
  /** Small line above the heading. */
  caption?: Child;
  section?: Section | undefined;
  back?: { href: string; label: string } | undefined;
  /** The page shows again what was refused: its title says so, and a summary of these stands before all else. */
  errors?: readonly FieldMessage[] | undefined;
  /** The page answers an act: its address shows another one, which its tables cannot be asked from as a file. */
  isAnswer?: boolean | undefined;
  /** The link to its tables as a file stands beside them (`SheetLink`), not above what comes before them; boxes of a form are none. */
  hasSheetLink?: boolean | undefined;
}>;

/** The tables of this page as a file. */
export function SheetLink({ chrome: { text, url } }: { chrome: Chrome }) {
  return (
    <a class="dm-sheet" href={sheetHref(url)} download data-no-print>
      {text.sheet.link}
    </a>
  );
}

/** The HTML shell: one header, one navigation, one main with one h1. */
export function Layout(props: LayoutProps) {
  const { chrome, title } = props;
  const { text } = chrome;
  const { errors = [] } = props;
  const fields: DrawnFields = new Map();
  // Before the shell: the summary above it names the fields that were drawn, in their order.
  const content = htmlOf(
    <BoxCalendar.Provider value={chrome.calendar}>
      <DrawnFor.Provider value={chrome.inUse}>
        <Drawn.Provider value={fields}>{props.children}</Drawn.Provider>
      </DrawnFor.Provider>
    </BoxCalendar.Provider>,
  );
  const isOwnPlace = props.isAnswer || props.hasSheetLink;
  const shown = errors.length > 0 ? text.chrome.errorTitle({ title }) : title;
  return html`<!doctype html>${(
    <html lang={text.language} class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${shown} – ${text.chrome.titleSuffix}`}</title>
        <link rel="icon" href={chrome.assets.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={chrome.assets.css} />
        <script type="module" src={chrome.assets.js} />
      </head>
      <body class="govuk-template__body">
        <a href="#main" class="govuk-skip-link">
          {text.chrome.skip}
        </a>
        <Header chrome={chrome} />
        {chrome.banner}
        {chrome.isEmergency ? (
          <div class="dm-band dm-band--differs" role="status">
            <p>{text.emergencyPage.band}</p>
          </div>
        ) : null}
        {chrome.alert ? (
          <div class="dm-band dm-band--differs" role="alert">
            <p>{chrome.alert}</p>
          </div>
        ) : null}
        <DifferencesBand chrome={chrome} />
        <UnreadableBand chrome={chrome} />
        <BehindBand chrome={chrome} />
        <div class="dm-page">
          {chrome.person ? (
            <Navigation
              text={text}
              role={chrome.person.role}
              current={props.section}
              hasAccounts={chrome.hasAccounts === true}
            />
          ) : null}
          <main id="main" class="dm-main" tabindex={-1}>
            {props.back ? (
              <a class="dm-back" href={props.back.href}>
                {props.back.label}
              </a>
            ) : null}
            {props.caption ? <p class="dm-caption">{props.caption}</p> : null}
            <h1 class="govuk-heading-l">{props.heading ?? title}</h1>
            {chrome.done}
            <p class="dm-printed">{`${chrome.bureau} · ${text.sheet.asOf({ today: chrome.today })}`}</p>
            {chrome.person && !isOwnPlace && /<table class="?dm-table/.test(content) ? (
              <SheetLink chrome={chrome} />
            ) : null}
            <ErrorSummary text={text} errors={errors} fields={fields} />
            {raw(content)}
          </main>
        </div>
      </body>
    </html>
  )}`;
}
