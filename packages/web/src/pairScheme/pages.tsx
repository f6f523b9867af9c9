import type { Event } from "@dunmiao/domain/event";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import type { PairSchemeRecord } from "@dunmiao/domain/pairSchemeRecord";
import type { SchemeVersion } from "@dunmiao/store/schemeShelf";
import type { Rights } from "../scheme/pages.tsx";
import { originOf } from "../scheme/pages.tsx";
import { delaysOf, scheduleOf } from "../scheme/settings.ts";
import { ButtonGroup, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { EventTable } from "../ui/eventTable.tsx";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { nameOf } from "../ui/nameOf.ts";
import { SummaryList } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { settingRows, versionLink } from "./settingRows.ts";

type ListProps = {
  chrome: Chrome;
  schemes: readonly PairScheme[];
  versions: readonly SchemeVersion[];
};

/** All pair schemes, newest version each, with their other versions and drafts. */
export function PairSchemesPage({ chrome, schemes, versions }: ListProps) {
  const { text } = chrome;
  const { schemeDraft: more, pairScheme: words } = text;
  return (
    <Layout
      chrome={chrome}
      title={words.title}
      section="schemes"
      back={{ href: "/schemes", label: text.schemePage.title }}
    >
      <p class="govuk-body">{words.intro}</p>
      <DenseTable
        text={text}
        caption={words.title}
        isCaptionHidden
        rows={schemes}
        columns={[
          {
            label: more.nameGroup,
            kind: "rowHeader",
            cell: ({ id, name }) => link(`/pair-schemes/${id}`, name[text.language]),
          },
          { label: more.newest, kind: "number", cell: ({ version }) => String(version) },
          { label: words.longestMonths, kind: "number", cell: (each) => String(each.longestMonths) },
          { label: words.loadCap, kind: "number", cell: ({ loadCap }) => String(loadCap) },
          { label: more.versions, cell: ({ id }) => versionLinks(text, versions, id) },
        ]}
      />
    </Layout>
  );
}

function versionLinks(text: Text, versions: readonly SchemeVersion[], id: string) {
  return versions
    .filter(({ schemeId }) => schemeId === id)
    .flatMap(({ schemeVersion: version, status }) => [
      status === "draft"
        ? link(`/pair-schemes/${id}/draft`, text.schemeDraft.openDraft({ version }))
        : versionLink(text, { id, version }),
      " ",
    ]);
}

type PageProps = {
  chrome: Chrome;
  scheme: PairScheme;
  /** Of a version that was made here. */
  trail: { record: PairSchemeRecord; events: readonly Event[] } | undefined;
  newestVersion: number;
  rights: Rights;
};

/** Every setting of one version, its timetable and its trail. */
export function PairSchemePage({ chrome, scheme, trail, newestVersion, rights }: PageProps) {
  const { text } = chrome;
  const { schemeDraft: more, pairScheme: words } = text;
  const url = `/pair-schemes/${scheme.id}`;
  return (
    <Layout
      chrome={chrome}
      title={scheme.name[text.language]}
      caption={more.versionOf({ version: scheme.version })}
      section="schemes"
      back={{ href: "/pair-schemes", label: words.title }}
    >
      {rights.maySeeDrafts ? (
        <ButtonGroup>
          <LinkButton href={`${url}/draft`}>{rights.mayDraft ? more.startDraft : words.seeDraft}</LinkButton>
        </ButtonGroup>
      ) : null}
      {scheme.version < newestVersion ? (
        <p class="govuk-body">
          {more.older} {versionLink(text, { id: scheme.id, version: newestVersion })}
        </p>
      ) : null}
      <SummaryList rows={originOf(text, trail?.record)} />
      <h2 class="govuk-heading-m">{text.schemePage.settings}</h2>
      <SummaryList rows={settingRows(text, scheme)} />
      <Timetable text={text} scheme={scheme} />
      {trail ? <Trail text={text} events={trail.events} /> : null}
    </Layout>
  );
}

function Trail({ text, events }: { text: Text; events: readonly Event[] }) {
  return <EventTable text={text} events={events} line={({ type }) => nameOf(text.eventType, type)} />;
}

function Timetable({ text, scheme }: { text: Text; scheme: PairScheme }) {
  const { schemeDraft: words } = text;
  type Plan = PairScheme["checkpoints"][number];
  return (
    <DenseTable
      text={text}
      caption={words.timetable}
      rows={scheme.checkpoints}
      columns={[
        { label: words.node, kind: "rowHeader", cell: ({ name }) => name[text.language] },
        { label: words.schedule, cell: ({ schedule }) => scheduleOf(text, schedule) },
        { label: words.opens, cell: (plan: Plan) => delaysOf(text, plan).opens },
        { label: words.remind, cell: (plan: Plan) => delaysOf(text, plan).reminds },
        { label: words.branch, cell: (plan: Plan) => delaysOf(text, plan).climbs },
        { label: words.missed, cell: (plan: Plan) => delaysOf(text, plan).missed },
      ]}
    />
  );
}
