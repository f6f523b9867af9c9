import type { Absence } from "@dunmiao/domain/absence";
import { openActs, whyNot } from "@dunmiao/domain/absence/acts";
import { type Forecast, forecastOf } from "@dunmiao/domain/absence/forecast";
import type { Ground } from "@dunmiao/domain/change";
import { verdictOf } from "@dunmiao/domain/count/count";
import type { CaseRead } from "../secondment/caseView.ts";
import type { Chrome } from "../ui/chrome.ts";
import { formatDays, formatHalfRange } from "../ui/format.ts";
import { Gauge } from "../ui/gauge.tsx";
import { Layout } from "../ui/layout.tsx";
import { personCaption, personLabel } from "../ui/personNow.ts";
import { provisionalMark, SummaryList } from "../ui/pieces.tsx";
import { refusalSentence } from "../ui/refusalSentence.ts";
import { verdictTag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import { AbsenceFacts, History, Proposal } from "./absenceFacts.tsx";
import { actErrors, type Failed } from "./actForm.tsx";
import { type ActProps, pageActs } from "./acts.tsx";

type PageProps = {
  chrome: Chrome;
  found: CaseRead;
  ground: Ground;
  absence: Absence;
  failed?: Failed | undefined;
  /** The day of which it is asked what taking it out would mean. */
  day?: string | undefined;
};

/** One absence: what it is, what it would do to the count, who decided what, and what this actor may do now. */
export function AbsencePage({ chrome, found, ground, absence, failed, day }: PageProps) {
  const { text } = chrome;
  const words = text.absencePage;
  const back = `/secondments/${found.record.id}`;
  const forecast = forecastOf(ground, absence);
  const url = `${back}/absences/${absence.id}`;
  return (
    <Layout
      chrome={chrome}
      title={words.title({ dates: formatHalfRange(text, absence), class: text.absenceClass[absence.class] })}
      caption={personCaption(text, found.record, found.record.hostStation.name)}
      section="secondments"
      back={{ href: back, label: personLabel(found.record) }}
      errors={actErrors(text, failed)}
    >
      <div class="dm-columns">
        <AbsenceFacts text={text} absence={absence} found={found} reader={chrome.person?.role} />
        <div>
          <ForecastFigures text={text} ground={ground} forecast={forecast} />
        </div>
      </div>
      <Proposal text={text} absence={absence} />
      <section data-no-print>
        <h2 class="govuk-heading-m">{words.decide}</h2>
        <Acts
          text={text}
          url={url}
          absence={absence}
          ground={ground}
          forecast={forecast}
          failed={failed}
          day={day}
        />
      </section>
      <h2 class="govuk-heading-m">{words.history}</h2>
      <History text={text} absence={absence} />
    </Layout>
  );
}

/** The forms of what the actor may do now, or why there is none. */
function Acts(props: ActProps) {
  const { text, absence, ground } = props;
  const words = text.absencePage;
  const acts = openActs(ground, absence.id).map((name) => pageActs[name]);
  const why = whyNot(ground, absence);
  return (
    <>
      {why ? <p class="govuk-body">{words.waitsBecause({ why: refusalSentence(text, why) })}</p> : null}
      {acts.length === 0 && !why ? <p class="govuk-body">{words.nobody}</p> : null}
      <div class="dm-columns">{acts.filter(({ isBeside }) => isBeside).map(({ Form }) => Form(props))}</div>
      {acts.filter(({ isBeside }) => !isBeside).map(({ Form }) => Form(props))}
    </>
  );
}

type ForecastProps = { text: Text; ground: Ground; forecast: Forecast | undefined };

/** The count now, after this decision, and with everything pending; nothing but the count when no decision is open. */
function ForecastFigures({ text, ground, forecast }: ForecastProps) {
  if (!forecast) return null;
  const words = text.absencePage;
  const { now, after, withPendingDays } = forecast;
  const of = (days: number) => words.ofLimit({ days: formatDays(days), limit: formatDays(now.limitDays) });
  const withPending = verdictOf(withPendingDays, now.limitDays);
  return (
    <>
      <Gauge text={text} figures={{ ...now, warnAtDays: ground.scheme.warnAtDays }} />
      <SummaryList
        rows={[
          {
            label: words.now,
            value: [of(now.countedDays), now.countsProvisionalDays ? provisionalMark(text) : ""],
          },
          {
            label: words.afterThis,
            value: [of(after.countedDays), " ", verdictTag(text, after.verdict, withPending)],
          },
          { label: words.withPending, value: [of(withPendingDays), " ", verdictTag(text, withPending)] },
        ]}
      />
    </>
  );
}
