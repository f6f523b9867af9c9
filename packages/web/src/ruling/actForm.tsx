import type { RulingAct } from "@dunmiao/domain/ruling/acts";
import type { PropsWithChildren } from "hono/jsx";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { PostForm } from "../ui/form.tsx";
import { type Bind, bindOneOf, errorsOfOne, type Refused } from "../ui/oneOfForms.ts";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";

/** Everything that a form of the pack may be about. */
type PackAct = RulingAct | "statement" | "propose";
/** An act that was refused: what was sent, and why not. */
export type Failed = Refused & { act: PackAct; rulingId?: string };
type Of = { act: PackAct; rulingId?: string | undefined };

/** Binds the fields of one act on one ruling. */
export function bindAct(text: Text, of: Of, failed: Failed | undefined): Bind {
  const isOwn = failed?.act === of.act && failed.rulingId === of.rulingId;
  return bindOneOf(text, prefixOf(of), isOwn ? failed : undefined);
}

/** The refusals of an act for the summary. */
export function actErrors(text: Text, failed: Failed | undefined): FieldMessage[] {
  return failed ? errorsOfOne(text, prefixOf(failed), failed) : [];
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
