import type { Event } from "@dunmiao/domain/event";
import type { Scheme } from "@dunmiao/domain/scheme";
import type { MadeScheme, SchemeRecord } from "@dunmiao/domain/schemeRecord";
import type { SchemeVersion } from "@dunmiao/store/schemeShelf";
import { ButtonGroup, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { formatDays } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { SummaryList } from "../ui/pieces.tsx";
import { signerName } from "../ui/signerName.ts";
import { DenseTable } from "../ui/table.ts";
import { tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import { ClassTable, UndecidedNote } from "./classTable.tsx";
import { settingsOf } from "./settings.ts";
import { TimetableTable } from "./timetable.tsx";
import { SchemeTrail } from "./trail.tsx";

type ListProps = { chrome: Chrome; schemes: readonly Scheme[]; versions: readonly SchemeVersion[] };
/** Who looks may open drafts, and who edits them may start one. */
export type Rights = { readonly maySeeDrafts: boolean; readonly mayDraft: boolean };

/** All schemes, newest version each, with their other versions and drafts. */
export function SchemesPage({ chrome, schemes, versions, rights }: ListProps & { rights: Rights }) {
  const { text } = chrome;
  const { schemePage: words, schemeDraft: more } = text;
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
      <DenseTable
        text={text}
        caption={words.title}
        isCaptionHidden
        rows={schemes}
        columns={[
          {
            label: more.nameGroup,
            kind: "rowHeader",
            cell: (each) => link(`/schemes/${each.id}`, each.name[text.language]),
          },
          { label: more.newest, kind: "number", cell: (each) => String(each.version) },
          { label: words.limit, kind: "number", cell: (each) => formatDays(each.limitDays) },
          { label: words.warnings, cell: (each) => each.warnAtDays.map(formatDays).join(" / ") },
          { label: more.versions, cell: (each) => versionLinks({ text, versions, rights }, each.id) },
        ]}
      />
    </Layout>
  );
}

type Linked = { text: Text; versions: readonly SchemeVersion[]; rights: Rights };

/** Drafts only for those who may open them. */
function versionLinks({ text, versions, rights }: Linked, id: string) {
  const { schemeDraft: words } = text;
  return versions
    .filter((each) => each.schemeId === id && (each.status === "published" || rights.maySeeDrafts))
    .flatMap(({ schemeVersion: version, status }) => [
      status === "draft"
        ? link(`/schemes/${id}/draft`, words.openDraft({ version }))
        : link(`/schemes/${id}?version=${version}`, words.versionOf({ version })),
      " ",
    ]);
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
    <Layout
      chrome={chrome}
      title={scheme.name[text.language]}
      caption={more.versionOf({ version: scheme.version })}
      section="schemes"
      back={{ href: "/schemes", label: words.title }}
    >
      {rights.maySeeDrafts ? (
        <ButtonGroup>
          {rights.mayDraft ? <LinkButton href={`${url}/draft`}>{more.startDraft}</LinkButton> : null}
          <LinkButton kind="secondary" href={`${url}/draft/preview`}>
            {more.showPreview}
          </LinkButton>
        </ButtonGroup>
      ) : null}
      {trail?.record.status === "draft" ? <p class="govuk-body">{more.isDraft}</p> : null}
      {scheme.version < newestVersion ? (
        <p class="govuk-body">
          {more.older} {link(url, more.versionOf({ version: newestVersion }))}
        </p>
      ) : null}
      <SummaryList rows={originOf(text, trail?.record)} />
      <h2 class="govuk-heading-m">{words.settings}</h2>
      <SummaryList rows={settingsOf(text, scheme)} />
      <TimetableTable text={text} scheme={scheme} />
      <UndecidedNote text={text} scheme={scheme} />
      <ClassTable text={text} scheme={scheme} />
      {trail ? <SchemeTrail text={text} events={trail.events} /> : null}
    </Layout>
  );
}

/** Where a version comes from: who changed, who published it, on what grounds. */
export function originOf(text: Text, record: MadeScheme<unknown> | undefined) {
  const { schemeDraft: words } = text;
  if (!record) return [{ label: text.common.status, value: words.shipped }];
  const { changedBy, changedOn, publishedBy, publishedOn = "", reason } = record;
  return [
    {
      label: text.common.status,
      value: record.status === "draft" ? tag(words.draft, "yellow") : tag(words.published, "green"),
    },
    { label: words.basedOn, value: basedOn(text, record) },
    { label: words.lastChange, value: words.byOn({ by: signerName(text, changedBy), on: changedOn }) },
    ...(publishedBy
      ? [
          {
            label: words.publishedBy,
            value: words.byOn({ by: signerName(text, publishedBy), on: publishedOn }),
          },
        ]
      : []),
    ...(reason ? [{ label: words.reason, value: reason }] : []),
  ];
}

/** A draft always follows a version of its own scheme: the version alone names it. */
function basedOn(text: Text, { basedOn: label }: MadeScheme<unknown>): string {
  return text.schemeDraft.versionOf({ version: Number(label.split("@").at(-1)) });
}
