import type { Child, PropsWithChildren } from "hono/jsx";
import { noteDrawn } from "./drawnFields.ts";
import type { Text } from "./text.ts";

/** What every field has; `name` is the path of the value in the form (`evidence.number`). */
export type FieldProps = {
  text: Text;
  name: string;
  id?: string | undefined;
  label: string;
  hint?: Child;
  error?: string | undefined;
};

/** The id of a field's (first) control: what the error summary links to. */
export function fieldId(name: string): string {
  return name.replaceAll(".", "-");
}

type Frame = PropsWithChildren<{ text: Text; id: string; hint?: Child; error?: string | undefined }>;

/** `aria-describedby` of a control: its hint, then its error. */
export function describedBy(
  id: string,
  has: { hint?: Child; error?: string | undefined },
): string | undefined {
  const ids = [has.hint ? `${id}-hint` : "", has.error ? `${id}-error` : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

function HintAndError({ text, id, hint, error }: Frame) {
  return (
    <>
      {hint ? (
        <div id={`${id}-hint`} class="govuk-hint">
          {hint}
        </div>
      ) : null}
      {error ? (
        <p id={`${id}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">{text.form.errorPrefix}</span> {error}
        </p>
      ) : null}
    </>
  );
}

function FormGroup({ error, children }: PropsWithChildren<{ error?: string | undefined }>) {
  return (
    <div class={error ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"}>{children}</div>
  );
}

/** Label, hint and error around one control. */
export function LabelledGroup(props: Frame & { label: string }) {
  noteDrawn(props.id, props.label);
  return (
    <FormGroup error={props.error}>
      <label class="govuk-label" for={props.id}>
        {props.label}
      </label>
      <HintAndError text={props.text} id={props.id} hint={props.hint} error={props.error} />
      {props.children}
    </FormGroup>
  );
}

/** Legend, hint and error around several controls. */
export function LegendGroup(props: Frame & { legend: string }) {
  return (
    <FormGroup error={props.error}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(props.id, props)}>
        <legend class="govuk-fieldset__legend">{props.legend}</legend>
        <HintAndError text={props.text} id={props.id} hint={props.hint} error={props.error} />
        {props.children}
      </fieldset>
    </FormGroup>
  );
}

/** Several fields about one thing: what is wrong with them together is said under their legend, where the summary leads. */
export function FieldsTogether({ children, ...frame }: Frame & { legend: string }) {
  return (
    <LegendGroup {...frame}>
      <FieldsAnchor id={frame.id} label={frame.legend} />
      {children}
    </LegendGroup>
  );
}

/** Where an error leads that is about several fields together; it is drawn before them. */
export function FieldsAnchor({ id, label }: { id: string; label: string }) {
  noteDrawn(id, label);
  return <span id={id} tabindex={-1} />;
}
