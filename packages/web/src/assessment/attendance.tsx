import { monthDays } from "@dunmiao/domain/assessment/daysOfMonth";
import { type MonthLedger, monthLedger } from "@dunmiao/domain/assessment/monthLedger";
import type { Ground } from "@dunmiao/domain/change";
import { AbsenceTable } from "../absence/absenceTable.tsx";
import { openOnAbsence } from "../absence/openOnAbsence.ts";
import { formKey } from "../page.tsx";
import { Button, ButtonGroup, LinkButton } from "../ui/button.tsx";
import { PostForm } from "../ui/form.tsx";
import { formatDays } from "../ui/format.ts";
import { link } from "../ui/link.ts";
import { numberOf, ordinalOf } from "../ui/ordinal.ts";
import { absenceStateTag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import type { OpenForm } from "./load.ts";
import { monthOf } from "./month.ts";
import { pendingLine } from "./monthLines.ts";

/** The ledger of the month, to be confirmed as shown by one click, or to be put right first. */
export function AttendanceForm({ text, open }: { text: Text; open: OpenForm }) {
  const { ground, ref } = open;
  const words = text.assessmentPage;
  const month = monthOf(ref.key);
  const ledger = monthLedger(ground.secondment, month, ground);
  const pending = pendingLine(text, monthDays(ground.secondment, month, ground));
  const url = `/secondments/${ground.secondment.id}`;
  const dates = `from=${ledger.from}&to=${ledger.to}`;
  return (
    <>
      <p class="govuk-body">{words.attendanceIntro({ month, from: ledger.from, to: ledger.to })}</p>
      <MonthTable text={text} ground={ground} ledger={ledger} />
      {pending === undefined ? null : <p class="govuk-body">{pending}</p>}
      {ledger.undecided.length > 0 ? (
        <p class="govuk-body">
          {words.attendanceUndecided}{" "}
          {ledger.undecided.map(({ id }) => [link(`${url}/absences/${id}`, ordinalOf(text, id)), " "])}
        </p>
      ) : null}
      <PostForm action={`${url}/checkpoints/${ref.key}/forms/${ref.by}`} idempotencyKey={formKey()}>
        <input type="hidden" name="countedDays" value={String(ledger.countedDays)} />
        <ButtonGroup>
          {ledger.undecided.length === 0 ? <Button>{words.confirmAttendance}</Button> : null}
          <LinkButton kind="secondary" href={`${url}/absences/new?${dates}`}>
            {words.recordDifference}
          </LinkButton>
        </ButtonGroup>
      </PostForm>
    </>
  );
}

/** The absences of a month and what each counts in it. */
export function MonthTable({ text, ground, ledger }: { text: Text; ground: Ground; ledger: MonthLedger }) {
  const words = text.assessmentPage;
  const { from, to, countedDays, absences } = ledger;
  const { officer, corrected } = ground.secondment;
  const url = `/secondments/${ground.secondment.id}/absences`;
  const total = (
    <p class="govuk-body">
      <b>{words.attendanceCount({ days: formatDays(countedDays) })}</b>
    </p>
  );
  if (absences.length === 0) return [<p class="govuk-body">{words.attendanceNone}</p>, total];
  return [
    <AbsenceTable
      text={text}
      caption={words.attendanceAbsences}
      listed={() => true}
      counted={{ officer, corrected, term: { from, to }, absences }}
      rules={ground}
      idCell={({ id }) => link(`${url}/${id}`, numberOf(id))}
      more={[
        {
          label: text.secondmentPage.state,
          cell: (each) => [absenceStateTag(text, each.state), " ", openOnAbsence(text, each)],
        },
      ]}
    />,
    total,
  ];
}
