import type { ExplainedDay } from "@dunmiao/domain/count/explainDays";
import type { Scheme } from "@dunmiao/domain/scheme";
import { lastDayServed, type Secondment } from "@dunmiao/domain/secondment";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import type { Chrome } from "../ui/chrome.ts";
import { formatDays, formatRange } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { personCaption, personLabel } from "../ui/personNow.ts";
import { schemeName } from "../ui/schemeName.ts";
import type { Text } from "../ui/text.ts";
import { DayTable } from "./dayTable.ts";

type Props = {
  chrome: Chrome;
  record: Secondment;
  scheme: Scheme;
  calendar: WorkCalendar;
  days: readonly ExplainedDay[];
};

/** The explanation of the count by itself, all days of the term under each other. */
export function DaysPage({ chrome, record, scheme, calendar, days }: Props) {
  const { text, today } = chrome;
  return (
    <Layout
      chrome={chrome}
      title={text.secondmentPage.days}
      caption={personCaption(text, record)}
      section="secondments"
      back={{ href: `/secondments/${record.id}`, label: personLabel(record) }}
    >
      <p class="govuk-body" data-no-print>
        <a class="govuk-link" href={`/secondments/${record.id}/explanation`}>
          {text.explanationPage.open}
        </a>
      </p>
      <p class="dm-printed">{printedLine(text, { record, scheme, days })}</p>
      <DayTable
        text={text}
        days={days}
        today={today}
        calendar={calendar}
        scheme={schemeName(text, scheme)}
        isLong
      />
    </Layout>
  );
}

/** On paper the months stand in columns: scheme, term and sum are said once above them. */
function printedLine(text: Text, { record, scheme, days }: Omit<Props, "chrome" | "calendar">): string {
  const words = text.secondmentPage;
  const sum = days.reduce((total, day) => total + day.counted, 0);
  return [
    words.daysCaption({ scheme: schemeName(text, scheme) }),
    formatRange(text, record.term.from, lastDayServed(record)),
    words.sum({ days: formatDays(sum) }),
  ].join(" · ");
}
