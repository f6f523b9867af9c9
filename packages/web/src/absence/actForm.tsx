import type { Absence } from "@dunmiao/domain/absence";
import type { Refusal } from "@dunmiao/domain/refusal";
import type { PropsWithChildren } from "hono/jsx";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { CheckboxField } from "../ui/choices.tsx";
import { fieldId } from "../ui/fieldFrame.tsx";
import { TextAreaField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { type FieldMessage, fieldMessages } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";
import type { Act } from "./decisions.ts";
import type { Bind } from "./factsFields.tsx";

/** A decision that was refused: what was sent, and why not. */
export type Failed = { act: Act; values: Readonly<Record<string, string>>; refusals: readonly Refusal[] };

/** Several forms stand on one page: each field's id carries its act. */
export function bindAct(
  text: Text,
  act: Act,
  failed: Failed | undefined,
  defaults: Failed["values"] = {},
): Bind {
  const own = failed?.act === act ? failed : undefined;
  const errors = fieldMessages(text, own?.refusals ?? []);
  const bind = bindFields({ text, errors, values: own?.values ?? defaults });
  return (name) => ({ ...bind(name), id: fieldId(`${act}.${name}`) });
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
  absence: Absence;
  label: string;
  kind?: "primary" | "secondary" | "warning";
}>;

/** One act: where it is sent, which revision was seen, its fields, its button. */
export function ActForm({ url, act, absence, label, kind, children }: ActFormProps) {
  return (
    <PostForm action={`${url}/${act}`} idempotencyKey={formKey()} id={act}>
      <input type="hidden" name="seen" value={String(absence.revision)} />
      {children}
      <Button kind={kind}>{label}</Button>
    </PostForm>
  );
}

export function ReasonField({ text, field, isOptional }: { text: Text; field: Bind; isOptional?: boolean }) {
  const label = text.absencePage.reasonOf;
  return (
    <TextAreaField
      {...field("reason")}
      label={isOptional ? text.form.optional({ label }) : label}
      maxLength={500}
      rows={2}
    />
  );
}

/** The explicit tick of a decision that takes the count over the limit. */
export function OverLimitField({ text, field, hint }: { text: Text; field: Bind; hint: string }) {
  const { value, ...tick } = field("overLimit");
  return (
    <CheckboxField
      {...tick}
      legend={text.absencePage.overLimit}
      hint={hint}
      values={value === undefined ? [] : ["true"]}
      choices={[{ value: "true", label: text.absencePage.overLimitTick }]}
    />
  );
}
