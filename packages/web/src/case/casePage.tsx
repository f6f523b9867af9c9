import { mayTry } from "@dunmiao/domain/permissions";
import { mayConfirmReportIn } from "@dunmiao/domain/term/reportIn";
import { ruledLine } from "../secondment/afterwards.ts";
import type { CaseView } from "../secondment/caseView.ts";
import { ButtonGroup, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { formatDays } from "../ui/format.ts";
import { Gauge } from "../ui/gauge.tsx";
import { Layout } from "../ui/layout.tsx";
import { madeUnder, personNow } from "../ui/personNow.ts";
import { Details, provisionalMark } from "../ui/pieces.tsx";
import { schemeName } from "../ui/schemeName.ts";
import { statusTag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import { YearCalendar } from "../ui/yearCalendar.tsx";
import { AddAbsence, CaseAbsences } from "./caseAbsences.tsx";
import { EndingLinks } from "./caseEndings.tsx";
import { CaseFacts, NextSteps } from "./caseFacts.tsx";
import { CaseLinks } from "./caseLinks.tsx";
import { CaseNotices } from "./caseNotices.tsx";
import { Checkpoints, Reviews, Warnings } from "./caseSteps.tsx";
import { DayTable } from "./dayTable.ts";
import { Trail } from "./trail.tsx";

/** Lines of the trail on the page itself; the whole of it has a page of its own. */
export const shownEvents = 8;

type CaseProps = {
  chrome: Chrome;
  view: CaseView;
  cohortName: string;
};

/** One secondment: who and where, the count, what is next, the year day by day, absences, steps, trail. */
export function CasePage({ chrome, view, cohortName }: CaseProps) {
  const { text, today } = chrome;
  const { record, days } = view;
  const { name, serviceNumber } = personNow(record);
  const words = text.secondmentPage;
  return (
    <Layout
      chrome={chrome}
      title={`${name} ${serviceNumber}`}
      heading={[`${name} `, statusTag(text, record.status)]}
      caption={[serviceNumber, madeUnder(text, record), `${record.hostStation.name} ${record.post}`]
        .filter((each) => each !== "")
        .join(" · ")}
      section="secondments"
      back={{ href: "/secondments", label: text.nav.secondments }}
    >
      <CaseNotices text={text} view={view} />
      <CaseFacts text={text} view={view} cohortName={cohortName} />
      <CountLine text={text} view={view} />
      <Actions text={text} view={view} />
      <h2 class="govuk-heading-m">{words.next}</h2>
      <NextSteps text={text} view={view} />
      <h2 class="govuk-heading-m">{words.calendar}</h2>
      <YearCalendar text={text} days={days} today={today} />
      <DayByDay text={text} view={view} today={today} />
      <CaseAbsences text={text} view={view} />
      <Steps text={text} view={view} />
    </Layout>
  );
}

type PartProps = { text: Text; view: CaseView };

/** The explanation folds away; a square of the calendar that leads to one of its lines opens it, without a script. */
function DayByDay({ text, view, today }: PartProps & { today: string }) {
  const { days, explainedDays, scheme, calendar } = view;
  const words = text.secondmentPage;
  return (
    <Details summary={`${words.days} · ${words.sum({ days: formatDays(explainedDays) })}`}>
      <DayTable text={text} days={days} today={today} calendar={calendar} scheme={schemeName(text, scheme)} />
    </Details>
  );
}

function Actions({ text, view }: PartProps) {
  const url = `/secondments/${view.record.id}`;
  const words = text.secondmentPage;
  return (
    <ButtonGroup>
      <AddAbsence text={text} view={view} />
      {mayConfirmReportIn(view.ground) ? (
        <LinkButton href={`${url}/report-in`}>{words.confirmReportIn}</LinkButton>
      ) : null}
      <CaseLinks text={text} view={view} />
      <EndingLinks text={text} view={view} />
      <LinkButton kind="secondary" href={`${url}/explanation`}>
        {text.explanationPage.open}
      </LinkButton>
      <LinkButton kind="secondary" href={`${url}/print`}>
        {words.print}
      </LinkButton>
      <a class="govuk-link" href={`${url}/results`}>
        {text.awardPage.results}
      </a>
      <a class="govuk-link" href={`${url}/coverage`}>
        {text.overviewPage.coverageTitle}
      </a>
      {mayTry(view.actor, "read-pairs") ? (
        <a class="govuk-link" href={pairsHref(view)}>
          {text.pairPage.title}
        </a>
      ) : null}
    </ButtonGroup>
  );
}

/** The pairs of whom the secondment sends, the one that a deployment made among them. */
function pairsHref({ record }: CaseView): string {
  return `/pairs?apprentice=${encodeURIComponent(personNow(record).serviceNumber)}`;
}

/** What the workflow and people did along the way. */
function Steps({ text, view }: PartProps) {
  const { record, events } = view;
  return (
    <>
      <section id="checkpoints">
        <Checkpoints text={text} view={view} />
      </section>
      <section id="warnings">
        <Warnings text={text} view={view} />
      </section>
      <Reviews text={text} view={view} />
      <Trail text={text} events={events} scheme={view.scheme} />
      <p class="govuk-body" data-no-print>
        <a class="govuk-link" href={`/secondments/${record.id}/events`}>
          {text.secondmentPage.fullTrail({ version: record.version })}
        </a>
      </p>
    </>
  );
}

function CountLine({ text, view }: PartProps) {
  const { count, scheme } = view;
  const ruled = ruledLine(text, view);
  const figures = { ...count, warnAtDays: scheme.warnAtDays };
  return (
    <>
      <Gauge text={text} figures={figures} />
      {ruled ? <p class="govuk-body">{ruled}</p> : null}
      <p class="govuk-body dm-muted">
        {text.secondmentPage.taken({ days: formatDays(count.takenDays) })}
        {count.countsProvisionalDays ? provisionalMark(text) : null}
      </p>
    </>
  );
}
