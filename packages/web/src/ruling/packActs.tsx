import { mayTry } from "@dunmiao/domain/permissions";
import type { Ruling } from "@dunmiao/domain/ruling";
import { beforeRuling, openActs, proposals, type RulingAct, whyNot } from "@dunmiao/domain/ruling/acts";
import { RadioField } from "../ui/choices.tsx";
import { DateField, TextAreaField, TextField } from "../ui/fields.tsx";
import { numberOf } from "../ui/ordinal.ts";
import { refusalSentence } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";
import { ActForm, bindAct, type Failed } from "./actForm.tsx";
import { receiptHows } from "./form.ts";
import type { Pack } from "./pack.ts";

type Props = { text: Text; pack: Pack; failed: Failed | undefined };

/** The forms of what this person may do now, and why not where something waits that is not theirs. */
export function PackActs(props: Props) {
  const { text, pack } = props;
  const words = text.rulingPage;
  const { ground } = pack;
  const { rulings } = pack.view.record;
  const offered = rulings.flatMap((ruling) => openActs(ground, ruling.id).map((act) => ({ ruling, act })));
  const whys = rulings.map((each) => whyNot(ground, each)).filter((why) => why !== undefined);
  const wishes = proposals(ground);
  const mayState = beforeRuling.state.ask(ground).ok;
  const isEmpty = offered.length === 0 && whys.length === 0 && !wishes && !mayState;
  return (
    <section id="acts" data-no-print>
      <h2 class="govuk-heading-m">{words.acts}</h2>
      {isEmpty ? <p class="govuk-body">{words.noActs}</p> : null}
      {whys.map((why) => (
        <p class="govuk-body">{words.waitsBecause({ why: refusalSentence(text, why) })}</p>
      ))}
      <div class="dm-columns">
        {offered.map(({ ruling, act }) => (
          <RulingActForm {...props} ruling={ruling} act={act} />
        ))}
      </div>
      {wishes ? <ProposalForm {...props} wishes={wishes} /> : null}
      {mayState ? <StatementForm {...props} /> : null}
    </section>
  );
}

function StatementForm({ text, pack, failed }: Props) {
  const words = text.rulingPage;
  const field = bindAct(text, { act: "statement" }, failed);
  const action = `/secondments/${pack.view.record.id}/statements`;
  if (mayTry(pack.ground.actor, "record-refused-statement"))
    return (
      <ActForm heading={words.recordRefusal} action={action} label={words.sendRefusal} kind="secondary">
        <TextAreaField
          {...field("note")}
          label={words.refusalNote}
          hint={words.refusalHint}
          maxLength={500}
          rows={3}
        />
      </ActForm>
    );
  return (
    <ActForm heading={words.giveStatement} action={action} label={words.sendStatement}>
      <TextAreaField
        {...field("words")}
        label={words.words}
        hint={words.wordsHint}
        maxLength={5000}
        rows={10}
      />
    </ActForm>
  );
}

type Wishes = NonNullable<ReturnType<typeof proposals>>;

/** The outcomes that may be proposed; the others with their reasons. */
function ProposalForm({ text, pack, failed, wishes }: Props & { wishes: Wishes }) {
  const words = text.rulingPage;
  const field = bindAct(text, { act: "propose" }, failed);
  const open = wishes.filter(({ refusal }) => refusal === undefined);
  const reasons = wishes.flatMap(({ outcome, refusal }) =>
    refusal ? [words.cannot({ outcome: words.outcome[outcome], why: refusalSentence(text, refusal) })] : [],
  );
  const choices = open.map(({ outcome }) => ({
    value: outcome,
    label: words.outcome[outcome],
    hint: words.outcomeHint[outcome],
  }));
  return (
    <>
      <ul class="govuk-list">
        {reasons.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
      {open.length === 0 ? null : (
        <ActForm
          heading={words.propose}
          action={`/secondments/${pack.view.record.id}/rulings`}
          label={words.sendProposal}
        >
          <RadioField {...field("outcome")} legend={words.proposal} choices={choices} />
          <TextAreaField {...field("reason")} label={words.reason} maxLength={500} rows={4} />
        </ActForm>
      )}
    </>
  );
}

/** What undoes stands out; what declines stands back. */
const kinds: Partial<Record<RulingAct, "secondary" | "warning">> = {
  reject: "secondary",
  review: "secondary",
  reopen: "warning",
};

function RulingActForm(props: Props & { ruling: Ruling; act: RulingAct }) {
  const { text, pack, failed, ruling, act } = props;
  const words = text.rulingPage;
  const facts = { act: words.act[act], no: numberOf(ruling.id), outcome: words.outcome[ruling.outcome] };
  return (
    <ActForm
      heading={words.actHeading(facts)}
      action={`/secondments/${pack.view.record.id}/rulings/${ruling.id}/${act}`}
      seen={ruling.revision}
      label={words.act[act]}
      kind={kinds[act] ?? "primary"}
    >
      <ActFields text={text} act={act} field={bindAct(text, { act, rulingId: ruling.id }, failed)} />
    </ActForm>
  );
}

function ActFields({ text, act, field }: { text: Text; act: RulingAct; field: ReturnType<typeof bindAct> }) {
  const words = text.rulingPage;
  if (act === "notice") return <TextField {...field("number")} label={words.number} width={30} />;
  if (act === "receipt")
    return (
      <>
        <DateField {...field("on")} label={words.on} />
        <RadioField
          {...field("how")}
          legend={words.howLabel}
          choices={receiptHows.map((value) => ({ value, label: words.how[value] }))}
        />
      </>
    );
  return <TextAreaField {...field("reason")} label={words.reason} maxLength={500} rows={3} />;
}
