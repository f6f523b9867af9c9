import { absenceClasses, kindOfClass } from "@dunmiao/domain/absenceClass";
import type { Scheme } from "@dunmiao/domain/scheme";
import { formatDays } from "../ui/format.ts";
import { type Chrome, Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { SummaryList, type SummaryRow } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import { tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";

/** All schemes, newest version each. */
export function SchemesPage({ chrome, schemes }: { chrome: Chrome; schemes: readonly Scheme[] }) {
  const { text } = chrome;
  return (
    <Layout chrome={chrome} title={text.schemePage.title} section="schemes">
      <p class="govuk-body">{text.schemePage.intro}</p>
      <DenseTable
        text={text}
        caption={text.schemePage.title}
        isCaptionHidden
        rows={schemes}
        columns={[
          {
            label: text.common.name,
            kind: "rowHeader",
            cell: (each) => link(`/schemes/${each.id}`, each.name[text.language]),
          },
          { label: text.schemePage.version, kind: "number", cell: (each) => String(each.version) },
          { label: text.schemePage.limit, kind: "number", cell: (each) => formatDays(each.limitDays) },
          { label: text.schemePage.warnings, cell: (each) => each.warnAtDays.map(formatDays).join(" / ") },
        ]}
      />
    </Layout>
  );
}

/** Every setting of one scheme, none left out, and which classes count. */
export function SchemePage({ chrome, scheme }: { chrome: Chrome; scheme: Scheme }) {
  const { text } = chrome;
  const { schemePage: words } = text;
  const title = scheme.name[text.language];
  return (
    <Layout
      chrome={chrome}
      title={title}
      caption={`${scheme.id}@${scheme.version}`}
      section="schemes"
      back={{ href: "/schemes", label: words.title }}
    >
      <h2 class="govuk-heading-m">{words.settings}</h2>
      <SummaryList rows={settingsOf(text, scheme)} />
      <DenseTable
        text={text}
        caption={words.classes}
        rows={absenceClasses}
        columns={[
          { label: words.class, kind: "rowHeader", cell: (each) => text.absenceClass[each] },
          { label: words.kind, cell: (each) => text.absenceKind[kindOfClass(each)] },
          {
            label: words.counts,
            cell: (each) =>
              scheme.classes[each] ? tag(words.counts, "orange") : tag(words.doesNotCount, "grey"),
          },
        ]}
      />
    </Layout>
  );
}

function settingsOf(text: Text, scheme: Scheme): SummaryRow[] {
  const { schemePage: words } = text;
  const { ladderDays, dismissalAlarm: alarm } = scheme;
  const reportIn = scheme.checkpoints.find(({ kind }) => kind === "report-in");
  const ladder = { station: formatDays(ladderDays.station), branch: formatDays(ladderDays.branch) };
  const levels = scheme.warnAtDays.map(formatDays).join(" / ");
  const extension = words.extensionIs({ months: scheme.extensionWindow.opensAfterMonths });
  const resets = words.extensionResets[scheme.extensionResetsCount ? "yes" : "no"];
  return [
    { label: words.term, value: words.termMonths({ months: scheme.termMonths }) },
    { label: words.termStartsOn, value: words.starts[scheme.termStartsOn] },
    { label: words.limit, value: words.limitIs({ days: formatDays(scheme.limitDays) }) },
    { label: words.granularity, value: words.halfDay },
    { label: words.calendar, value: words.stateCouncil },
    { label: words.warnings, value: words.warnAt({ levels }) },
    { label: words.ladder, value: words.ladderIs(ladder) },
    ...(reportIn
      ? [
          {
            label: words.reportIn,
            value: words.reportInIs({
              days: reportIn.schedule.from === "each-month" ? 0 : (reportIn.schedule.workingDays ?? 0),
              ...reportIn.escalateAfterWorkingDays,
            }),
          },
        ]
      : []),
    { label: words.outcome, value: words.outcomes[scheme.overLimitOutcome] },
    { label: words.extension, value: [extension, resets].join(text.absencePreview.separator) },
    {
      label: words.alarm,
      value: words.alarmIs({ consecutive: alarm.consecutiveDays, year: alarm.calendarYearDays }),
    },
  ];
}
