import { CaseAbsences } from "../case/caseAbsences.tsx";
import { CaseFacts } from "../case/caseFacts.tsx";
import { CaseNotices } from "../case/caseNotices.tsx";
import { Checkpoints, Reviews } from "../case/caseSteps.tsx";
import { DayTable } from "../case/dayTable.ts";
import { Trail } from "../case/trail.tsx";
import { ButtonGroup, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { formatDays } from "../ui/format.ts";
import { Gauge } from "../ui/gauge.tsx";
import { Layout } from "../ui/layout.tsx";
import { madeUnder, personNow } from "../ui/personNow.ts";
import { Details, provisionalMark } from "../ui/pieces.tsx";
import { schemeName } from "../ui/schemeName.ts";
import { statusTag, verdictTag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import { actErrors, type Failed } from "./actForm.tsx";
import type { Pack } from "./pack.ts";
import { PackActs } from "./packActs.tsx";
import { PackForms, PackRulings, PackStatements } from "./packParts.tsx";

type Props = { chrome: Chrome; pack: Pack; cohortName: string; failed: Failed | undefined };

/** Everything that a ruling rests on, on one page, and the forms of what this person may do now. */
export function PackPage({ chrome, pack, cohortName, failed }: Props) {
  const { text, today } = chrome;
  const words = text.rulingPage;
  const { view } = pack;
  const { record } = view;
  const { name, serviceNumber } = personNow(record);
  const url = `/secondments/${record.id}`;
  return (
    <Layout
      chrome={chrome}
      title={`${words.title} ${name} ${serviceNumber}`}
      heading={[`${words.title} · ${name} `, statusTag(text, record.status)]}
      caption={[serviceNumber, madeUnder(text, record), `${record.hostStation.name} ${record.post}`]
        .filter((each) => each !== "")
        .join(" · ")}
      section="secondments"
      back={{ href: url, label: `${name} ${serviceNumber}` }}
      errors={actErrors(text, failed)}
    >
      <ButtonGroup>
        <LinkButton href="#acts">{words.toActs}</LinkButton>
        <LinkButton kind="secondary" href={`${url}/ruling/print`}>
          {words.print}
        </LinkButton>
        <LinkButton kind="secondary" href={`${url}/proof`}>
          {text.personPaper.open}
        </LinkButton>
      </ButtonGroup>
      <CaseNotices text={text} view={view} />
      <CaseFacts text={text} view={view} cohortName={cohortName} />
      <PackCount text={text} pack={pack} today={today} />
      <CaseAbsences text={text} view={view} />
      <section id="checkpoints">
        <Checkpoints text={text} view={view} />
      </section>
      <Reviews text={text} view={view} />
      <PackForms text={text} pack={pack} />
      <PackStatements text={text} pack={pack} />
      <PackRulings text={text} pack={pack} />
      <PackActs text={text} pack={pack} failed={failed} />
      <Trail text={text} events={view.events} scheme={view.scheme} />
      <p class="govuk-body" data-no-print>
        <a class="govuk-link" href={`${url}/events`}>
          {words.fullTrail}
        </a>
      </p>
    </Layout>
  );
}

/** The count against the limit, and every day that makes it. */
function PackCount({ text, pack, today }: { text: Text; pack: Pack; today: string }) {
  const { count, days, scheme, calendar } = pack.view;
  const words = text.rulingPage;
  const summed = days.reduce((sum, day) => sum + day.counted, 0);
  return (
    <section id="count">
      <h2 class="govuk-heading-m">
        {words.count} {verdictTag(text, count.verdict, count.verdictWithPending)}
        {count.countsProvisionalDays ? provisionalMark(text) : null}
      </h2>
      <Gauge text={text} figures={{ ...count, warnAtDays: scheme.warnAtDays }} />
      <Details summary={`${words.explanation} · ${text.secondmentPage.sum({ days: formatDays(summed) })}`}>
        <DayTable
          text={text}
          days={days}
          today={today}
          calendar={calendar}
          scheme={schemeName(text, scheme)}
        />
      </Details>
    </section>
  );
}
