import { usualWeights } from "@dunmiao/domain/matching/matching";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { DateField, SelectField, TextAreaField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import { Details, SummaryList } from "../ui/pieces.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";

const weightNames = ["sameBranch", "elsewhere", "needUnmet", "load", "newTrade", "failed"] as const;

type FormProps = {
  chrome: Chrome;
  /** The newest version of each. */
  schemes: readonly PairScheme[];
  values: Readonly<Record<string, string>>;
  errors: readonly FieldMessage[];
};

/** The two lists, and what a pair costs. */
export function ProposalsFormPage({ chrome, schemes, values, errors }: FormProps) {
  const { text } = chrome;
  const words = text.matchingPage;
  const field = bindFields({ text, values, errors });
  return (
    <Layout
      chrome={chrome}
      title={words.title}
      section="pairs"
      back={{ href: "/pairs", label: text.pairPage.title }}
      errors={errors}
    >
      <p class="govuk-body">{words.intro}</p>
      <PostForm action="/pairs/proposals" idempotencyKey={formKey()}>
        <TextAreaField
          {...field("apprentices")}
          label={words.apprentices}
          hint={words.apprenticesHint}
          rows={8}
        />
        <TextAreaField {...field("mentors")} label={words.mentors} hint={words.mentorsHint} rows={8} />
        <SelectField
          {...field("scheme")}
          label={text.pairPage.scheme}
          hint={words.schemeHint}
          options={schemes.map(({ id, name }) => ({ value: id, label: name[text.language] }))}
        />
        <DateField {...field("from")} label={words.from} hint={[words.fromHint, " ", text.form.dateHint]} />
        <Button>{words.submit}</Button>
      </PostForm>
      <Details summary={words.weights}>
        <p class="govuk-body">{words.weightsIntro}</p>
        <SummaryList
          rows={weightNames.map((name) => ({ label: words.weight[name], value: String(usualWeights[name]) }))}
        />
      </Details>
    </Layout>
  );
}
