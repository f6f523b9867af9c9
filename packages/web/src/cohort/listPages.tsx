import type { Scheme } from "@dunmiao/domain/scheme";
import type { CohortRow } from "@dunmiao/store/cohort";
import { formKey } from "../page.tsx";
import { Button, ButtonGroup, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { DateField, SelectField, TextField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { formatRange } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { EmptyState } from "../ui/pieces.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import { DenseTable } from "../ui/table.ts";

type ListProps = {
  chrome: Chrome;
  cohorts: readonly CohortRow[];
  schemeName: (cohort: CohortRow) => string;
  mayCreate: boolean;
  /** How many each unit is to send down. */
  seesQuota: boolean;
  /** Central roles open the cohort's page, everyone else the list of their own people in it. */
  hrefOf: (id: string) => string;
};

/** All cohorts, newest first. */
export function CohortListPage({ chrome, cohorts, schemeName, hrefOf, ...may }: ListProps) {
  const { mayCreate, seesQuota } = may;
  const { text } = chrome;
  const words = text.cohortPage;
  return (
    <Layout chrome={chrome} title={text.nav.cohorts} section="cohorts">
      {mayCreate || seesQuota ? (
        <ButtonGroup>
          {mayCreate ? <LinkButton href="/cohorts/new">{words.create}</LinkButton> : null}
          {seesQuota ? (
            <LinkButton kind="secondary" href="/quota">
              {text.quotaPage.title}
            </LinkButton>
          ) : null}
        </ButtonGroup>
      ) : null}
      {cohorts.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHelp}</EmptyState>
      ) : (
        <DenseTable
          text={text}
          caption={text.nav.cohorts}
          isCaptionHidden
          rows={cohorts}
          columns={[
            { label: words.name, kind: "rowHeader", cell: (each) => link(hrefOf(each.id), each.name) },
            { label: words.scheme, cell: schemeName },
            {
              label: words.term,
              kind: "date",
              cell: (each) => formatRange(text, each.startsOn, each.endsOn),
            },
          ]}
        />
      )}
    </Layout>
  );
}

type FormProps = {
  chrome: Chrome;
  schemes: readonly Scheme[];
  values: Readonly<Record<string, string>>;
  errors: readonly FieldMessage[];
};

/** A new cohort: name, scheme, first day. */
export function CohortFormPage({ chrome, schemes, values, errors }: FormProps) {
  const { text } = chrome;
  const words = text.cohortPage;
  const field = bindFields({ text, values, errors });
  const options = schemes.map((scheme) => ({ value: scheme.id, label: scheme.name[text.language] }));
  return (
    <Layout
      chrome={chrome}
      title={words.create}
      section="cohorts"
      back={{ href: "/cohorts", label: text.nav.cohorts }}
      errors={errors}
    >
      <PostForm action="/cohorts" idempotencyKey={formKey()}>
        <TextField {...field("name")} label={words.name} hint={words.nameHint} width={30} />
        <SelectField
          {...field("scheme")}
          label={words.scheme}
          hint={words.schemeHint}
          options={options}
          prompt={text.form.choose}
        />
        <DateField {...field("startsOn")} label={words.startsOn} />
        <Button>{text.common.save}</Button>
      </PostForm>
    </Layout>
  );
}
