import type { Assessment } from "@dunmiao/domain/assessment";
import { mayFile } from "@dunmiao/domain/assessment/mayFile";
import { monthLedger } from "@dunmiao/domain/assessment/monthLedger";
import type { Ground } from "@dunmiao/domain/change";
import { LinkButton } from "../ui/button.tsx";
import { checkpointName } from "../ui/checkpointName.ts";
import type { Chrome } from "../ui/chrome.ts";
import { formatDays } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { Signatures } from "../ui/paper.tsx";
import { personCaption, personLabel } from "../ui/personNow.ts";
import { NotificationBanner, SummaryList } from "../ui/pieces.tsx";
import { signerName } from "../ui/signerName.ts";
import { DenseTable } from "../ui/table.ts";
import { formStateTag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import { MonthTable } from "./attendance.tsx";
import { DecisionForms, decisionErrors, type FailedDecision } from "./decisionForms.tsx";
import { monthOf } from "./month.ts";
import type { Values } from "./values.ts";
import { WordsList } from "./wordsList.tsx";

export type { FailedDecision } from "./decisionForms.tsx";

type ReadProps = {
  chrome: Chrome;
  ground: Ground;
  entry: Assessment;
  values: Values;
  /** The words are those that were submitted. */
  isWhole: boolean;
  failed?: FailedDecision | undefined;
};

/** A form that was filed: what it says, what became of it, and what this actor may decide; printable as it is. */
export function ReadPage(props: ReadProps) {
  const { chrome, ground, entry, values, failed } = props;
  const { text } = chrome;
  const { hostStation, id } = ground.secondment;
  const words = text.assessmentPage;
  const checkpoint = checkpointName(text, ground.scheme, entry.checkpoint);
  return (
    <Layout
      chrome={chrome}
      title={words.title({ checkpoint, form: text.formKind[entry.form] })}
      caption={personCaption(text, ground.secondment, hostStation.name)}
      section="secondments"
      back={{ href: `/secondments/${id}`, label: personLabel(ground.secondment) }}
      errors={decisionErrors(text, failed)}
    >
      {props.isWhole ? null : (
        <NotificationBanner text={text} kind="important">
          {words.altered}
        </NotificationBanner>
      )}
      <Facts {...props} />
      {entry.form === "attendance" ? (
        <Month text={text} ground={ground} entry={entry} />
      ) : (
        <section>
          <h2 class="govuk-heading-m">{words.words}</h2>
          <WordsList text={text} form={entry.form} scheme={ground.scheme} values={values} />
        </section>
      )}
      <DecisionForms text={text} ground={ground} entry={entry} failed={failed} />
      <h2 class="govuk-heading-m">{words.history}</h2>
      <History text={text} entry={entry} />
      <div class="dm-print-only">
        <Signatures chrome={chrome} signers={["filedBy", "checkedBy"]} />
      </div>
    </Layout>
  );
}

function Facts({ chrome: { text }, ground, entry }: ReadProps) {
  const words = text.assessmentPage;
  const { checkpoint, by, state } = entry;
  const step = ground.secondment.checkpoints.find(({ key }) => key === checkpoint);
  const mayWrite = mayFile(ground, { key: checkpoint, by }).ok;
  const url = `/secondments/${ground.secondment.id}/checkpoints/${checkpoint}/forms/${by}`;
  return (
    <>
      <SummaryList
        rows={[
          { label: words.by, value: text.role[by] },
          { label: words.dueOn, value: step?.dueOn ?? "" },
          { label: words.state, value: formStateTag(text, state) },
        ]}
      />
      {mayWrite ? (
        <LinkButton href={url}>{state === "final" ? words.confirmAgain : words.fileAgain}</LinkButton>
      ) : null}
    </>
  );
}

/** What was confirmed, and the ledger of the month as it is now. */
function Month({ text, ground, entry }: { text: Text; ground: Ground; entry: Assessment }) {
  const words = text.assessmentPage;
  const ledger = monthLedger(ground.secondment, monthOf(entry.checkpoint), ground);
  const confirmed = entry.countedDays ?? 0;
  return (
    <section>
      <SummaryList
        rows={[{ label: words.confirmedDays, value: words.days({ days: formatDays(confirmed) }) }]}
      />
      {ledger.countedDays === confirmed ? null : (
        <p class="govuk-body">
          <b>{words.ledgerNow({ now: formatDays(ledger.countedDays) })}</b>
        </p>
      )}
      <MonthTable text={text} ground={ground} ledger={ledger} />
    </section>
  );
}

function History({ text, entry }: { text: Text; entry: Assessment }) {
  const words = text.assessmentPage;
  return (
    <DenseTable
      text={text}
      caption={words.history}
      isCaptionHidden
      columns={[
        { label: words.on, kind: "date", cell: ({ on }) => on },
        { label: words.act, cell: ({ act }) => text.formAct[act] },
        { label: words.who, cell: ({ by }) => signerName(text, by) },
        { label: words.reason, cell: ({ reason }) => reason ?? "" },
      ]}
      rows={entry.history}
    />
  );
}
