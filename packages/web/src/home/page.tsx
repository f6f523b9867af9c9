import type { Actor } from "@dunmiao/domain/actor";
import { mayTry } from "@dunmiao/domain/permissions";
import { isOpenToFacts } from "@dunmiao/domain/secondment";
import { messageDetail, messageTag, placeOf } from "../notification/messageParts.ts";
import { OwnPairs } from "../pair/ownPairs.tsx";
import { ruledLine } from "../secondment/afterwards.ts";
import type { CaseView } from "../secondment/caseView.ts";
import { ButtonGroup, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { formatRange } from "../ui/format.ts";
import { Gauge } from "../ui/gauge.tsx";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { EmptyState, provisionalMark } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import { statusTag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import { DutyTable, RequestTable, RightTable } from "./lists.tsx";
import type { Own } from "./own.ts";

type HomeProps = { chrome: Chrome; own: Own; actor: Actor };

/** An officer's start page: the own count, what waits and for whom, what is to be written, rights, what was decided. */
export function HomePage({ chrome, own, actor }: HomeProps) {
  const { text, today } = chrome;
  const words = text.homePage;
  const [main, ...others] = own.terms;
  return (
    <Layout
      chrome={chrome}
      title={mayTry(actor, "read-secondment") ? words.title : text.pairWork.own}
      section="todo"
    >
      {main ? (
        <>
          <MainTerm text={text} view={main} />
          <RequestTable text={text} terms={own.terms} />
          <DutyTable text={text} terms={own.terms} actor={actor} />
          <RightTable text={text} terms={own.terms} />
        </>
      ) : own.pairs.rows.length > 0 ? null : (
        <NothingOwn text={text} actor={actor} />
      )}
      <OwnPairs text={text} today={today} pairs={own.pairs} actor={actor} />
      <Messages text={text} own={own} />
      <OtherTerms text={text} terms={others} />
      <p class="govuk-body">{link("/me/data", text.ownData.title)}</p>
    </Layout>
  );
}

/** Whoever has neither a term nor a pair. */
function NothingOwn({ text, actor }: { text: Text; actor: Actor }) {
  const { homePage, pairWork } = text;
  return mayTry(actor, "read-secondment") ? (
    <EmptyState title={homePage.noTerm}>{homePage.noTermHint}</EmptyState>
  ) : (
    <EmptyState title={pairWork.noPairs}>{pairWork.noPairsHint}</EmptyState>
  );
}

type PartProps = { text: Text; view: CaseView };

function MainTerm({ text, view }: PartProps) {
  const { record, count, scheme } = view;
  const words = text.homePage;
  const ruled = ruledLine(text, view);
  return (
    <section class="dm-own">
      <p class="govuk-body">
        <strong>{`${record.hostStation.name} · ${record.post}`}</strong> {statusTag(text, record.status)}
        <br />
        {formatRange(text, record.term.from, record.endedOn ?? record.term.to)}
      </p>
      {arrivalLine(text, view)}
      <h2 class="govuk-heading-m">{words.count}</h2>
      <Gauge text={text} figures={{ ...count, warnAtDays: scheme.warnAtDays }} />
      {ruled ? <p class="govuk-body">{ruled}</p> : null}
      {count.countsProvisionalDays ? <p class="govuk-body">{provisionalMark(text)}</p> : null}
      <ButtonGroup>
        {isOpenToFacts(record) && mayTry(view.actor, "record-request") ? (
          <LinkButton href={`/secondments/${record.id}/absences/new`}>{text.absenceForm.ownTitle}</LinkButton>
        ) : null}
        <LinkButton kind="secondary" href={`/secondments/${record.id}`}>
          {words.open}
        </LinkButton>
      </ButtonGroup>
    </section>
  );
}

/** Where to report and from when, until the station has confirmed it. */
function arrivalLine(text: Text, { record, today }: CaseView) {
  const { status, reportedInOn, term, hostStation } = record;
  if (status !== "planned" || reportedInOn !== undefined) return null;
  const facts = { on: term.from, station: hostStation.name };
  const { arrives, arrivalWaits } = text.homePage;
  return <p class="govuk-inset-text">{term.from > today ? arrives(facts) : arrivalWaits(facts)}</p>;
}

function Messages({ text, own: { messages } }: { text: Text; own: Own }) {
  const words = text.homePage;
  return (
    <section>
      <h2 class="govuk-heading-m">{words.messages}</h2>
      {messages.length === 0 ? (
        <p class="govuk-body">{words.noMessages}</p>
      ) : (
        <DenseTable
          text={text}
          caption={words.messages}
          isCaptionHidden
          rows={messages}
          columns={[
            { label: text.notificationPage.on, kind: "date", cell: ({ on }) => on },
            { label: text.notificationPage.what, cell: (each) => messageTag(text, each) },
            { label: words.about, cell: (each) => messageDetail(text, each) },
            {
              label: text.common.actions,
              kind: "act",
              cell: (each) => ("matter" in each ? "" : link(placeOf(each), words.look)),
            },
          ]}
        />
      )}
      <p class="govuk-body" data-no-print>
        <a class="govuk-link" href="/notifications">
          {words.allMessages}
        </a>
      </p>
    </section>
  );
}

function OtherTerms({ text, terms }: { text: Text; terms: readonly CaseView[] }) {
  const words = text.homePage;
  if (terms.length === 0) return null;
  return (
    <DenseTable<CaseView>
      text={text}
      caption={words.otherTerms}
      rows={terms}
      columns={[
        {
          label: text.secondmentPage.host,
          kind: "rowHeader",
          cell: ({ record }) => link(`/secondments/${record.id}`, record.hostStation.name),
        },
        {
          label: text.secondmentPage.term,
          kind: "date",
          cell: ({ record }) => formatRange(text, record.term.from, record.endedOn ?? record.term.to),
        },
        { label: text.secondmentPage.state, cell: ({ record }) => statusTag(text, record.status) },
        {
          label: words.count,
          cell: ({ count }) =>
            text.gauge.used({ used: String(count.countedDays), limit: String(count.limitDays) }),
        },
      ]}
    />
  );
}
