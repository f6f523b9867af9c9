import type { PairScheme } from "@dunmiao/domain/pairScheme";
import type * as z from "zod";
import { hrefOf } from "../overview/query.ts";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { CheckboxField } from "../ui/choices.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { DateField, SelectField, TextAreaField, TextField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import { EmptyState, NotificationBanner } from "../ui/pieces.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";
import { type GroupResult, type groupQuery, mostOfGroup } from "./group.ts";
import type { ListedPair } from "./list.ts";
import { focusOptions } from "./listFilters.ts";
import { pairLine, ResultTable, resultLine } from "./resultTable.tsx";

export const groupPath = "/pairs/activities";

type FormProps = {
  chrome: Chrome;
  schemes: readonly PairScheme[];
  /** Pairs that run and that one may read, as the filters ask. */
  pairs: readonly ListedPair[];
  query: z.infer<typeof groupQuery>;
  values: Readonly<Record<string, string>>;
  errors: readonly FieldMessage[];
};

/** One activity of many pairs: the facts once, the pairs ticked. */
export function GroupFormPage({ chrome, schemes, pairs, query, values, errors }: FormProps) {
  const { text } = chrome;
  const words = text.pairGroup;
  return (
    <Layout
      chrome={chrome}
      title={words.title}
      section="pairs"
      back={{ href: "/pairs", label: text.pairPage.title }}
      errors={errors}
    >
      <p class="govuk-body">{words.intro}</p>
      <Filters text={text} schemes={schemes} query={query} />
      {pairs.length === 0 ? (
        <EmptyState title={text.pairPage.none}>{words.noneHint}</EmptyState>
      ) : (
        <GroupForm
          text={text}
          schemes={schemes}
          pairs={pairs}
          query={query}
          values={values}
          errors={errors}
        />
      )}
    </Layout>
  );
}

function GroupForm({
  text,
  schemes,
  pairs,
  query,
  values,
  errors,
}: Pick<FormProps, "schemes" | "pairs" | "query" | "values" | "errors"> & { text: Text }) {
  const words = text.pairPage;
  const field = bindFields({ text, values, errors });
  const { value: _, ...pair } = field("pair");
  // Those that an interrupted entry has reached are not ticked again: under another key they would be entered twice.
  const ticked = (values.pair?.match(/[0-9A-Za-z-]+/g) ?? []).slice(Number(values.reached ?? 0));
  const isTicked = new Set(ticked);
  // Of more than are shown, whoever was ticked is.
  const offered = pairs.toSorted(
    (one, other) => Number(isTicked.has(other.id)) - Number(isTicked.has(one.id)),
  );
  const optional = (label: string) => text.form.optional({ label });
  return (
    <PostForm action={hrefOf(groupPath, query)} idempotencyKey={formKey()}>
      <DateField {...field("on")} label={text.common.date} />
      <SelectField
        {...field("kind")}
        label={words.kind}
        prompt={text.form.choose}
        options={kinds(text, schemes)}
      />
      <TextAreaField
        {...field("learned")}
        label={words.learned}
        hint={words.learnedHint}
        rows={3}
        maxLength={1000}
      />
      <TextAreaField {...field("mentorLearned")} label={words.mentorLearned} rows={3} maxLength={1000} />
      <TextField {...field("minutes")} label={optional(words.minutes)} width={3} inputmode="numeric" />
      <TextField {...field("evidence")} label={optional(words.evidence)} />
      <CheckboxField
        {...pair}
        legend={text.pairGroup.pairs}
        hint={
          pairs.length > mostOfGroup
            ? text.pairGroup.shown({ shown: mostOfGroup, of: pairs.length })
            : text.pairGroup.pairsHint
        }
        values={ticked}
        choices={offered
          .slice(0, mostOfGroup)
          .map((each) => ({ value: each.id, label: pairLine(text, each) }))}
      />
      <Button>{text.common.submit}</Button>
    </PostForm>
  );
}

function Filters({ text, schemes, query }: Pick<FormProps, "schemes" | "query"> & { text: Text }) {
  const words = text.pairPage;
  return (
    <form class="dm-filters" method="get" action={groupPath}>
      {query.unit ? <input type="hidden" name="unit" value={query.unit} /> : null}
      <TextField text={text} name="q" type="search" label={words.search} value={query.q} />
      <SelectField
        text={text}
        name="focus"
        label={words.focus}
        prompt={text.common.all}
        value={query.focus}
        options={focusOptions(text, schemes)}
      />
      <Button kind="secondary">{text.common.search}</Button>
    </form>
  );
}

/** Kinds of activities of all schemes, each once; a pair whose scheme has not the kind says so. */
function kinds(text: Text, schemes: readonly PairScheme[]) {
  const all = schemes.flatMap(({ activityKinds }) => activityKinds);
  const names = new Map(all.map(({ key, name }) => [key, name[text.language]]));
  return [...names].map(([value, label]) => ({ value, label }));
}

/** What became of each pair of the group. */
export function GroupResultPage({ chrome, results }: { chrome: Chrome; results: readonly GroupResult[] }) {
  const { text } = chrome;
  const words = text.pairGroup;
  const refused = results.filter(({ refusals }) => refusals.length > 0).length;
  const done = results.length - refused;
  return (
    <Layout
      chrome={chrome}
      title={words.title}
      section="pairs"
      back={{ href: groupPath, label: words.title }}
      isAnswer
    >
      <NotificationBanner text={text} kind={refused > 0 ? "important" : "success"}>
        {words.done({ done, refused })}
      </NotificationBanner>
      <ResultTable
        text={text}
        caption={words.results}
        done={words.entered}
        results={results.map((each) => resultLine(text, each))}
      />
    </Layout>
  );
}
