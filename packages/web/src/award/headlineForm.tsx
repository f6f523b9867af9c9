import { awardLevels } from "@dunmiao/domain/award";
import type { Cohort } from "@dunmiao/domain/cohort";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { DateField, TextField } from "../ui/fields.tsx";
import { PostForm } from "../ui/form.tsx";
import { Details } from "../ui/pieces.tsx";
import type { Text } from "../ui/text.ts";
import { bindForm, type Failed } from "./failed.ts";

type Props = { text: Text; cohort: Cohort; failed: Failed | undefined };

/** What a report said: filled in as it was published, whether or not it adds up. */
export function HeadlineForm({ text, cohort: { id, headline }, failed }: Props) {
  const words = text.awardPage;
  const field = bindForm(text, "headline", failed, valuesOf(headline));
  const save = headline ? words.changeHeadline : words.setHeadline;
  return (
    <Details summary={save} isOpen={failed !== undefined || !headline}>
      <PostForm action={`/cohorts/${id}/awards/headline`} idempotencyKey={formKey()}>
        <input type="hidden" name="seen" value={String(headline?.revision ?? 0)} />
        <TextField {...field("title")} label={words.headlineTitle} />
        <TextField {...field("total")} label={words.total} width={5} inputmode="numeric" />
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend">{words.partsLegend}</legend>
          {awardLevels.map((level) => (
            <TextField
              {...field(`parts.${level}`)}
              label={words.levels[level]}
              width={5}
              inputmode="numeric"
            />
          ))}
        </fieldset>
        <TextField {...field("source")} label={words.source} />
        <DateField {...field("on")} label={words.on} />
        <Button>{save}</Button>
      </PostForm>
    </Details>
  );
}

function valuesOf(headline: Cohort["headline"]): Record<string, string> {
  if (!headline) return {};
  const parts = headline.parts.map(({ level, count }) => [`parts.${level}`, String(count)]);
  const { title, total, source, on } = headline;
  return { title, total: String(total), source, on, ...Object.fromEntries(parts) };
}
