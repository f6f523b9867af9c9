import type { ExtensionAct } from "@dunmiao/domain/term/extensionActs";
import type { PropsWithChildren } from "hono/jsx";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { RadioField } from "../ui/choices.tsx";
import { TextAreaField, TextField } from "../ui/fields.tsx";
import { PostForm } from "../ui/form.tsx";
import { type Bind, bindOneOf, errorsOfOne, type Refused } from "../ui/oneOfForms.ts";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";

/** An act that was refused: what was sent, and why not. */
export type Failed = Refused & { act: ExtensionAct };
type FormProps = { text: Text; url: string; failed: Failed | undefined; seen: number };

function bindAct({ text, failed }: FormProps, act: ExtensionAct): Bind {
  return bindOneOf(text, act, failed?.act === act ? failed : undefined);
}

/** The refusals of an act for the summary. */
export function actErrors(text: Text, failed: Failed | undefined): FieldMessage[] {
  return errorsOfOne(text, failed?.act ?? "", failed);
}

type ActFormProps = PropsWithChildren<{
  url: string;
  act: ExtensionAct;
  label: string;
  /** The revision of the request that the page shows. */
  seen: number;
  kind?: "secondary" | "warning";
}>;

function ActForm({ url, act, label, seen, kind, children }: ActFormProps) {
  return (
    <PostForm action={act === "request" ? url : `${url}/${act}`} idempotencyKey={formKey()} id={act}>
      <input type="hidden" name="seen" value={String(seen)} />
      {children}
      <Button kind={kind}>{label}</Button>
    </PostForm>
  );
}

/** The officer's request, or HR's entry of one on paper. */
export function RequestForm(props: FormProps & { maxMonths: number; isOnPaper: boolean }) {
  const { text, url, seen, maxMonths, isOnPaper } = props;
  const words = text.extensionPage;
  const field = bindAct(props, "request");
  return (
    <ActForm url={url} act="request" label={words.ask} seen={seen}>
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
export function AnswerForm(props: FormProps & { act: "host" | "sending" | "decide" }) {
  const { text, url, act, seen } = props;
  const words = text.extensionPage;
  const { value, ...agrees } = bindAct(props, act)("agrees");
  const choices = (["true", "false"] as const).map((each) => ({
    value: each,
    label: words.answers[act][each],
  }));
  return (
    <ActForm url={url} act={act} label={words.answer[act]} seen={seen}>
      <RadioField {...agrees} value={value} legend={words.choice[act]} choices={choices} layout="inline" />
      <TextAreaField {...bindAct(props, act)("reason")} label={words.reason} maxLength={500} rows={3} />
    </ActForm>
  );
}

/** Taking the request back. */
export function WithdrawForm(props: FormProps) {
  const { text, url, seen } = props;
  const words = text.extensionPage;
  return (
    <ActForm url={url} act="withdraw" label={words.withdraw} seen={seen} kind="secondary">
      <TextAreaField
        {...bindAct(props, "withdraw")("reason")}
        label={text.form.optional({ label: words.reason })}
        maxLength={500}
        rows={2}
      />
    </ActForm>
  );
}
