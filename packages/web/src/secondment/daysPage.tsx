import type { ExplainedDay } from "@dunmiao/domain/count";
import type { Scheme } from "@dunmiao/domain/scheme";
import type { Secondment } from "@dunmiao/domain/secondment";
import { type Chrome, Layout } from "../ui/layout.tsx";
import { schemeName } from "../ui/schemeName.ts";
import { DayTable } from "./dayTable.ts";

type Props = { chrome: Chrome; record: Secondment; scheme: Scheme; days: readonly ExplainedDay[] };

/** The explanation of the count by itself, all days of the term under each other. */
export function DaysPage({ chrome, record, scheme, days }: Props) {
  const { text, today } = chrome;
  const { name, serviceNumber } = record.officer;
  return (
    <Layout
      chrome={chrome}
      title={text.secondmentPage.days}
      caption={`${name} · ${serviceNumber}`}
      section="secondments"
      back={{ href: `/secondments/${record.id}`, label: `${name} ${serviceNumber}` }}
    >
      <p class="govuk-body" data-no-print>
        <a class="govuk-link" href={`/secondments/${record.id}/explanation`}>
          {text.explanationPage.open}
        </a>
      </p>
      <DayTable text={text} days={days} today={today} scheme={schemeName(text, scheme)} isLong />
    </Layout>
  );
}
