import type { Refusal } from "@dunmiao/domain/refusal";
import type { PropsWithChildren } from "hono/jsx";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { fieldId } from "../ui/fieldFrame.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { type FieldMessage, fieldMessages } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";
import type { Act } from "./acts.ts";

/** Everything that a form of the pack may be about. */
type PackAct = Act | "statement" | "propose";
/** An act that was refused: what was sent, and why not. */
export type Failed = {
  act: PackAct;
  rulingId?: string;
  values: Readonly<Record<string, string>>;
  refusals: readonly Refusal[];
};
type Of = { act: PackAct; rulingId?: string | undefined };
export type Bind = ReturnType<typeof bindFields>;

/** Several forms stand on one page: each field's id carries its act and its ruling. */
export function bindAct(text: Text, of: Of, failed: Failed | undefined): Bind {
  const own = failed?.act === of.act && failed.rulingId === of.rulingId ? failed : undefined;
  const errors = fieldMessages(text, own?.refusals ?? []);
  const bind = bindFields({ text, errors, values: own?.values ?? {} });
  return (name) => ({ ...bind(name), id: fieldId(`${prefixOf(of)}.${name}`) });
}

/** The refusals of an act for the summary, each linked to the field of that act's form. */
export function actErrors(text: Text, failed: Failed | undefined): FieldMessage[] {
  return fieldMessages(text, failed?.refusals ?? []).map(({ field, ...message }) => ({
    ...message,
    ...(failed && field !== undefined && { field: `${prefixOf(failed)}.${field}` }),
  }));
}

function prefixOf({ act, rulingId }: Of): string {
  return [act, rulingId].filter(Boolean).join("-");
}

type ActFormProps = PropsWithChildren<{
  heading: string;
  action: string;
  /** The revision of the ruling that was looked at. */
  seen?: number | undefined;
  label: string;
  kind?: "primary" | "secondary" | "warning";
}>;

/** One act under its heading: which revision was seen, its fields, its button. */
export function ActForm({ heading, action, seen, label, kind, children }: ActFormProps) {
  return (
    <section>
      <h3 class="govuk-heading-s">{heading}</h3>
      <PostForm action={action} idempotencyKey={formKey()}>
        {seen === undefined ? null : <input type="hidden" name="seen" value={String(seen)} />}
        {children}
        <Button kind={kind}>{label}</Button>
      </PostForm>
    </section>
  );
}
