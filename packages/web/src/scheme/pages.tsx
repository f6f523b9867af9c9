import type { Event } from "@dunmiao/domain/event";
import type { Scheme } from "@dunmiao/domain/scheme";
import type { SchemeRecord } from "@dunmiao/domain/schemeRecord";
import type { SchemeVersion } from "@dunmiao/store/schemeShelf";
import { LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { formatDays } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { ClassTable, UndecidedNote } from "./classTable.tsx";
import { type Rights, SchemeFrame, SchemesTable } from "./frame.tsx";
import { settingsOf } from "./settings.ts";
import { TimetableTable } from "./timetable.tsx";
import { SchemeTrail } from "./trail.tsx";

type ListProps = { chrome: Chrome; schemes: readonly Scheme[]; versions: readonly SchemeVersion[] };

/** All schemes, newest version each, with their other versions and drafts. */
export function SchemesPage({ chrome, schemes, versions, rights }: ListProps & { rights: Rights }) {
  const { text } = chrome;
  const { schemePage: words } = text;
  return (
    <Layout chrome={chrome} title={words.title} section="schemes">
      <p class="govuk-body">{words.intro}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/permissions">
          {text.permissionPage.title}
        </a>{" "}
        <a class="govuk-link" href="/pair-schemes">
          {text.pairScheme.title}
        </a>
      </p>
      <SchemesTable
        text={text}
        path="/schemes"
        title={words.title}
        schemes={schemes}
        versions={versions}
        rights={rights}
        figures={[
          { label: words.limit, kind: "number", cell: (each) => formatDays(each.limitDays) },
          { label: words.warnings, cell: (each) => each.warnAtDays.map(formatDays).join(" / ") },
        ]}
      />
    </Layout>
  );
}

type PageProps = {
  chrome: Chrome;
  scheme: Scheme;
  /** Of a version that was made here. */
  trail?: { record: SchemeRecord; events: readonly Event[] } | undefined;
  newestVersion: number;
  rights: Rights;
};

/** Every setting of one scheme version, none left out, its timetable, and which classes count. */
export function SchemePage({ chrome, scheme, trail, newestVersion, rights }: PageProps) {
  const { text } = chrome;
  const { schemePage: words, schemeDraft: more } = text;
  const url = `/schemes/${scheme.id}`;
  return (
    <SchemeFrame
      chrome={chrome}
      path="/schemes"
      list={words.title}
      scheme={scheme}
      record={trail?.record}
      newestVersion={newestVersion}
      actions={
        rights.maySeeDrafts ? (
          <>
            {rights.mayDraft ? <LinkButton href={`${url}/draft`}>{more.startDraft}</LinkButton> : null}
            <LinkButton kind="secondary" href={`${url}/draft/preview`}>
              {more.showPreview}
            </LinkButton>
          </>
        ) : null
      }
      settings={settingsOf(text, scheme)}
    >
      <TimetableTable text={text} scheme={scheme} />
      <UndecidedNote text={text} scheme={scheme} />
      <ClassTable text={text} scheme={scheme} />
      {trail ? <SchemeTrail text={text} events={trail.events} /> : null}
    </SchemeFrame>
  );
}
