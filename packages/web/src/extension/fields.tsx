import type { Extension } from "@dunmiao/domain/extension";
import type { Refusal } from "@dunmiao/domain/refusal";
import type { PropsWithChildren } from "hono/jsx";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { RadioField } from "../ui/choices.tsx";
import { fieldId } from "../ui/fieldFrame.tsx";
import { TextAreaField, TextField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { type FieldMessage, fieldMessages } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";
import { type Act, acts } from "./acts.ts";

/** An act that was refused: what was sent, and why not. */
export type Failed = { act: Act; values: Readonly<Record<string, string>>; refusals: readonly Refusal[] };
type FormProps = { text: Text; url: string; failed: Failed | undefined };

/** Several forms may stand on the page: each field's id carries its act. */
function bindAct({ text, failed }: FormProps, act: Act) {
  const own = failed?.act === act ? failed : undefined;
  const errors = fieldMessages(text, own?.refusals ?? []);
  const bind = bindFields({ text, errors, values: own?.values ?? {} });
  return (name: string) => ({ ...bind(name), id: fieldId(`${act}.${name}`) });
}

/** The refusals of an act for the summary, each linked to the field of that act's form. */
export function actErrors(text: Text, failed: Failed | undefined): FieldMessage[] {
  return fieldMessages(text, failed?.refusals ?? []).map(({ field, ...message }) => ({
    ...message,
    ...(field !== undefined && { field: `${failed?.act}.${field}` }),
  }));
}

type ActFormProps = PropsWithChildren<{
  url: string;
  act: Act;
  label: string;
  kind?: "secondary" | "warning";
}>;

function ActForm({ url, act, label, kind, children }: ActFormProps) {
  return (
    <PostForm action={`${url}${acts[act].path}`} idempotencyKey={formKey()} id={act}>
      {children}
      <Button kind={kind}>{label}</Button>
    </PostForm>
  );
}

/** The officer's request, or HR's entry of one on paper. */
export function RequestForm(props: FormProps & { maxMonths: number; isOnPaper: boolean }) {
  const { text, url, maxMonths, isOnPaper } = props;
  const words = text.extensionPage;
  const field = bindAct(props, "request");
  return (
    <ActForm url={url} act="request" label={words.ask}>
      {isOnPaper ? <p class="govuk-body">{words.onPaper}</p> : null}
      <TextField
        {...field("months")}
        label={words.months}
        hint={words.monthsHint({ max: maxMonths })}
        width={3}
        inputmode="numeric"
      />
      <TextAreaField {...field("reason")} label={words.reason} maxLength={500} rows={4} />
    </ActForm>
  );
}

/** Yes or no, and why: an opinion or the decision. */
export function AnswerForm(props: FormProps & { act: "host" | "sending" | "decide"; extension: Extension }) {
  const { text, url, act, extension } = props;
  const words = text.extensionPage;
  const { value, ...agrees } = bindAct(props, act)("agrees");
  const choices = (["true", "false"] as const).map((each) => ({
    value: each,
    label: words.answers[act][each],
  }));
  return (
    <ActForm url={url} act={act} label={words.answer[act]}>
      <input type="hidden" name="seen" value={extension.to} />
      <RadioField {...agrees} value={value} legend={words.choice[act]} choices={choices} layout="inline" />
      <TextAreaField {...bindAct(props, act)("reason")} label={words.reason} maxLength={500} rows={3} />
    </ActForm>
  );
}

/** Taking the request back. */
export function WithdrawForm(props: FormProps) {
  const { text, url } = props;
  const words = text.extensionPage;
  return (
    <ActForm url={url} act="withdraw" label={words.withdraw} kind="secondary">
      <TextAreaField
        {...bindAct(props, "withdraw")("reason")}
        label={text.form.optional({ label: words.reason })}
        maxLength={500}
        rows={2}
      />
    </ActForm>
  );
}
