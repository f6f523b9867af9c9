import type { Chrome } from "./chrome.ts";
import { formatWeekday } from "./format.ts";
import { roleInUse } from "./roleInUse.ts";
import { type Language, languages } from "./text.ts";

/** Product, bureau, today, person and role, and a language switch where there is a choice. */
export function Header({ chrome }: { chrome: Chrome }) {
  const { text, person, today, languages: offered = languages } = chrome;
  return (
    <header class="dm-header">
      <a class="dm-brand" href="/">
        墩苗 <span lang="en">Dunmiao</span>
      </a>
      <span class="dm-bureau">{chrome.bureau}</span>
      <time class="dm-today" datetime={today}>
        {text.chrome.today({ date: today, weekday: formatWeekday(text, today) })}
      </time>
      {person ? (
        <span class="dm-person">
          <span class="govuk-visually-hidden">{text.chrome.signedInAs} </span>
          {person.name ?? null}
          <span class="dm-role">{text.role[person.role]}</span>
          {person.unit ?? null}
          {person.actsFor === undefined ? null : (
            <>
              {" "}
              <strong>{text.delegationPage.actsFor({ holder: person.actsFor })}</strong>
            </>
          )}
        </span>
      ) : null}
      <OtherRoles chrome={chrome} />
      {person && chrome.hasAccounts ? <OwnAccount chrome={chrome} /> : null}
      {offered.length > 1 ? <LanguageSwitch chrome={chrome} offered={offered} /> : null}
    </header>
  );
}

/** The other roles of the person, each a button that changes to it; nothing where there is no choice. */
function OtherRoles({ chrome: { text, otherRoles = [] } }: { chrome: Chrome }) {
  if (otherRoles.length === 0) return null;
  return (
    <details class="dm-roles" data-no-print>
      <summary>{text.signInPage.switchRole}</summary>
      <form method="post" action="/account/act-as">
        {otherRoles.map((each) => (
          <button type="submit" name="assignment" value={each.assignment}>
            {roleInUse(text, each)}
          </button>
        ))}
      </form>
    </details>
  );
}

/** The way to one's roles and sessions, and out. */
function OwnAccount({ chrome: { text } }: { chrome: Chrome }) {
  return (
    <form class="dm-own-account" method="post" action="/sign-out" data-no-print>
      <a href="/account">{text.signInPage.account}</a>
      <button type="submit">{text.signInPage.signOut}</button>
    </form>
  );
}

function LanguageSwitch({ chrome, offered }: { chrome: Chrome; offered: readonly Language[] }) {
  const { text, url } = chrome;
  return (
    <nav class="dm-languages" aria-label={text.chrome.languages}>
      {offered.map((language) => (
        <a
          href={withLanguage(url, language)}
          lang={language}
          hreflang={language}
          aria-current={language === text.language ? "true" : undefined}
        >
          {languageNames[language]}
        </a>
      ))}
    </nav>
  );
}

const languageNames: Readonly<Record<Language, string>> = { "zh-CN": "中文", en: "English" };

/** The same path and query in another language. */
export function withLanguage(url: string, language: Language): string {
  const [path = "/", query = ""] = url.split("?", 2);
  const params = new URLSearchParams(query);
  params.set("lang", language);
  return `${path}?${params.toString()}`;
}
