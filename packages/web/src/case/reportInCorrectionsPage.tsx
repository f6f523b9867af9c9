import type { Ground } from "@dunmiao/domain/change";
import { proposedReportIn, type ReportInCorrection } from "@dunmiao/domain/reportInCorrection";
import { lateDaysOf } from "@dunmiao/domain/term/reportIn";
import { type ReportInAct, reportInActs } from "@dunmiao/domain/term/reportInActs";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { TextAreaField } from "../ui/fields.tsx";
import { PostForm } from "../ui/form.tsx";
import { formatDays } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { bindOneOf, errorsOfOne, type Refused } from "../ui/oneOfForms.ts";
import { personCaption, personLabel } from "../ui/personNow.ts";
import { EmptyState, SummaryList } from "../ui/pieces.tsx";
import { refusalSentence } from "../ui/refusalSentence.ts";
import { signerName } from "../ui/signerName.ts";
import { DenseTable } from "../ui/table.ts";
import { type TagColour, tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";

/** A decision that was refused: what was sent, and why not. */
export type Failed = Refused & { act: ReportInAct };
type Props = { chrome: Chrome; ground: Ground; failed: Failed | undefined };
type PartProps = { text: Text; ground: Ground; correction: ReportInCorrection; failed: Failed | undefined };

/** What was corrected of the day of report-in, what waits for another person, and the forms of who may decide it. */
export function ReportInCorrectionsPage({ chrome, ground, failed }: Props) {
  const { text } = chrome;
  const words = text.reportInPage;
  const { id, hostStation, reportInCorrections } = ground.secondment;
  const errors = errorsOfOne(text, failed?.act ?? "", failed);
  const waiting = proposedReportIn(ground.secondment);
  return (
    <Layout
      chrome={chrome}
      title={words.title}
      caption={personCaption(text, ground.secondment, hostStation.name)}
      section="secondments"
      back={{ href: `/secondments/${id}`, label: personLabel(ground.secondment) }}
      errors={errors}
    >
      {waiting ? <Waiting text={text} ground={ground} correction={waiting} failed={failed} /> : null}
      {reportInCorrections.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <History text={text} corrections={reportInCorrections.toReversed()} />
      )}
    </Layout>
  );
}

function Waiting(props: PartProps) {
  const { text, ground, correction } = props;
  const words = text.reportInPage;
  const { on, before, reason, by, madeOn, loweredDays } = correction;
  const stays = lateDaysOf(ground, on).days;
  return (
    <>
      <h2 class="govuk-heading-m">{words.waiting}</h2>
      <SummaryList
        rows={[
          { label: words.change, value: words.fromTo({ before, on }) },
          { label: words.lowered, value: words.days({ days: formatDays(loweredDays) }) },
          { label: words.stays, value: words.days({ days: formatDays(stays) }) },
          { label: words.reason, value: reason },
          { label: words.evidence, value: evidenceOf(correction) },
          { label: words.by, value: `${signerName(text, by)} · ${madeOn}` },
        ]}
      />
      <Forms {...props} />
    </>
  );
}

function Forms(props: PartProps) {
  const { text, ground, correction } = props;
  const words = text.reportInPage;
  const open = (["withdraw", "approve", "reject"] as const).filter(
    (act) => reportInActs[act].ask(ground, correction.id).ok,
  );
  // Who could send it back reads why it cannot be approved.
  const approval = reportInActs.approve.ask(ground, correction.id);
  const why = open.includes("reject") && !approval.ok ? approval.refusals : [];
  return (
    <>
      {why.map((each) => (
        <p class="govuk-body">{refusalSentence(text, each)}</p>
      ))}
      {open.map((act) => (
        <ActForm {...props} act={act} label={words[act]} />
      ))}
    </>
  );
}

function ActForm(props: PartProps & { act: Failed["act"]; label: string }) {
  const { text, ground, correction, failed, act, label } = props;
  const field = bindOneOf(text, act, failed?.act === act ? failed : undefined);
  const url = `/secondments/${ground.secondment.id}/report-in/corrections/${correction.id}`;
  const why = text.reportInPage.reasonOf;
  return (
    <PostForm action={`${url}/${act}`} idempotencyKey={formKey()} id={act}>
      <TextAreaField
        {...field("reason")}
        label={act === "reject" ? why : text.form.optional({ label: why })}
        maxLength={500}
        rows={2}
      />
      <Button kind={act === "approve" ? "primary" : "secondary"}>{label}</Button>
    </PostForm>
  );
}

const colours: Readonly<Record<ReportInCorrection["state"], TagColour>> = {
  made: "green",
  proposed: "yellow",
  approved: "green",
  rejected: "red",
  withdrawn: "grey",
};

function History({ text, corrections }: { text: Text; corrections: readonly ReportInCorrection[] }) {
  const words = text.reportInPage;
  return (
    <DenseTable
      text={text}
      caption={words.history}
      rows={corrections}
      columns={[
        { label: words.change, cell: (each) => words.fromTo(each) },
        { label: words.state, cell: ({ state }) => tag(words.states[state], colours[state]) },
        { label: words.lowered, kind: "number", cell: ({ loweredDays }) => formatDays(loweredDays) },
        { label: words.reason, cell: ({ reason }) => reason },
        { label: words.evidence, cell: evidenceOf },
        { label: words.by, cell: ({ by, madeOn }) => `${signerName(text, by)} · ${madeOn}` },
        { label: words.decidedBy, cell: (each) => decisionOf(text, each) },
      ]}
    />
  );
}

function evidenceOf({ evidence }: ReportInCorrection): string {
  return evidence ? [evidence.number, evidence.title, evidence.date].join(" · ") : "";
}

function decisionOf(text: Text, { decision }: ReportInCorrection): string {
  return decision
    ? [signerName(text, decision.by), decision.on, decision.reason].filter(Boolean).join(" · ")
    : "";
}
