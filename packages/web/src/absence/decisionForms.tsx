import type { Absence } from "@dunmiao/domain/absence";
import { asksForPastDays, loweringNeedsSecond } from "@dunmiao/domain/absence/acts";
import type { Forecast } from "@dunmiao/domain/absence/forecast";
import { isSamePerson } from "@dunmiao/domain/access";
import type { Ground } from "@dunmiao/domain/change";
import { RadioField } from "../ui/choices.tsx";
import { formatDays } from "../ui/format.ts";
import { Details } from "../ui/pieces.tsx";
import type { Text } from "../ui/text.ts";
import { ActForm, bindAct, type Failed, OverLimitField, ReasonField } from "./actForm.tsx";
import { EvidenceFields, FactsFields } from "./factsFields.tsx";
import { factsValues } from "./factsValues.ts";

export type DecisionProps = {
  text: Text;
  url: string;
  absence: Absence;
  ground: Ground;
  forecast: Forecast | undefined;
  failed: Failed | undefined;
};

/** Approve a request or a proposal, or confirm a finding: the decisions that make days count. */
export function DecideForm({ act, ...props }: DecisionProps & { act: "approve" | "confirm" }) {
  const { text, absence, forecast, failed } = props;
  const words = text.absencePage;
  const field = bindAct(text, act, failed);
  const goesOver = forecast?.rises === true && forecast.after.verdict === "exceeded";
  const label =
    act === "confirm"
      ? confirmLabel(text, absence)
      : absence.proposal
        ? words.approveProposal
        : words.approve;
  const figures = forecast && {
    days: formatDays(forecast.after.countedDays),
    limit: formatDays(forecast.after.limitDays),
  };
  return (
    <ActForm {...props} act={act} label={label}>
      {goesOver && figures ? (
        <OverLimitField text={text} field={field} hint={words.overLimitHint(figures)} />
      ) : null}
      <ReasonField text={text} field={field} isOptional />
    </ActForm>
  );
}

function confirmLabel(text: Text, absence: Absence): string {
  return absence.state === "confirmed" ? text.absencePage.uphold : text.absencePage.confirm;
}

/** Reject a request (and say what became of days that are over), dismiss a finding, drop or withdraw a proposal. */
export function RejectForm(props: DecisionProps) {
  const { text, absence, ground, failed } = props;
  const words = text.absencePage;
  const field = bindAct(text, "reject", failed);
  const { value, ...pastDays } = field("pastDays");
  const choices = (["present", "finding"] as const).map((each) => ({
    value: each,
    label: words.pastDays[each],
  }));
  return (
    <ActForm {...props} act="reject" kind="secondary" label={rejectLabel(text, absence, ground)}>
      {asksForPastDays(ground, absence.id) || pastDays.error ? (
        <RadioField
          {...pastDays}
          value={value}
          legend={words.pastChoice}
          hint={words.pastHint}
          choices={choices}
        />
      ) : null}
      <ReasonField text={text} field={field} />
    </ActForm>
  );
}

function rejectLabel(text: Text, { proposal, state }: Absence, { actor }: Ground): string {
  const words = text.absencePage;
  if (proposal) return isSamePerson(actor, proposal.by) ? words.withdrawProposal : words.rejectProposal;
  return state === "recorded" ? words.dismiss : words.reject;
}

/** The officer's objection to a finding. */
export function ContestForm(props: DecisionProps) {
  const { text, failed } = props;
  return (
    <ActForm {...props} act="contest" label={text.absencePage.contestAct}>
      <ReasonField text={text} field={bindAct(text, "contest", failed)} />
    </ActForm>
  );
}

/** Corrects class, dates or words; says where lowering it needs evidence and a second person. */
export function AmendForm(props: DecisionProps) {
  const { text, absence, ground, failed } = props;
  const words = text.absencePage;
  const field = bindAct(text, "amend", failed, factsValues(absence));
  const isAsked = loweringNeedsSecond(ground, absence.id);
  const isOverLimit = field("overLimit").error !== undefined || field("overLimit").value !== undefined;
  return (
    <Details summary={words.amend} isOpen={failed?.act === "amend"}>
      <p class="govuk-body">{isAsked ? <b>{words.shorteningNeedsSecond}</b> : words.lowers}</p>
      <ActForm {...props} act="amend" kind="secondary" label={words.amend}>
        <FactsFields text={text} field={field} kinds={[absence.kind]} scheme={ground.scheme} />
        <EvidenceFields text={text} field={field} isOpen={isAsked} />
        {isOverLimit ? <OverLimitField text={text} field={field} hint={words.overLimitMaybe} /> : null}
        <ReasonField text={text} field={field} />
      </ActForm>
    </Details>
  );
}

/** Takes an absence back. */
export function VoidForm(props: DecisionProps) {
  const { text, absence, ground, failed } = props;
  const words = text.absencePage;
  const isAsked = loweringNeedsSecond(ground, absence.id);
  const field = bindAct(text, "void", failed);
  return (
    <Details summary={words.void} isOpen={failed?.act === "void"}>
      {isAsked ? (
        <p class="govuk-body">
          <b>{words.voidNeedsSecond}</b>
        </p>
      ) : null}
      <ActForm {...props} act="void" kind="warning" label={isAsked ? words.proposeVoid : words.void}>
        <ReasonField text={text} field={field} />
        <EvidenceFields text={text} field={field} isOpen={isAsked} isNeeded={isAsked} />
      </ActForm>
    </Details>
  );
}
