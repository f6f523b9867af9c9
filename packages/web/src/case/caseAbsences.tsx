import { type Absence, isPending, isUndecided } from "@dunmiao/domain/absence";
import { rungOf } from "@dunmiao/domain/absence/ladder";
import { mayRecord } from "@dunmiao/domain/absence/recordAbsence";
import { reachOf } from "@dunmiao/domain/permissions";
import { ruledTerm } from "@dunmiao/domain/secondment";
import { AbsenceTable } from "../absence/absenceTable.tsx";
import { openOnAbsence } from "../absence/openOnAbsence.ts";
import type { CaseView } from "../secondment/caseView.ts";
import { LinkButton } from "../ui/button.tsx";
import { link } from "../ui/link.ts";
import { EmptyState } from "../ui/pieces.tsx";
import { signerName } from "../ui/signerName.ts";
import type { Column } from "../ui/table.ts";
import { absenceStateTag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";

/** Every absence of the term with what waits for whom, and the way to record another. */
export function CaseAbsences({ text, view }: { text: Text; view: CaseView }) {
  const { record } = view;
  const words = text.secondmentPage;
  const isEmpty = record.absences.length === 0;
  return (
    <section>
      <h2 class="govuk-heading-m" id="absences">
        {words.absences}
      </h2>
      {isEmpty ? (
        <EmptyState title={words.noAbsences}>{words.noAbsencesHint}</EmptyState>
      ) : (
        <AbsenceTable
          text={text}
          caption={words.absences}
          isCaptionHidden
          listed={() => true}
          counted={ruledTerm(record)}
          rules={view}
          more={columnsOf(text, view)}
          hasAnchors
        />
      )}
    </section>
  );
}

/** The button that starts a new absence, for those who may record one while facts are open. */
export function AddAbsence({ text, view: { actor, ground, record } }: { text: Text; view: CaseView }) {
  if (!mayRecord(ground)) return null;
  return (
    <LinkButton href={`/secondments/${record.id}/absences/new`}>
      {reachOf(actor.role, "record-request") === "own"
        ? text.absenceForm.ownTitle
        : text.secondmentPage.addAbsence}
    </LinkButton>
  );
}

function columnsOf(text: Text, view: CaseView): Column<Absence>[] {
  const { record } = view;
  const words = text.secondmentPage;
  return [
    { label: words.state, cell: (each) => absenceStateTag(text, each.state) },
    { label: words.decidedBy, cell: (each) => decisionCell(text, each, view) },
    {
      label: text.common.actions,
      kind: "act",
      cell: (each) =>
        link(`/secondments/${record.id}/absences/${each.id}`, isUndecided(each) ? words.open : words.look),
    },
  ];
}

function decisionCell(text: Text, absence: Absence, view: CaseView): string {
  const words = text.secondmentPage;
  const open = openOnAbsence(text, absence);
  if (open !== undefined) return open;
  if (isPending(absence))
    return absence.kind === "finding"
      ? words.waitsForSecond
      : words.waitsFor({ rung: text.rung[rungOf(absence, view.record, view)] });
  const last = absence.decisions.at(-1);
  return last ? `${text.absence.decisions[last.act]} · ${signerName(text, last.by)} · ${last.on}` : "";
}
