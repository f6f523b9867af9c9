import type { Refusal } from "@dunmiao/domain/refusal";
import { loweredAloneDays } from "@dunmiao/domain/reportInCorrection";
import type { Secondment } from "@dunmiao/domain/secondment";
import { lateCode } from "@dunmiao/domain/term/reportIn";
import { EvidenceFields } from "../absence/factsFields.tsx";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { CheckboxField } from "../ui/choices.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { DateField, TextAreaField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { FormButtons } from "../ui/formButtons.tsx";
import { Layout } from "../ui/layout.tsx";
import { personCaption, personLabel } from "../ui/personNow.ts";
import { fieldMessages, refusalSentence } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";

type Props = {
  chrome: Chrome;
  record: Secondment;
  values: Readonly<Record<string, string | undefined>>;
  refusals?: readonly Refusal[];
};

/** Confirms the day on which an officer arrived, or corrects one that was entered wrongly. */
export function ReportInPage({ chrome, record, values, refusals = [] }: Props) {
  const { text } = chrome;
  const words = text.secondmentPage;
  const errors = fieldMessages(text, refusals);
  // Never today's date: one press of Enter would leave every day before it unreported.
  const shown = record.reportedInOn === undefined ? values : { on: record.reportedInOn, ...values };
  const field = bindFields({ text, values: shown, errors });
  const url = `/secondments/${record.id}`;
  const isCorrection = record.reportedInOn !== undefined;
  const label = isCorrection ? words.correctReportIn : words.confirmReportIn;
  return (
    <Layout
      chrome={chrome}
      title={isCorrection ? words.correctReportIn : words.reportInTitle}
      caption={personCaption(text, record, record.hostStation.name)}
      section="secondments"
      back={{ href: url, label: personLabel(record) }}
      errors={errors}
    >
      <PostForm action={`${url}/report-in${isCorrection ? "/correct" : ""}`} idempotencyKey={formKey()}>
        <DateField
          {...field("on")}
          label={words.reportInOn}
          hint={[words.reportInHint({ from: record.term.from }), " ", text.form.dateHint]}
        />
        <LateDaysField text={text} refusals={refusals} />
        {isCorrection ? (
          <>
            <TextAreaField {...field("reason")} label={words.correctionReason} maxLength={500} />
            <p class="govuk-body">{words.correctionNeedsSecond({ days: loweredAloneDays })}</p>
            <EvidenceFields text={text} field={field} />
          </>
        ) : null}
        <FormButtons text={text} back={url}>
          <Button>{label}</Button>
        </FormButtons>
      </PostForm>
    </Layout>
  );
}

/** The second confirmation, only after the server said how many days would stay unreported; never ticked beforehand. */
function LateDaysField({ text, refusals }: { text: Text; refusals: readonly Refusal[] }) {
  const asked = refusals.find(({ code }) => code === lateCode);
  if (!asked) return null;
  const days = String(asked.params?.days);
  return (
    <CheckboxField
      text={text}
      name="lateDays"
      legend={text.secondmentPage.lateDays}
      error={refusalSentence(text, asked)}
      choices={[{ value: days, label: text.secondmentPage.lateDaysKnown({ days }) }]}
    />
  );
}
