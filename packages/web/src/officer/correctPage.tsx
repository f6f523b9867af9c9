import type { Officer } from "@dunmiao/domain/officer";
import type { Units } from "@dunmiao/store/unit";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/errorSummary.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { type Chrome, Layout } from "../ui/layout.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import { AnotherPerson } from "./anotherPerson.tsx";
import { EvidenceFields, evidenceLabels } from "./evidenceFields.tsx";
import { PersonFields } from "./personFields.tsx";

type Props = {
  chrome: Chrome;
  officer: Officer;
  units: Units;
  values: Readonly<Record<string, string>>;
  errors: readonly FieldMessage[];
  /** Numbers of people with the same new facts that are asked about. */
  asked: string | undefined;
};

/** What is wrong on file, what is right, and the evidence. */
export function CorrectPage({ chrome, officer, units, values, errors, asked }: Props) {
  const { text } = chrome;
  const words = text.officerPage;
  const { id, name, sex, birthMonth, kind, homeUnit, version } = officer;
  const onFile = { name, sex, birthMonth, kind, homeUnit };
  const field = bindFields({ text, values: { ...onFile, ...values }, errors });
  const labels = { ...words.fact, ...evidenceLabels(text) };
  return (
    <Layout
      chrome={chrome}
      title={words.correctTitle}
      caption={`${name} ${id}`}
      section="units"
      back={{ href: `/officers/${encodeURIComponent(id)}`, label: `${name} ${id}` }}
      hasErrors={errors.length > 0}
    >
      <ErrorSummary text={text} errors={errors} labels={labels} />
      <p class="govuk-body">{words.intro}</p>
      <p class="govuk-body">{words.unitNote}</p>
      <PostForm action={`/officers/${encodeURIComponent(id)}/corrections`} idempotencyKey={formKey()}>
        <input type="hidden" name="seen" value={values.seen ?? String(version)} />
        <PersonFields text={text} field={field} units={units} />
        <AnotherPerson {...{ text, values, errors, asked }} />
        <EvidenceFields text={text} field={field} />
        <Button>{words.propose}</Button>
      </PostForm>
    </Layout>
  );
}
