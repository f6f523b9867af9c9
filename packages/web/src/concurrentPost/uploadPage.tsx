import { type ImportOfCohort, ImportTable } from "../cohort/importTable.tsx";
import { Steps } from "../import/steps.tsx";
import { formKey } from "../page.tsx";
import { Button, ButtonGroup, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { FileField, TextAreaField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";

type UploadProps = {
  chrome: Chrome;
  imports: readonly ImportOfCohort[];
  /** What was pasted into a form that was refused. */
  pasted: string;
  errors: readonly FieldMessage[];
};

/** Steps 1 and 2 of a list of concurrent posts: the template, and the file or what was pasted. */
export function PostUploadPage({ chrome, imports, pasted, errors }: UploadProps) {
  const { text } = chrome;
  const words = text.postPage;
  const field = bindFields({ text, values: { pasted }, errors });
  const { value: _, ...file } = field("file");
  return (
    <Layout
      chrome={chrome}
      title={words.import}
      section="posts"
      back={{ href: "/posts", label: words.title }}
      errors={errors}
    >
      <Steps text={text} current="upload" />
      <h2 class="govuk-heading-m">{text.importPage.step.template}</h2>
      <p class="govuk-body">{words.importTemplateHelp}</p>
      <ButtonGroup>
        <LinkButton kind="secondary" href="/posts/import/template.xlsx">
          {text.importPage.templateXlsx}
        </LinkButton>
        <a class="govuk-link" href="/posts/list.xlsx" download="">
          {text.importPage.listXlsx}
        </a>
      </ButtonGroup>
      <h2 class="govuk-heading-m">{text.importPage.step.upload}</h2>
      <PostForm action="/posts/import" idempotencyKey={formKey()} isUpload>
        <FileField
          {...file}
          label={text.importPage.file}
          hint={text.importPage.fileHint}
          accept=".xlsx,.xls,.csv"
        />
        <TextAreaField {...field("pasted")} label={words.pasted} hint={words.pastedHint} rows={6} />
        <Button>{text.importPage.upload}</Button>
      </PostForm>
      <ImportTable text={text} imports={imports} />
    </Layout>
  );
}
