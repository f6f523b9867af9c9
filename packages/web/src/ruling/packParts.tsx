import type { Assessment } from "@dunmiao/domain/assessment";
import { mayRead } from "@dunmiao/domain/assessment/mayFile";
import type { Ruling } from "@dunmiao/domain/ruling";
import { calendarName } from "../ui/calendarName.ts";
import { checkpointName } from "../ui/checkpointName.ts";
import { formatDays } from "../ui/format.ts";
import { link } from "../ui/link.ts";
import { numberOf, ordinalOf } from "../ui/ordinal.ts";
import { EmptyState, SummaryList, type SummaryRow } from "../ui/pieces.tsx";
import { signerName } from "../ui/signerName.ts";
import { DenseTable } from "../ui/table.ts";
import { type TagColour, tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import type { Heard, Pack } from "./pack.ts";

type Props = { text: Text; pack: Pack };

/** Every form filed, with its grade and the way to its words. */
export function PackForms({ text, pack: { view } }: Props) {
  const words = text.rulingPage;
  const { record, scheme, actor } = view;
  const isOpen = (each: Assessment) => mayRead(actor, each);
  const last = ({ history }: Assessment) => {
    const act = history.at(-1);
    return act ? `${act.on} · ${signerName(text, act.by)}` : "";
  };
  return (
    <section id="forms">
      <h2 class="govuk-heading-m">{words.forms}</h2>
      {record.assessments.length === 0 ? (
        <EmptyState title={words.noForms}>{words.noFormsHint}</EmptyState>
      ) : (
        <DenseTable
          text={text}
          caption={words.forms}
          isCaptionHidden
          columns={[
            { label: words.checkpoint, cell: (each) => checkpointName(text, scheme, each.checkpoint) },
            {
              label: words.form,
              cell: (each) =>
                isOpen(each)
                  ? link(`/secondments/${record.id}/assessments/${each.id}`, text.formKind[each.form])
                  : text.formKind[each.form],
            },
            { label: words.by, cell: (each) => text.role[each.by] },
            { label: words.state, cell: (each) => text.formState[each.state] },
            {
              label: words.grade,
              cell: (each) => (each.grade && isOpen(each) ? text.grade[each.grade] : ""),
            },
            { label: words.last, cell: last },
          ]}
          rows={record.assessments}
        />
      )}
    </section>
  );
}

/** The officer's own words, or that they were refused. */
export function PackStatements({ text, pack }: Props) {
  const words = text.rulingPage;
  return (
    <section id="statements">
      <h2 class="govuk-heading-m">{words.statements}</h2>
      {pack.statements.length === 0 ? (
        <EmptyState title={words.noStatement}>{words.noStatementHint}</EmptyState>
      ) : null}
      {pack.statements.map((each) => (
        <div id={each.id}>
          <p class="govuk-body dm-muted">{statementLine(text, each)}</p>
          {each.words === undefined ? null : <p class="govuk-body dm-words">{each.words}</p>}
        </div>
      ))}
    </section>
  );
}

/** When and by whom a statement was given, or how its refusal was established. */
export function statementLine(text: Text, { id, kind, by, on, note = "" }: Heard): string {
  const words = text.rulingPage;
  const who = signerName(text, by);
  const line = kind === "given" ? words.given({ by: who, on }) : words.refused({ by: who, on, note });
  return `${ordinalOf(text, id)} · ${line}`;
}

const stateColours: Readonly<Record<Ruling["state"], TagColour>> = {
  proposed: "yellow",
  rejected: "grey",
  "in-force": "blue",
  upheld: "green",
  reopened: "orange",
};

/** Every ruling so far, newest first: who proposed and who decided, on which count, notice, receipt, review. */
export function PackRulings({ text, pack: { view } }: Props) {
  const words = text.rulingPage;
  const { rulings } = view.record;
  return (
    <section id="rulings">
      <h2 class="govuk-heading-m">{words.rulings}</h2>
      {rulings.length === 0 ? <EmptyState title={words.noRulings}>{words.noRulingsHint}</EmptyState> : null}
      {rulings.toReversed().map((each) => (
        <div id={each.id}>
          <h3 class="govuk-heading-s">
            {words.heading({ no: numberOf(each.id), outcome: words.outcome[each.outcome] })}{" "}
            {tag(words.rulingState[each.state], stateColours[each.state])}
          </h3>
          <SummaryList rows={rulingRows(text, each, view)} />
        </div>
      ))}
    </section>
  );
}

function rulingRows(text: Text, ruling: Ruling, view: Pack["view"]): SummaryRow[] {
  const url = `/secondments/${view.record.id}/rulings/${ruling.id}/notice`;
  return rulingFacts(text, ruling, view).map(({ label, value }) =>
    label === text.rulingPage.notice ? { label, value: link(url, value) } : { label, value },
  );
}

/** What is on record about a ruling, one line each. */
export function rulingFacts(
  text: Text,
  ruling: Ruling,
  { calendar: inForce }: Pick<Pack["view"], "calendar">,
): { label: string; value: string }[] {
  const words = text.rulingPage;
  const { proposed, decided, makeUp, notice, receipt, reviewRequest, reviewAnswer } = ruling;
  const { calendarVersion, statementId } = ruling;
  const calendar =
    calendarVersion === inForce.version ? calendarName(text, inForce) : text.common.calendarThen;
  const [counted, limit] = [formatDays(ruling.countedDays), formatDays(ruling.limitDays)];
  const said = (each: NonNullable<Ruling["decided"]> | undefined) =>
    each && words.said({ by: signerName(text, each.by), on: each.on, reason: each.reason });
  const number = notice && words.noticeIssued({ number: notice.number, on: notice.issuedOn });
  const received =
    receipt && words.received({ on: receipt.on, how: words.how[receipt.how], until: receipt.reviewUntil });
  const rows: { label: string; value: string | undefined }[] = [
    { label: words.stoodOn, value: words.figures({ counted, limit, calendar }) },
    { label: words.heard, value: statementId && ordinalOf(text, statementId) },
    { label: words.proposed, value: said(proposed) },
    { label: words.decided, value: said(decided) },
    { label: words.madeUp, value: makeUp && words.madeUpDays(makeUp) },
    { label: words.notice, value: number },
    { label: words.receipt, value: received },
    { label: words.reviewRequest, value: said(reviewRequest) },
    { label: words.reviewAnswer, value: said(reviewAnswer) },
  ];
  return rows.flatMap(({ label, value }) => (value === undefined ? [] : [{ label, value }]));
}
