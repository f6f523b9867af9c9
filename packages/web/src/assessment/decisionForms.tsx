import type { Assessment } from "@dunmiao/domain/assessment";
import type { Ground } from "@dunmiao/domain/change";
import { mayDecide } from "@dunmiao/domain/decideForm";
import type { Refusal } from "@dunmiao/domain/refusal";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { fieldId } from "../ui/fieldFrame.tsx";
import { TextAreaField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { type FieldMessage, fieldMessages } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";
import type { Values } from "./values.ts";

/** A decision that was refused: what was sent, and why not. */
export type FailedDecision = { act: "return" | "accept"; values: Values; refusals: readonly Refusal[] };

type Props = { text: Text; ground: Ground; entry: Assessment; failed: FailedDecision | undefined };

/** The refusals of a decision for the summary, each linked to the field of its form. */
export function decisionErrors(text: Text, failed: FailedDecision | undefined): FieldMessage[] {
  return fieldMessages(text, failed?.refusals ?? []).map(({ field, ...message }) => ({
    ...message,
    ...(field !== undefined && { field: `${failed?.act}.${field}` }),
  }));
}

/** Accept it, or send it back with a reason; nothing for whom the rule would refuse. */
export function DecisionForms({ text, ground, entry, failed }: Props) {
  if (!mayDecide(ground, entry.id).ok) return null;
  const words = text.assessmentPage;
  const url = `/secondments/${ground.secondment.id}/assessments/${entry.id}`;
  const errors = fieldMessages(text, failed?.act === "return" ? failed.refusals : []);
  const bind = bindFields({ text, values: failed?.values ?? {}, errors });
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
          <TextAreaField
            {...bind("reason")}
            id={fieldId("return.reason")}
            label={words.returnReason}
            maxLength={500}
            rows={3}
          />
          <Button kind="warning">{words.return}</Button>
        </PostForm>
      </div>
    </section>
  );
}
