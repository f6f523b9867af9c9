import type { Event } from "@dunmiao/domain/event";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import type { PairSchemeRecord } from "@dunmiao/domain/pairSchemeRecord";
import type { SchemeVersion } from "@dunmiao/store/schemeShelf";
import { type Rights, SchemeFrame, SchemesTable } from "../scheme/frame.tsx";
import { delaysOf, scheduleOf } from "../scheme/settings.ts";
import { LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { EventTable } from "../ui/eventTable.tsx";
import { Layout } from "../ui/layout.tsx";
import { nameOf } from "../ui/nameOf.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { settingRows } from "./settingRows.ts";

type ListProps = {
  chrome: Chrome;
  schemes: readonly PairScheme[];
  versions: readonly SchemeVersion[];
  rights: Rights;
};

/** All pair schemes, newest version each, with their other versions and drafts. */
export function PairSchemesPage({ chrome, schemes, versions, rights }: ListProps) {
  const { text } = chrome;
  const { pairScheme: words } = text;
  return (
    <Layout
      chrome={chrome}
      title={words.title}
      section="schemes"
      back={{ href: "/schemes", label: text.schemePage.title }}
    >
      <p class="govuk-body">{words.intro}</p>
      <SchemesTable
        text={text}
        path="/pair-schemes"
        title={words.title}
        schemes={schemes}
        versions={versions}
        rights={rights}
        figures={[
          { label: words.longestMonths, kind: "number", cell: (each) => String(each.longestMonths) },
          { label: words.loadCap, kind: "number", cell: ({ loadCap }) => String(loadCap) },
        ]}
      />
    </Layout>
  );
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
  return (
    <SchemeFrame
      chrome={chrome}
      path="/pair-schemes"
      list={words.title}
      scheme={scheme}
      record={trail?.record}
      newestVersion={newestVersion}
      actions={
        rights.maySeeDrafts ? (
          <LinkButton href={`/pair-schemes/${scheme.id}/draft`}>
            {rights.mayDraft ? more.startDraft : words.seeDraft}
          </LinkButton>
        ) : null
      }
      settings={settingRows(text, scheme)}
    >
      <Timetable text={text} scheme={scheme} />
      {trail ? <Trail text={text} events={trail.events} /> : null}
    </SchemeFrame>
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
