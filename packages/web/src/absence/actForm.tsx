import type { Absence } from "@dunmiao/domain/absence";
import type { AbsenceAct } from "@dunmiao/domain/absence/acts";
import type { PropsWithChildren } from "hono/jsx";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { CheckboxField } from "../ui/choices.tsx";
import { TextAreaField } from "../ui/fields.tsx";
import { PostForm } from "../ui/form.tsx";
import { type Bind, bindOneOf, errorsOfOne, type Refused } from "../ui/oneOfForms.ts";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";

/** A decision that was refused: what was sent, and why not. */
export type Failed = Refused & { act: AbsenceAct };

/** Binds the fields of one act. */
export function bindAct(
  text: Text,
  act: AbsenceAct,
  failed: Failed | undefined,
  defaults?: Failed["values"],
): Bind {
  return bindOneOf(text, act, failed?.act === act ? failed : undefined, defaults);
}

/** The refusals of an act for the summary. */
export function actErrors(text: Text, failed: Failed | undefined): FieldMessage[] {
  return errorsOfOne(text, failed?.act ?? "", failed);
}

type ActFormProps = PropsWithChildren<{
  url: string;
  act: AbsenceAct;
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
