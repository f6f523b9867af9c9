import { usualWeights } from "@dunmiao/domain/matching/matching";
import type { Refusal } from "@dunmiao/domain/refusal";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { DateField, TextAreaField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import { Details, SummaryList } from "../ui/pieces.tsx";
import { type FieldMessage, fieldMessages } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";

const mostShown = 20;
const weightNames = ["sameBranch", "elsewhere", "needUnmet", "load", "newTrade", "failed"] as const;

/** What is wrong with somebody of a list, beside its box and with their place in it; the first 20, and how many more. */
export function lineMessages(text: Text, refusals: readonly Refusal[]): FieldMessage[] {
  const words = text.matchingPage;
  const shown = fieldMessages(text, refusals.slice(0, mostShown)).map((each) => {
    const [list = "", index] = each.field?.split(".") ?? [];
    if (index === undefined) return each;
    return { ...each, field: list, message: words.line({ line: Number(index) + 1, message: each.message }) };
  });
  const more = refusals.length - mostShown;
  return more > 0 ? [...shown, { code: "refused", message: words.more({ count: more }) }] : shown;
}

type FormProps = {
  chrome: Chrome;
  values: Readonly<Record<string, string>>;
  errors: readonly FieldMessage[];
};

/** The two lists, and what a pair costs. */
export function ProposalsFormPage({ chrome, values, errors }: FormProps) {
  const { text } = chrome;
  const words = text.matchingPage;
  const field = bindFields({ text, values, errors });
  return (
    <Layout chrome={chrome} title={words.title} errors={errors}>
      <p class="govuk-body">{words.intro}</p>
      <PostForm action="/pairs/proposals" idempotencyKey={formKey()}>
        <TextAreaField
          {...field("apprentices")}
          label={words.apprentices}
          hint={words.apprenticesHint}
          rows={8}
        />
        <TextAreaField {...field("mentors")} label={words.mentors} hint={words.mentorsHint} rows={8} />
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
