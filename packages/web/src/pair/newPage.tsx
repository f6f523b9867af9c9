import type { PairScheme } from "@dunmiao/domain/pairScheme";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { CheckboxField, RadioField } from "../ui/choices.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { DateField, SelectField, TextField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";
import { focusOptions } from "./listFilters.ts";

type Props = {
  chrome: Chrome;
  /** The newest version of each. */
  schemes: readonly PairScheme[];
  values: Readonly<Record<string, string>>;
  errors: readonly FieldMessage[];
};

/** A new pair: who, for what, how long, and what is asked of a mentor. */
export function NewPairPage({ chrome, schemes, values, errors }: Props) {
  const { text } = chrome;
  const words = text.pairPage;
  const field = bindFields({ text, values, errors });
  return (
    <Layout
      chrome={chrome}
      title={words.create}
      section="pairs"
      back={{ href: "/pairs", label: words.title }}
      errors={errors}
    >
      <p class="govuk-body">{words.createIntro}</p>
      <PostForm action="/pairs" idempotencyKey={formKey()}>
        <TextField {...field("mentor")} label={words.mentor} hint={words.numberHint} width={10} />
        <TextField {...field("apprentice")} label={words.apprentice} hint={words.numberHint} width={10} />
        <SelectField
          {...field("focus")}
          label={words.focus}
          prompt={text.form.choose}
          options={focusOptions(text, schemes)}
        />
        <DateField {...field("from")} label={words.from} />
        <DateField {...field("to")} label={words.to} hint={[words.toHint, " ", text.form.dateHint]} />
        <RadioField
          {...field("leading")}
          legend={words.leading}
          hint={words.leadingHint}
          layout="inline"
          choices={(["apprentice", "mentor"] as const).map((value) => ({ value, label: words.leads[value] }))}
        />
        <SelectField
          {...field("scheme")}
          label={words.scheme}
          prompt={text.form.choose}
          options={schemes.map(({ id, name }) => ({ value: id, label: name[text.language] }))}
        />
        <CheckboxField
          {...field("eligibility")}
          legend={words.eligibility}
          hint={words.eligibilityHint}
          values={tickedOf(values.eligibility)}
          choices={eligibilityChoices(text, schemes)}
        />
        <RadioField
          {...field("kin")}
          legend={words.kin}
          layout="inline"
          choices={(["false", "true"] as const).map((value) => ({ value, label: words.isKin[value] }))}
        />
        <Button>{words.plan}</Button>
      </PostForm>
    </Layout>
  );
}

/** Items of the checklists of all schemes, each once. */
function eligibilityChoices(text: Text, schemes: readonly PairScheme[]) {
  const items = schemes.flatMap(({ eligibility }) => eligibility);
  const names = new Map(items.map(({ key, name }) => [key, name[text.language]]));
  return [...names].map(([value, label]) => ({ value, label }));
}

/** What was ticked, as the form comes back: one item by itself, several as a JSON list. */
export function tickedOf(value: string | undefined): string[] {
  return value === undefined ? [] : (value.match(/[a-z][a-z0-9-]*/g) ?? []);
}
