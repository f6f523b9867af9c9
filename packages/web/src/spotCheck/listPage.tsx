import type { CohortRow } from "@dunmiao/store/cohort";
import type { SpotCheckRow } from "@dunmiao/store/spotCheck";
import { formKey } from "../page.tsx";
import { Button, ButtonGroup, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { DateField, SelectField, TextField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { EmptyState } from "../ui/pieces.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import { DenseTable } from "../ui/table.ts";
import { tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";

const colours = { committed: "yellow", revealed: "blue", finished: "green", cancelled: "grey" } as const;

/** The state of a spot check. */
export function spotCheckTag(text: Text, state: SpotCheckRow["state"]) {
  return tag(text.spotCheckPage.state[state], colours[state]);
}

type ListProps = {
  chrome: Chrome;
  checks: readonly SpotCheckRow[];
  cohorts: readonly CohortRow[];
  mayCreate: boolean;
};

/** All spot checks, newest day first. */
export function SpotCheckListPage({ chrome, checks, cohorts, mayCreate }: ListProps) {
  const { text } = chrome;
  const words = text.spotCheckPage;
  const cohortName = (id: string) => cohorts.find((each) => each.id === id)?.name ?? text.gone.cohort;
  return (
    <Layout chrome={chrome} title={words.title} section="spotChecks">
      {mayCreate ? (
        <ButtonGroup>
          <LinkButton href="/spot-checks/new">{words.create}</LinkButton>
        </ButtonGroup>
      ) : null}
      {checks.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <DenseTable
          text={text}
          caption={words.title}
          isCaptionHidden
          rows={checks}
          columns={[
            { label: words.on, kind: "rowHeader", cell: ({ id, on }) => link(`/spot-checks/${id}`, on) },
            { label: words.cohort, cell: ({ cohortId }) => cohortName(cohortId) },
            { label: text.common.status, cell: ({ state }) => spotCheckTag(text, state) },
            { label: words.size, kind: "number", cell: ({ size }) => String(size) },
            { label: words.picks, kind: "number", cell: ({ picks }) => String(picks) },
            { label: words.results, kind: "number", cell: ({ results }) => String(results) },
            { label: words.absent, kind: "number", cell: ({ absent }) => String(absent) },
            { label: words.cancelledBecause, cell: ({ cancelledBecause = "" }) => cancelledBecause },
          ]}
        />
      )}
    </Layout>
  );
}

type FormProps = {
  chrome: Chrome;
  cohorts: readonly CohortRow[];
  values: Readonly<Record<string, string>>;
  errors: readonly FieldMessage[];
};

/** A new spot check: cohort, day, how many. */
export function SpotCheckFormPage({ chrome, cohorts, values, errors }: FormProps) {
  const { text } = chrome;
  const words = text.spotCheckPage;
  const field = bindFields({ text, values, errors });
  return (
    <Layout
      chrome={chrome}
      title={words.create}
      section="spotChecks"
      back={{ href: "/spot-checks", label: words.title }}
      errors={errors}
    >
      <p class="govuk-body">{words.createIntro}</p>
      <PostForm action="/spot-checks" idempotencyKey={formKey()}>
        <SelectField
          {...field("cohort")}
          label={words.cohort}
          options={cohorts.map(({ id, name }) => ({ value: id, label: name }))}
          prompt={text.form.choose}
        />
        <DateField {...field("on")} label={words.on} hint={[words.onHint, " ", text.form.dateHint]} />
        <TextField {...field("size")} label={words.size} width={3} inputmode="numeric" />
        <Button>{words.commit}</Button>
      </PostForm>
    </Layout>
  );
}
