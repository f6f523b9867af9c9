import { Button, ButtonGroup, LinkButton } from "../../src/ui/button.tsx";
import { CheckboxField, RadioField } from "../../src/ui/choices.tsx";
import type { Chrome } from "../../src/ui/chrome.ts";
import { DateField, FileField, SelectField, TextAreaField, TextField } from "../../src/ui/fields.tsx";
import { bindFields, PostForm, PreviewLine } from "../../src/ui/form.tsx";
import { Layout } from "../../src/ui/layout.tsx";
import { ProgressBar } from "../../src/ui/pieces.tsx";
import { fieldMessages } from "../../src/ui/refusalSentence.ts";

/** A refused form with every kind of field, and the parts that only some pages have. */
export function FormPage({ chrome }: { chrome: Chrome }) {
  const { text } = chrome;
  const errors = fieldMessages(text, [
    { code: "from-after-to", field: "to", params: { from: "2026-03-05" } },
    { code: "ordered-by-required", field: "orderedBy" },
    { code: "invalid-date", field: "evidence.date" },
    { code: "refused" },
  ]);
  const values = { from: "2026-03-05", to: "2026-03-02", "evidence.date": "2026-02-31", class: "sick" };
  const field = bindFields({ text, errors, values });
  const classes = Object.entries(text.absenceClass).map(([value, label]) => ({ value, label }));
  const orders = Object.entries(text.orderedBy).map(([value, label]) => ({ value, label }));
  const halves = [{ value: "pm", label: text.dayPart.pm }];
  return (
    <Layout
      chrome={chrome}
      title={text.absenceKind.request}
      section="secondments"
      caption="P4211"
      errors={errors}
    >
      <PostForm action="/absences" idempotencyKey="k1" previewUrl="/absences/preview">
        <SelectField
          {...field("class")}
          label={text.absenceKind.request}
          options={classes}
          prompt={text.form.choose}
        />
        <DateField {...field("from")} label={text.common.from} />
        <CheckboxField {...field("fromHalf")} legend={text.dayPart.pm} choices={halves} />
        <DateField {...field("to")} label={text.common.to} />
        <RadioField {...field("orderedBy")} legend={text.unitKind.bureau} layout="inline" choices={orders} />
        <TextAreaField
          {...field("note")}
          label={text.form.optional({ label: text.common.reason })}
          maxLength={500}
          rows={3}
        />
        <DateField {...field("evidence.date")} label={text.common.date} />
        <TextField {...field("days")} label={text.barChart.days} width={3} suffix={text.common.unit} />
        <FileField {...field("file")} label={text.common.details} accept=".xlsx" />
        <PreviewLine>{text.common.provisionalHint}</PreviewLine>
        <ButtonGroup>
          <Button>{text.common.submit}</Button>
          <Button kind="secondary" formaction="/absences/preview">
            {text.common.preview}
          </Button>
          <Button kind="warning">{text.absence.decisions.void}</Button>
          <LinkButton kind="secondary" href="/">
            {text.common.cancel}
          </LinkButton>
        </ButtonGroup>
      </PostForm>
      <ProgressBar
        text={text}
        label={text.common.details}
        done={640}
        total={2000}
        live={{ url: "/imports/1", status: "running" }}
      />
      <article class="official">
        <h2>通知</h2>
        <p>经核查，截至二〇二六年三月二日，累计不在岗十三个半工作日，尚余一个半工作日。</p>
      </article>
    </Layout>
  );
}
