import type { Actor } from "@dunmiao/domain/actor";
import type { Officer } from "@dunmiao/domain/officer";
import { type Correction, openCorrection } from "@dunmiao/domain/officerCorrection";
import type { Summary } from "@dunmiao/domain/summary";
import { formKey } from "../page.tsx";
import { Button, ButtonGroup } from "../ui/button.tsx";
import { TextAreaField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { link } from "../ui/link.ts";
import { SummaryList } from "../ui/pieces.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import { signerName } from "../ui/signerName.ts";
import { DenseTable } from "../ui/table.ts";
import { type TagColour, tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import { factValue } from "./correctionLine.ts";

const colours: Readonly<Record<Correction["state"], TagColour>> = {
  open: "yellow",
  effective: "green",
  rejected: "grey",
  withdrawn: "grey",
};

type Props = {
  text: Text;
  officer: Officer;
  actor: Actor;
  terms: readonly Summary[];
  errors: readonly FieldMessage[];
};

/** What waits for another person, with the acts of whoever reads it, and every correction before. */
export function Corrections(props: Props) {
  const { text, officer } = props;
  const words = text.officerPage;
  const { corrections = [] } = officer;
  const open = openCorrection(officer);
  if (corrections.length === 0) return null;
  return (
    <section id="corrections">
      <h2 class="govuk-heading-m">{open ? words.waits : words.corrections}</h2>
      {open ? <OpenCorrection {...props} open={open} /> : null}
      {corrections
        .filter(({ state }) => state !== "open")
        .toReversed()
        .map((each) => (
          <OneCorrection text={text} correction={each} />
        ))}
    </section>
  );
}

function OneCorrection({ text, correction }: { text: Text; correction: Correction }) {
  const words = text.officerPage;
  const { changes, evidence, state, reason } = correction;
  const { proposedBy, proposedOn, decidedBy, decidedOn } = correction;
  return (
    <>
      <DenseTable
        text={text}
        caption={`${words.corrected} ${correction.id}`}
        rows={changes}
        columns={[
          { label: words.what, kind: "rowHeader", cell: ({ fact }) => words.fact[fact] },
          { label: words.from, cell: (each) => factValue(text, each, each.from, each.fromName) },
          { label: words.to, cell: (each) => factValue(text, each, each.to, each.toName) },
        ]}
      />
      <SummaryList
        rows={[
          { label: words.status, value: tag(words.state[state], colours[state]) },
          { label: words.evidence, value: words.evidenceLine(evidence) },
          { label: words.proposed, value: words.by({ by: signerName(text, proposedBy), on: proposedOn }) },
          ...(decidedBy && decidedOn
            ? [{ label: words.decided, value: words.by({ by: signerName(text, decidedBy), on: decidedOn }) }]
            : []),
          ...(reason ? [{ label: words.reason, value: reason }] : []),
        ]}
      />
    </>
  );
}

function OpenCorrection(props: Props & { open: Correction }) {
  const { text, open, terms } = props;
  const words = text.officerPage;
  return (
    <>
      <OneCorrection text={text} correction={open} />
      <p class="govuk-body">
        {terms.length > 0 ? words.affected({ count: terms.length }) : words.noAffected}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {terms.map(({ id, branch, station, from, to, status }) => (
          <li>
            {link(`/secondments/${id}`, `${branch[1]} ${station[1]} · ${from} – ${to}`)}
            {` · ${text.status[status]}`}
          </li>
        ))}
      </ul>
      <Acts {...props} />
    </>
  );
}

/** The proposer may take it back; the approver decides, never on what they proposed themselves. */
function Acts({ text, officer, actor, open, errors }: Props & { open: Correction }) {
  const words = text.officerPage;
  const url = `/officers/${encodeURIComponent(officer.id)}/corrections/${open.id}`;
  const isOwn = open.proposedBy.id === actor.id;
  const field = bindFields({ text, values: {}, errors });
  if (isOwn)
    return (
      <PostForm action={`${url}/withdraw`} idempotencyKey={formKey()}>
        <p class="govuk-body">{words.waitsForAnother}</p>
        <Button kind="secondary">{words.withdraw}</Button>
      </PostForm>
    );
  if (actor.role !== "approver") return <p class="govuk-body">{words.waitsForAnother}</p>;
  return (
    <PostForm action={`${url}/decide`} idempotencyKey={formKey()}>
      <TextAreaField
        {...field("reason")}
        label={words.reason}
        hint={words.rejectHint}
        maxLength={500}
        rows={3}
      />
      <ButtonGroup>
        <Button name="decision" value="approve">
          {words.approve}
        </Button>
        <Button name="decision" value="reject" kind="secondary">
          {words.reject}
        </Button>
      </ButtonGroup>
    </PostForm>
  );
}
