import { absenceShares } from "@dunmiao/domain/absence/absenceShares";
import { addDays } from "@dunmiao/domain/calendarDate";
import type { Ruling } from "@dunmiao/domain/ruling";
import { lastDayServed, ruledTerm } from "@dunmiao/domain/secondment";
import { SheetAbsences } from "../absence/absencesByClass.tsx";
import { correctedNotes } from "../officer/correctionLine.ts";
import type { CaseView } from "../secondment/caseView.ts";
import type { Chrome } from "../ui/chrome.ts";
import { formatDays } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { officialDates } from "../ui/officialDates.ts";
import { schemeName } from "../ui/schemeName.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";

type Notice = NonNullable<Ruling["notice"]>;
type Props = {
  chrome: Chrome;
  view: CaseView;
  ruling: Ruling;
  notice: Notice;
  /** Number of the sheet of days that the ruling rests on. */
  sheet: string | undefined;
};

/** The notice of a ruling on A4 in the layout of official documents, with its receipt slip. */
export function NoticePage({ chrome, view, ruling, notice, sheet }: Props) {
  const { text, bureau } = chrome;
  const words = text.rulingNotice;
  const { record, scheme } = view;
  const { name, serviceNumber } = record.officer;
  return (
    <Layout
      chrome={chrome}
      title={`${words.title} ${serviceNumber}`}
      section="secondments"
      back={{ href: `/secondments/${record.id}/ruling#${ruling.id}`, label: text.rulingPage.title }}
    >
      <article class="official">
        <h2>{words.title}</h2>
        <p class="dm-centred">{words.number({ number: notice.number })}</p>
        <p class="dm-flush">{words.to({ name, number: serviceNumber })}</p>
        <p>{officialDates(text, factsOf(text, view, ruling))}</p>
        {correctedNotes(text, view).map((line) => (
          <p>{officialDates(text, line)}</p>
        ))}
        <CountedThen text={text} view={view} ruling={ruling} />
        <p>{words.restsOn({ scheme: schemeName(text, scheme), sheet })}</p>
        <p>{words.outcome[ruling.outcome]}</p>
        {ruling.makeUp ? <p>{officialDates(text, words.madeUp(ruling.makeUp))}</p> : null}
        <p>{words.reason({ reason: ruling.proposed.reason })}</p>
        <p>{words.review({ days: scheme.reviewWindowDays })}</p>
        <p class="dm-signed dm-signed--first">{words.signed({ bureau })}</p>
        <p class="dm-signed">{officialDates(text, words.date({ on: notice.issuedOn }))}</p>
        <h3 class="dm-slip">{words.slip}</h3>
        <Slip text={text} view={view} ruling={ruling} notice={notice} />
      </article>
    </Layout>
  );
}

/**
 * The absences that the ruling counted, which add up to its days. Where the ledger counts otherwise by now, what was
 * ruled on stands on the sheet that the notice names, and the notice says so.
 */
function CountedThen({ text, view, ruling }: { text: Text; view: CaseView; ruling: Ruling }) {
  const counted = ruledTerm(view.record);
  const days = absenceShares(counted, view).reduce((sum, each) => sum + each.countedDays, 0);
  const words = text.rulingNotice;
  if (days !== ruling.countedDays)
    return <p>{words.listedOnSheet({ days: formatDays(ruling.countedDays) })}</p>;
  return <SheetAbsences text={text} caption={text.secondmentPage.absences} counted={counted} rules={view} />;
}

/** The term as it was ruled: a make-up ruling has made it longer since. */
function factsOf(text: Text, { record }: CaseView, { countedDays, limitDays, makeUp }: Ruling): string {
  const to = makeUp ? addDays(makeUp.from, -1) : lastDayServed(record);
  return text.rulingNotice.facts({
    from: record.term.from,
    to,
    station: record.hostStation.name,
    post: record.post,
    counted: formatDays(countedDays),
    limit: formatDays(limitDays),
  });
}

/** What is known of the receipt, and blank lines for what is signed by hand. */
function Slip({ text, view, ruling, notice }: Omit<Props, "chrome" | "sheet"> & { text: Text }) {
  const words = text.rulingNotice;
  const { receipt } = ruling;
  const { name, serviceNumber } = view.record.officer;
  const rows: [string, string][] = [
    [words.slipNumber, `${words.title} ${notice.number}`],
    [words.slipTo, `${name} ${serviceNumber}`],
    [words.slipOn, receipt?.on ?? ""],
    [words.slipHow, receipt ? text.rulingPage.how[receipt.how] : ""],
    [words.slipUntil, receipt?.reviewUntil ?? words.slipLater],
    [words.slipSigned, ""],
    [words.slipServer, ""],
    [words.slipWitness, ""],
  ];
  return (
    <DenseTable
      text={text}
      caption={words.slip}
      isCaptionHidden
      columns={[
        { label: words.slipItem, kind: "rowHeader", cell: ([label]) => label },
        { label: words.slipValue, cell: ([, value]) => value },
      ]}
      rows={rows}
    />
  );
}
