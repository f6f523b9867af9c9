import { isSamePerson } from "@dunmiao/domain/access";
import type { Actor } from "@dunmiao/domain/actor";
import type { Officer } from "@dunmiao/domain/officer";
import { type Correction, type CountMove, openCorrection } from "@dunmiao/domain/officerCorrection";
import { mayTry } from "@dunmiao/domain/permissions";
import type { Summary } from "@dunmiao/domain/summary";
import type { Units } from "@dunmiao/store/unit";
import { formKey } from "../page.tsx";
import { Button, ButtonGroup } from "../ui/button.tsx";
import { TextAreaField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { formatRange } from "../ui/format.ts";
import { link } from "../ui/link.ts";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";
import { CountMoves } from "./countMoves.tsx";
import { isDeciding } from "./deciding.ts";
import { MergePreview } from "./mergeParts.tsx";
import type { MergeRead } from "./mergeRead.ts";
import { OneCorrection } from "./oneCorrection.tsx";

type Props = {
  text: Text;
  officer: Officer;
  actor: Actor;
  units: Units;
  terms: readonly Summary[];
  merge: MergeRead | undefined;
  /** What the open one makes of the counts now, for whoever proposes and decides. */
  moves: readonly CountMove[];
  /** What was sent with an act that was refused. */
  values: Readonly<Record<string, string>>;
  errors: readonly FieldMessage[];
};

/** What waits for another person, with the acts of whoever reads it, and every correction before. */
export function Corrections(props: Props) {
  const { text, officer, actor } = props;
  const words = text.officerPage;
  const { corrections = [] } = officer;
  const open = openCorrection(officer);
  if (corrections.length === 0) return null;
  return (
    <section id="corrections">
      <h2 class="govuk-heading-m">{open ? waitsOf(words, open) : words.corrections}</h2>
      {open ? <OpenCorrection {...props} open={open} /> : null}
      {corrections
        .filter(({ state }) => state !== "open")
        .toReversed()
        .map((each) => (
          <OneCorrection text={text} correction={each} opensOther={isDeciding(actor)} />
        ))}
    </section>
  );
}

function waitsOf(words: Text["officerPage"], { into }: Correction): string {
  return into === undefined ? words.waits : words.mergeOpen;
}

function OpenCorrection(props: Props & { open: Correction }) {
  const { text, open, terms, merge, units, actor } = props;
  const words = text.officerPage;
  if (open.into !== undefined)
    return (
      <>
        {merge ? <MergePreview text={text} units={units} read={merge} /> : null}
        <p class="govuk-body">{words.mergeFinal}</p>
        {open.changes.length > 0 ? <p class="govuk-body">{words.mergeChanges}</p> : null}
        <OneCorrection text={text} correction={open} opensOther={isDeciding(actor)} />
        <Acts {...props} />
      </>
    );
  return (
    <>
      <OneCorrection text={text} correction={open} />
      <p class="govuk-body">
        {terms.length > 0 ? words.affected({ count: terms.length }) : words.noAffected}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {terms.map(({ id, branch, station, from, to, status }) => (
          <li>
            {link(`/secondments/${id}`, `${branch[1]} ${station[1]} · ${formatRange(text, from, to)}`)}
            {` · ${text.status[status]}`}
          </li>
        ))}
      </ul>
      <Acts {...props} />
    </>
  );
}

/** The proposer may take it back; the approver decides, never on what they proposed themselves. */
function Acts({ text, officer, actor, open, moves, values, errors }: Props & { open: Correction }) {
  const words = text.officerPage;
  const url = `/officers/${encodeURIComponent(officer.id)}/corrections/${open.id}`;
  const isOwn = isSamePerson(actor, open.proposedBy);
  const field = bindFields({ text, values, errors });
  if (isOwn && mayTry(actor, "correct-officer"))
    return (
      <PostForm action={`${url}/withdraw`} idempotencyKey={formKey()}>
        <p class="govuk-body">{words.waitsForAnother}</p>
        <Button kind="secondary">{open.into === undefined ? words.withdraw : words.mergeWithdraw}</Button>
      </PostForm>
    );
  if (isOwn || !mayTry(actor, "decide-officer-correction"))
    return <p class="govuk-body">{words.waitsForAnother}</p>;
  return (
    <PostForm action={`${url}/decide`} idempotencyKey={formKey()}>
      <CountMoves text={text} moves={moves} />
      <TextAreaField
        {...field("reason")}
        label={words.reason}
        hint={words.rejectHint}
        maxLength={500}
        rows={3}
      />
      <ButtonGroup>
        <Button name="decision" value="approve">
          {open.into === undefined ? words.approve : words.mergeApprove}
        </Button>
        <Button name="decision" value="reject" kind="secondary">
          {words.reject}
        </Button>
      </ButtonGroup>
    </PostForm>
  );
}
