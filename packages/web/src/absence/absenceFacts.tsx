import { type Absence, absenceTexts, type Evidence, isEffective, isPending } from "@dunmiao/domain/absence";
import { type AbsenceShare, absenceShares } from "@dunmiao/domain/absence/absenceShares";
import { rungOf } from "@dunmiao/domain/absence/ladder";
import type { PersonRole } from "@dunmiao/domain/actor";
import { mayTry } from "@dunmiao/domain/permissions";
import { classRuleOf } from "@dunmiao/domain/scheme/classRule";
import { ruledTerm } from "@dunmiao/domain/secondment";
import type { CaseRead } from "../secondment/caseView.ts";
import { classWithKind } from "../ui/absenceKindName.ts";
import { formatDays, formatHalfRange } from "../ui/format.ts";
import { link } from "../ui/link.ts";
import { SummaryList, type SummaryRow } from "../ui/pieces.tsx";
import { schemeName } from "../ui/schemeName.ts";
import { signerName } from "../ui/signerName.ts";
import { DenseTable } from "../ui/table.ts";
import { absenceStateTag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import { whyUncounted } from "./absenceTable.tsx";

type Props = { text: Text; absence: Absence; found: CaseRead; reader: PersonRole | undefined };

/** What an absence is: class, dates, days, whether it counts and by which scheme, evidence, who recorded it. */
export function AbsenceFacts(props: Props) {
  const { text, absence, found } = props;
  const words = text.absencePage;
  const share = shareOf(absence, found);
  const uncounted = whyUncounted(text, share);
  const { recordedBy, recordedOn, contest } = absence;
  const rows: (SummaryRow | undefined)[] = [
    { label: words.kind, value: classWithKind(text, absence.class) },
    { label: words.dates, value: formatHalfRange(text, absence) },
    { label: words.workingDays, value: formatDays(share.workingDays) },
    { label: text.secondmentPage.countedDaysColumn, value: formatDays(share.countedDays) },
    uncounted === "" ? undefined : { label: text.secondmentPage.whyUncounted, value: uncounted },
    { label: words.counts, value: countsLine(text, absence, found) },
    { label: words.state, value: absenceStateTag(text, absence.state) },
    isPending(absence) && absence.kind === "request"
      ? { label: words.rung, value: text.rung[rungOf(absence, found.record, found)] }
      : undefined,
    absence.orderedBy && { label: text.absence.fact.orderedBy, value: text.orderedBy[absence.orderedBy] },
    ...absenceTexts.map(({ name }) => {
      const value = absence[name];
      return value ? { label: text.absence.fact[name], value } : undefined;
    }),
    absence.evidence && { label: text.absence.fact.evidence, value: evidenceLine(text, absence.evidence) },
    absence.foundBy
      ? { label: text.spotCheckPage.foundBy, value: checkLink(props, absence.foundBy) }
      : undefined,
    { label: words.recorded, value: `${signerName(text, recordedBy)} · ${recordedOn}` },
    contest && { label: words.contest, value: `${contest.on} · ${contest.reason}` },
  ];
  return <SummaryList rows={rows.filter((row) => row !== undefined)} />;
}

/** The spot check by its day, which its id begins with; it opens for whoever reads spot checks. */
function checkLink({ text, reader }: Props, id: string) {
  const on = id.replace(/^(\d{4})(\d{2})(\d{2})-.*$/, "$1-$2-$3");
  const name = on === id ? text.spotCheckPage.title : text.spotCheckPage.one({ on });
  return reader && mayTry({ role: reader }, "read-spot-checks") ? link(`/spot-checks/${id}`, name) : name;
}

function evidenceLine(text: Text, evidence: Evidence): string {
  return text.absencePage.evidenceLine(evidence);
}

function countsLine(text: Text, absence: Absence, found: CaseRead): string {
  const words = text.absencePage;
  const scheme = schemeName(text, found.scheme);
  const rule = classRuleOf(found.scheme, absence.class);
  if (rule !== "counts")
    return rule === "not-decided" ? words.countsUndecided({ scheme }) : words.countsNot({ scheme });
  const { countedDays, uncounted } = shareOf(absence, found);
  const pending = uncounted.find(({ rule }) => rule === "pending")?.days ?? 0;
  if (isEffective(absence)) return words.countsYes({ days: formatDays(countedDays), scheme });
  return isPending(absence) ? words.countsLater({ days: formatDays(pending), scheme }) : words.countsNoMore;
}

/** Its part in the count beside all others of the term. */
function shareOf(absence: Absence, { record, scheme, calendar }: CaseRead): AbsenceShare {
  const others = record.absences.map((each) => (each.id === absence.id ? absence : each));
  const shares = absenceShares({ ...ruledTerm(record), absences: others }, { scheme, calendar });
  const own = shares.find(({ id }) => id === absence.id);
  if (!own) throw new Error(`no absence ${absence.id} in this record`);
  return own;
}

/** Who decided what on it, when, why, and the count after it. */
export function History({ text, absence }: { text: Text; absence: Absence }) {
  const words = text.absencePage;
  if (absence.decisions.length === 0) return <p class="govuk-body">{words.noHistory}</p>;
  return (
    <DenseTable
      text={text}
      caption={words.history}
      isCaptionHidden
      columns={[
        { label: words.act, cell: (each) => text.absence.decisions[each.act] },
        { label: words.on, kind: "date", cell: (each) => each.on },
        { label: words.by, cell: ({ by }) => signerName(text, by) },
        { label: words.reason, cell: (each) => reasonCell(text, each) },
        {
          label: words.countThen,
          kind: "number",
          cell: ({ countedDays }) => (countedDays === undefined ? "" : formatDays(countedDays)),
        },
      ]}
      rows={absence.decisions}
    />
  );
}

function reasonCell(text: Text, decision: Absence["decisions"][number]): string {
  const words = text.absencePage;
  const { reason, acceptedOverLimit, pastDays, evidence, loweredDays } = decision;
  const said = [
    reason,
    acceptedOverLimit ? words.overLimitAccepted : undefined,
    pastDays && words.pastDays[pastDays],
    evidence && `${text.absence.fact.evidence} ${evidenceLine(text, evidence)}`,
    loweredDays && words.lowered({ days: formatDays(loweredDays) }),
  ];
  return said.filter(Boolean).join(" · ");
}

/** The change that waits for a second person, with its evidence. */
export function Proposal({ text, absence }: { text: Text; absence: Absence }) {
  const { proposal } = absence;
  if (!proposal) return null;
  const words = text.absencePage;
  const { facts, evidence, by, on, reason, day = "" } = proposal;
  const wish = facts ? `${text.absenceClass[facts.class]} · ${formatHalfRange(text, facts)}` : day;
  return (
    <section>
      <h2 class="govuk-heading-m">{words.proposal}</h2>
      <SummaryList
        rows={[
          { label: words.proposalAct[proposal.act], value: wish },
          { label: words.by, value: words.proposedBy({ by: signerName(text, by), on, reason }) },
          ...(evidence ? [{ label: text.absence.fact.evidence, value: evidenceLine(text, evidence) }] : []),
        ]}
      />
    </section>
  );
}
