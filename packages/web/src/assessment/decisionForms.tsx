import type { Assessment } from "@dunmiao/domain/assessment";
import { type FormAct, formActs } from "@dunmiao/domain/assessment/acts";
import type { Ground } from "@dunmiao/domain/change";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { TextAreaField } from "../ui/fields.tsx";
import { PostForm } from "../ui/form.tsx";
import { bindOneOf, errorsOfOne, type Refused } from "../ui/oneOfForms.ts";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";

/** A decision that was refused: what was sent, and why not. */
export type FailedDecision = Refused & { act: FormAct };

type Props = { text: Text; ground: Ground; entry: Assessment; failed: FailedDecision | undefined };

/** The refusals of a decision for the summary, each linked to the field of its form. */
export function decisionErrors(text: Text, failed: FailedDecision | undefined): FieldMessage[] {
  return errorsOfOne(text, failed?.act ?? "", failed);
}

/** Accept it, or send it back with a reason; nothing for whom the rule would refuse. */
export function DecisionForms({ text, ground, entry, failed }: Props) {
  if (!formActs.accept.ask(ground, entry.id).ok) return null;
  const words = text.assessmentPage;
  const url = `/secondments/${ground.secondment.id}/assessments/${entry.id}`;
  const field = bindOneOf(text, "return", failed?.act === "return" ? failed : undefined);
  const seen = <input type="hidden" name="seen" value={String(entry.revision)} />;
  return (
    <section data-no-print>
      <h2 class="govuk-heading-m">{words.decide}</h2>
      <div class="dm-columns">
        <PostForm action={`${url}/accept`} idempotencyKey={formKey()} id="accept">
          {seen}
          <p class="govuk-body">{words.acceptHint}</p>
          <Button>{words.accept}</Button>
        </PostForm>
        <PostForm action={`${url}/return`} idempotencyKey={formKey()} id="return">
          {seen}
          <TextAreaField {...field("reason")} label={words.returnReason} maxLength={500} rows={3} />
          <Button kind="warning">{words.return}</Button>
        </PostForm>
      </div>
    </section>
  );
}
