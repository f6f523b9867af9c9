import type { Cohort } from "@dunmiao/domain/cohort";
import type { Scheme } from "@dunmiao/domain/scheme";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { DateField, SelectField, TextField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { FormButtons } from "../ui/formButtons.tsx";
import { Layout } from "../ui/layout.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";

type Props = {
  chrome: Chrome;
  last: Cohort;
  schemes: readonly Scheme[];
  posts: number;
  values: Readonly<Record<string, string>>;
  errors: readonly FieldMessage[];
};

/** The cohort after one: its name, scheme and first day; the posts come over. */
export function NextCohortPage({ chrome, last, schemes, posts, values, errors }: Props) {
  const { text } = chrome;
  const words = text.nextCohortPage;
  const labels = text.cohortPage;
  const field = bindFields({ text, values, errors });
  const options = schemes.map(({ id, name, version }) => ({
    value: id,
    label: text.common.versionOf({ name: name[text.language], version }),
  }));
  const url = `/cohorts/${last.id}`;
  return (
    <Layout
      chrome={chrome}
      title={words.title({ cohort: last.name })}
      section="cohorts"
      back={{ href: url, label: last.name }}
      errors={errors}
    >
      <p class="govuk-body">{posts > 0 ? words.carries({ posts }) : words.noPosts}</p>
      <PostForm action={`${url}/next`} idempotencyKey={formKey()}>
        <TextField {...field("name")} label={labels.name} hint={labels.nameHint} width={30} />
        <SelectField {...field("scheme")} label={labels.scheme} hint={words.schemeHint} options={options} />
        <DateField
          {...field("startsOn")}
          label={labels.startsOn}
          hint={[words.startsOnHint, " ", text.form.dateHint]}
        />
        <FormButtons text={text} back={url}>
          <Button>{words.create}</Button>
        </FormButtons>
      </PostForm>
    </Layout>
  );
}
