import { type AwardTable, awardTable } from "@dunmiao/domain/award/awardTable";
import type { Cohort } from "@dunmiao/domain/cohort";
import type { Digest } from "@dunmiao/domain/digest";
import { mayTry } from "@dunmiao/domain/permissions";
import { OverviewLinks } from "../overview/overviewLinks.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { formatNumber } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { nameOf } from "../ui/nameOf.ts";
import { EmptyState, NotificationBanner, SummaryList } from "../ui/pieces.tsx";
import { signerName } from "../ui/signerName.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { Sums, signed } from "./awardSums.tsx";
import { type Failed, failedErrors } from "./failed.ts";
import { HeadlineForm } from "./headlineForm.tsx";

type Props = { chrome: Chrome; cohort: Cohort; people: readonly Digest[]; failed: Failed | undefined };

/** The published figure of a cohort beside its named parts and what is recorded: differences are listed, never hidden. */
export function CohortAwardsPage({ chrome, cohort, people, failed }: Props) {
  const { text } = chrome;
  const words = text.awardPage;
  const table = awardTable(people, cohort.headline);
  return (
    <Layout
      chrome={chrome}
      title={words.cohortAwards}
      caption={cohort.name}
      section="cohorts"
      back={{ href: `/cohorts/${cohort.id}`, label: cohort.name }}
      errors={failedErrors(text, failed)}
    >
      <OverviewLinks text={text} cohortId={cohort.id} current="awards" role={chrome.person?.role} />
      <p class="govuk-body dm-muted">{words.cohortIntro}</p>
      <Headline text={text} cohort={cohort} table={table} />
      {table.lines.length > 0 ? <Lines text={text} table={table} /> : null}
      <Sums text={text} table={table} />
      <People text={text} people={people} />
      {mayTry(chrome.person, "set-headline") ? (
        <HeadlineForm text={text} cohort={cohort} failed={failed} />
      ) : null}
    </Layout>
  );
}

function Headline({ text, cohort: { headline }, table }: { text: Text; cohort: Cohort; table: AwardTable }) {
  const words = text.awardPage;
  if (!headline) return <EmptyState title={words.noHeadline}>{words.noHeadlineHelp}</EmptyState>;
  const isExplained = table.unexplained === 0;
  const sentence = explanation(text, table);
  return (
    <>
      {isExplained ? (
        <p class="govuk-body">{sentence}</p>
      ) : (
        <NotificationBanner text={text} kind="important">
          {sentence}
        </NotificationBanner>
      )}
      <h2 class="govuk-heading-m">{words.headline}</h2>
      <SummaryList
        rows={[
          { label: words.headlineTitle, value: headline.title },
          { label: words.source, value: headline.source },
          { label: words.on, value: headline.on },
          { label: words.setBy, value: `${signerName(text, headline.setBy)} · ${headline.setOn}` },
        ]}
      />
    </>
  );
}

/** Whether the parts add up to the published total, in words. */
function explanation(text: Text, { total = 0, namedSum: sum, unexplained = 0 }: AwardTable): string {
  const words = text.awardPage;
  const figures = { total, sum, count: Math.abs(unexplained) };
  if (unexplained === 0) return words.isExplained(figures);
  return unexplained > 0 ? words.isUnexplained(figures) : words.isOvernamed(figures);
}

function Lines({ text, table }: { text: Text; table: AwardTable }) {
  const words = text.awardPage;
  return (
    <DenseTable
      text={text}
      caption={words.table}
      rows={table.lines}
      columns={[
        { label: words.level, kind: "rowHeader", cell: ({ level }) => words.levels[level] },
        {
          label: words.named,
          kind: "number",
          cell: ({ named }) => (named === undefined ? words.notNamed : formatNumber(named)),
        },
        { label: words.recorded, kind: "number", cell: ({ recorded }) => formatNumber(recorded) },
        { label: words.difference, kind: "number", cell: ({ difference }) => signed(difference) },
      ]}
    />
  );
}

function People({ text, people }: { text: Text; people: readonly Digest[] }) {
  const words = text.awardPage;
  const awarded = people.filter(({ awards }) => awards.length > 0);
  if (awarded.length === 0) return <p class="govuk-body">{words.nobodyAwarded}</p>;
  return (
    <DenseTable
      text={text}
      caption={words.awardedPeople}
      rows={awarded}
      columns={[
        {
          label: text.overviewPage.person,
          kind: "rowHeader",
          cell: ({ id, name, number }) => link(`/secondments/${id}/results`, `${name} ${number}`),
        },
        { label: text.overviewPage.station, cell: ({ station }) => station[1] },
        {
          label: words.awards,
          cell: ({ awards }) => awards.map((level) => nameOf(words.levels, level)).join(" · "),
        },
      ]}
    />
  );
}
