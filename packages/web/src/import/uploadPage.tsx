import type { Cohort } from "@dunmiao/domain/cohort";
import { formKey } from "../page.tsx";
import { Button, ButtonGroup, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { FileField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import { Steps } from "./steps.tsx";

type UploadProps = { chrome: Chrome; cohort: Cohort; errors: readonly FieldMessage[] };

/** Steps 1 and 2: the template, and the file. */
export function UploadPage({ chrome, cohort, errors }: UploadProps) {
  const { text } = chrome;
  const words = text.importPage;
  const { value: _, ...file } = bindFields({ text, values: {}, errors })("file");
  return (
    <Layout
      chrome={chrome}
      title={words.title({ cohort: cohort.name })}
      section="cohorts"
      back={{ href: `/cohorts/${cohort.id}`, label: words.toCohort }}
      errors={errors}
    >
      <Steps text={text} current="upload" />
      <h2 class="govuk-heading-m">{words.step.template}</h2>
      <p class="govuk-body">{words.templateHelp}</p>
      <ButtonGroup>
        <LinkButton kind="secondary" href={`/imports/template.xlsx?cohort=${encodeURIComponent(cohort.id)}`}>
          {words.templateXlsx}
        </LinkButton>
        <a class="govuk-link" href="/imports/template.csv">
          {words.templateCsv}
        </a>
      </ButtonGroup>
      <p class="govuk-body dm-muted">{words.csvHelp}</p>
      <p class="govuk-body">
        {words.listHelp}{" "}
        <a class="govuk-link" href={`/cohorts/${cohort.id}/list.xlsx`} download="">
          {words.listXlsx}
        </a>
      </p>
      <h2 class="govuk-heading-m">{words.step.upload}</h2>
      <PostForm action={`/cohorts/${cohort.id}/imports`} idempotencyKey={formKey()} isUpload>
        <FileField {...file} label={words.file} hint={words.fileHint} accept=".xlsx,.xls,.csv" />
        <Button>{words.upload}</Button>
      </PostForm>
    </Layout>
  );
}
