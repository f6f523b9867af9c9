import type { Refusal } from "@dunmiao/domain/refusal";
import { type SpotCheck, type SpotCheckResult, spotCheckOutcomes } from "@dunmiao/domain/spotCheck";
import { standingOf } from "@dunmiao/domain/spotCheck/spotCheckCorrection";
import { EvidenceFields, FactsFields } from "../absence/factsFields.tsx";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { RadioField } from "../ui/choices.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { TextAreaField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { FormButtons } from "../ui/formButtons.tsx";
import { Layout } from "../ui/layout.tsx";
import { SummaryList } from "../ui/pieces.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";
import { resultLines } from "./resultLines.ts";

type Props = {
  chrome: Chrome;
  check: SpotCheck;
  secondmentId: string;
  /** Who it is about, as pages name people. */
  person: string;
  /** The result that is to be corrected; without it a first one is recorded. */
  result?: SpotCheckResult | undefined;
  values: Readonly<Record<string, string>>;
  refusals?: readonly Refusal[];
};

/** The result of one who was drawn, or its correction; absent asks for the facts of the finding. */
export function ResultPage(props: Props) {
  const { chrome, check, secondmentId, person, result, values, refusals = [] } = props;
  const { text } = chrome;
  const words = text.spotCheckPage;
  const errors = fieldMessages(text, refusals);
  const url = `/spot-checks/${check.id}`;
  const action = `${url}/results/${secondmentId}${result ? "/correct" : ""}`;
  return (
    <Layout
      chrome={chrome}
      title={result ? words.correctTitle({ name: person }) : words.recordTitle({ name: person })}
      caption={words.one({ on: check.on })}
      section="spotChecks"
      back={{ href: url, label: words.one({ on: check.on }) }}
      errors={errors}
    >
      {result ? <SummaryList rows={resultLines(text, result)} /> : null}
      <PostForm action={action} idempotencyKey={formKey()}>
        <ResultFields text={text} result={result} values={values} errors={errors} />
        <FormButtons text={text} back={url}>
          <Button>{result ? words.correct : words.record}</Button>
        </FormButtons>
      </PostForm>
    </Layout>
  );
}

function ResultFields({
  result,
  ...form
}: Parameters<typeof bindFields>[0] & { text: Text; result: SpotCheckResult | undefined }) {
  const { text } = form;
  const words = text.spotCheckPage;
  const field = bindFields(form);
  const offered = spotCheckOutcomes.filter((each) => !result || standingOf(result).outcome !== each);
  return (
    <>
      <RadioField
        {...field("outcome")}
        legend={result ? words.correctedTo : words.result}
        hint={words.outcomeHint}
        layout="inline"
        choices={offered.map((value) => ({ value, label: words.outcome[value] }))}
      />
      {result ? (
        <>
          <input type="hidden" name="seen" value={String(result.corrections?.length ?? 0)} />
          <TextAreaField {...field("reason")} label={words.correctionReason} maxLength={500} rows={3} />
        </>
      ) : null}
      <h2 class="govuk-heading-m">{words.findingFacts}</h2>
      <FactsFields text={text} field={field} kinds={["finding"]} />
      <EvidenceFields text={text} field={field} />
    </>
  );
}
