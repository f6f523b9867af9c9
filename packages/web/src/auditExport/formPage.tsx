import type { CohortRow } from "@dunmiao/store/cohort";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { RadioField } from "../ui/choices.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { DateField, SelectField, TextAreaField, TextField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { FormButtons } from "../ui/formButtons.tsx";
import { Layout } from "../ui/layout.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import { scopeNames } from "./form.ts";

type Props = {
  chrome: Chrome;
  cohorts: readonly CohortRow[];
  values: Readonly<Record<string, string>>;
  errors: readonly FieldMessage[];
};

/** What is exported, why, and the head that the auditor holds; of the scopes only the chosen one's boxes count. */
export function ExportFormPage({ chrome, cohorts, values, errors }: Props) {
  const { text } = chrome;
  const words = text.auditExportPage;
  const field = bindFields({ text, values, errors });
  return (
    <Layout
      chrome={chrome}
      title={words.create}
      section="exports"
      back={{ href: "/audit/exports", label: words.title }}
      errors={errors}
    >
      <p class="govuk-body">{words.createIntro}</p>
      <PostForm action="/audit/exports" idempotencyKey={formKey()}>
        <TextField {...field("purpose")} label={words.purpose} hint={words.purposeHint} />
        <RadioField
          {...field("of")}
          legend={words.scope}
          hint={words.scopeHint}
          choices={scopeNames.map((value) => ({ value, label: words.scopes[value] }))}
        />
        <SelectField
          {...field("cohortId")}
          label={words.cohort}
          options={cohorts.map(({ id, name }) => ({ value: id, label: name }))}
          prompt={text.form.choose}
        />
        <TextField {...field("unit")} label={words.unit} hint={words.unitHint} width={20} />
        <TextField {...field("serviceNumber")} label={words.officer} width={20} />
        <DateField {...field("from")} label={words.from} />
        <DateField {...field("to")} label={words.to} />
        <TextAreaField
          {...field("checkpoint")}
          label={words.held}
          hint={words.heldHint}
          rows={7}
          maxLength={4_000}
        />
        <FormButtons text={text} back="/audit/exports">
          <Button>{words.ask}</Button>
        </FormButtons>
      </PostForm>
    </Layout>
  );
}
