import type { Refusal } from "@dunmiao/domain/refusal";
import type { Secondment } from "@dunmiao/domain/secondment";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { RadioField } from "../ui/choices.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { FieldsTogether } from "../ui/fieldFrame.tsx";
import { DateField, TextAreaField, TextField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { FormButtons } from "../ui/formButtons.tsx";
import { Layout } from "../ui/layout.tsx";
import { personCaption, personLabel } from "../ui/personNow.ts";
import { fieldMessages } from "../ui/refusalSentence.ts";

type Props = {
  chrome: Chrome;
  record: Secondment;
  values: Readonly<Record<string, string | undefined>>;
  refusals: readonly Refusal[];
};

/** Ends a term before its last day: when, how, why, and who was heard. */
export function EarlyEndPage({ chrome, record, values, refusals }: Props) {
  const { text } = chrome;
  const words = text.earlyEndPage;
  const errors = fieldMessages(text, refusals);
  const url = `/secondments/${record.id}`;
  return (
    <Layout
      chrome={chrome}
      title={words.title}
      caption={personCaption(text, record, record.hostStation.name)}
      section="secondments"
      back={{ href: url, label: personLabel(record) }}
      errors={errors}
    >
      <p class="govuk-body">{words.intro(record.term)}</p>
      <PostForm action={`${url}/end-early`} idempotencyKey={formKey()}>
        <EarlyEndFields text={text} record={record} values={values} errors={errors} />
        <FormButtons text={text} back={url}>
          <Button kind="warning">{words.send}</Button>
        </FormButtons>
      </PostForm>
    </Layout>
  );
}

function EarlyEndFields({
  text,
  record,
  ...form
}: Parameters<typeof bindFields>[0] & { record: Secondment }) {
  const words = text.earlyEndPage;
  const field = bindFields({ text, ...form });
  const outcomes =
    record.reportedInOn === undefined ? (["cancelled"] as const) : (["completed", "cancelled"] as const);
  const choices = outcomes.map((value) => ({
    value,
    label: record.reportedInOn === undefined ? words.withdrawn : words.outcome[value],
    hint: record.reportedInOn === undefined ? words.withdrawnHint : words.outcomeHint[value],
  }));
  return (
    <>
      <RadioField {...field("outcome")} legend={words.labels.outcome} choices={choices} />
      <DateField {...field("on")} label={words.labels.on} hint={[words.onHint, " ", text.form.dateHint]} />
      <TextAreaField {...field("reason")} label={words.labels.reason} maxLength={500} rows={3} />
      <FieldsTogether
        text={text}
        id="consultation"
        legend={words.consultation}
        error={field("consultation").error}
      >
        <TextField {...field("consultation.with")} label={words.labels["consultation.with"]} width={30} />
        <DateField {...field("consultation.on")} label={words.labels["consultation.on"]} />
        <TextAreaField
          {...field("consultation.note")}
          label={words.labels["consultation.note"]}
          maxLength={500}
          rows={3}
        />
      </FieldsTogether>
    </>
  );
}
