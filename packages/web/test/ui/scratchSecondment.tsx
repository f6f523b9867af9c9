import type { Chrome } from "../../src/ui/chrome.ts";
import { dayAnchor } from "../../src/ui/dayAnchor.ts";
import { formatRange } from "../../src/ui/format.ts";
import { Gauge } from "../../src/ui/gauge.tsx";
import { Layout } from "../../src/ui/layout.tsx";
import { Details, NotificationBanner, provisionalMark, SummaryList } from "../../src/ui/pieces.tsx";
import { DenseTable } from "../../src/ui/table.ts";
import { absenceStateTag, statusTag, verdictTag } from "../../src/ui/tag.ts";
import { YearCalendar } from "../../src/ui/yearCalendar.tsx";
import { sampleDays } from "./sample.ts";

const today = "2026-03-02";
const warnAtDays = [10, 13, 15];

/** A secondment page with gauge, calendar and explanation. */
export function SecondmentPage({ chrome }: { chrome: Chrome }) {
  const { text } = chrome;
  const days = sampleDays();
  return (
    <Layout
      chrome={chrome}
      title="P4211"
      heading={["P4211 ", statusTag(text, "serving")]}
      section="secondments"
      back={{ href: "/secondments", label: text.nav.secondments }}
    >
      <NotificationBanner text={text} kind="success">
        {text.absenceState.approved}
      </NotificationBanner>
      <Gauge text={text} figures={{ countedDays: 13.5, pendingDays: 1.5, limitDays: 15, warnAtDays }} />
      <div class="dm-columns">
        <SummaryList
          rows={[
            { label: text.role.sending, value: "市局机关 · 科技处" },
            { label: text.unitKind.station, value: "第三分局 · 临江街派出所" },
            { label: text.common.status, value: statusTag(text, "serving") },
          ]}
        />
        <SummaryList
          rows={[
            {
              label: text.common.from,
              value: [formatRange(text, "2025-08-26", "2026-08-25"), provisionalMark(text)],
              action: { href: "#", label: text.common.change },
            },
            { label: text.common.details, value: verdictTag(text, "within") },
          ]}
        />
      </div>
      <h2 class="govuk-heading-m">{text.yearCalendar.title({ from: "2025-08-26", to: "2026-08-25" })}</h2>
      <YearCalendar text={text} days={days} today={today} />
      <DenseTable
        text={text}
        caption={text.common.details}
        rows={days.slice(0, 8)}
        rowId={(day) => dayAnchor(day.date)}
        columns={[
          { label: text.common.date, kind: "date", cell: (day) => day.date },
          { label: text.common.reason, cell: (day) => text.dayReason[day.reason] },
          { label: text.common.status, cell: (day) => text.dayRule[day.rule] },
          { label: text.common.actions, cell: () => absenceStateTag(text, "requested") },
        ]}
      />
      <Details summary={text.common.details}>2026-03-02</Details>
    </Layout>
  );
}
