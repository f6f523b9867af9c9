import type { Refusal } from "@dunmiao/domain/refusal";
import { type SpotCheck, spotCheckOutcomes } from "@dunmiao/domain/spotCheck";
import { EvidenceFields, FactsFields } from "../absence/factsFields.tsx";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { RadioField } from "../ui/choices.tsx";
import { ErrorSummary } from "../ui/errorSummary.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { FormButtons } from "../ui/formButtons.tsx";
import { type Chrome, Layout } from "../ui/layout.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";

type Props = {
  chrome: Chrome;
  check: SpotCheck;
  secondmentId: string;
  /** Who it is about, as pages name people. */
  person: string;
  values: Readonly<Record<string, string>>;
  refusals?: readonly Refusal[];
};

/** The result of one who was drawn; absent asks for the facts of the finding. */
export function ResultPage({ chrome, check, secondmentId, person, values, refusals = [] }: Props) {
  const { text } = chrome;
  const words = text.spotCheckPage;
  const errors = fieldMessages(text, refusals);
  const field = bindFields({ text, values, errors });
  const { class: absenceClass, from, to } = text.absenceForm;
  const labels = { outcome: words.result, class: absenceClass, from, to };
  const url = `/spot-checks/${check.id}`;
  const choices = spotCheckOutcomes.map((value) => ({ value, label: words.outcome[value] }));
  return (
    <Layout
      chrome={chrome}
      title={words.recordTitle({ name: person })}
      caption={words.one({ on: check.on })}
      section="spotChecks"
      back={{ href: url, label: words.one({ on: check.on }) }}
      hasErrors={errors.length > 0}
    >
      <ErrorSummary text={text} errors={errors} labels={labels} />
      <PostForm action={`${url}/results/${secondmentId}`} idempotencyKey={formKey()}>
        <RadioField
          {...field("outcome")}
          legend={words.result}
          hint={words.outcomeHint}
          layout="inline"
          choices={choices}
        />
        <h2 class="govuk-heading-m">{words.findingFacts}</h2>
        <FactsFields text={text} field={field} kinds={["finding"]} />
        <EvidenceFields text={text} field={field} />
        <FormButtons text={text} back={url}>
          <Button>{words.record}</Button>
        </FormButtons>
      </PostForm>
    </Layout>
  );
}
