import { raw } from "hono/html";
import { DateWords, useDaysUrl } from "./dateBox.tsx";
import { describedBy, type FieldProps, fieldId, LabelledGroup } from "./fieldFrame.tsx";
import { escapeText } from "./markup.ts";

/** `base`, and its error and width modifiers. */
function controlClass(base: string, has: { error?: string | undefined; width?: number | undefined }): string {
  return [base, has.width && `${base}--width-${has.width}`, has.error && `${base}--error`]
    .filter(Boolean)
    .join(" ");
}

type InputProps = FieldProps & {
  value?: string | undefined;
  type?: "text" | "search";
  /** Characters that the box is wide; left out, it fills its column. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined;
  inputmode?: "numeric" | "decimal" | undefined;
  autocomplete?: string | undefined;
  suffix?: string | undefined;
};

/** A one-line text input. */
export function TextField(props: InputProps) {
  const id = props.id ?? fieldId(props.name);
  const input = (
    <input
      class={controlClass("govuk-input", props)}
      id={id}
      name={props.name}
      type={props.type ?? "text"}
      value={props.value}
      aria-describedby={describedBy(id, props)}
      autocomplete={props.autocomplete}
      inputmode={props.inputmode}
    />
  );
  return (
    <LabelledGroup {...props} id={id}>
      {props.suffix === undefined ? (
        input
      ) : (
        <div class="govuk-input__wrapper">
          {input}
          <div class="govuk-input__suffix" aria-hidden="true">
            {props.suffix}
          </div>
        </div>
      )}
    </LabelledGroup>
  );
}

/** A passphrase: what is typed is never shown again, nor sent back by the server. */
export function PassphraseField(props: Omit<InputProps, "type" | "value" | "inputmode" | "suffix">) {
  const id = props.id ?? fieldId(props.name);
  return (
    <LabelledGroup {...props} id={id}>
      <input
        class={controlClass("govuk-input", props)}
        id={id}
        name={props.name}
        type="password"
        aria-describedby={describedBy(id, props)}
        autocomplete={props.autocomplete}
      />
    </LabelledGroup>
  );
}

/**
 * One date in a plain box: it takes what people write (`2026/3/9`, `2026年3月9日`, `20260309`), shows it back in words,
 * and gives back a refused 2026-02-31 as it was typed. The script adds a picker; without it the box is all there is.
 */
export function DateField(props: Omit<InputProps, "type" | "width" | "inputmode" | "suffix">) {
  const { text, name, value, hint = text.form.dateHint } = props;
  const id = props.id ?? fieldId(name);
  const described = [describedBy(id, { ...props, hint }), `${id}-words`].filter(Boolean).join(" ");
  return (
    <LabelledGroup {...props} hint={hint} id={id}>
      <div class="dm-date">
        <input
          class={controlClass("govuk-input", { ...props, width: 10 })}
          id={id}
          name={name}
          type="text"
          value={value}
          aria-describedby={described}
          autocomplete="off"
          inputmode="numeric"
          data-days-url={useDaysUrl()}
        />
      </div>
      <DateWords text={text} id={id} value={value} />
    </LabelledGroup>
  );
}

export type Option = { readonly value: string; readonly label: string };

/** A drop-down list; `prompt` adds a first empty line. */
export function SelectField(
  props: FieldProps & { options: readonly Option[]; value?: string | undefined; prompt?: string | undefined },
) {
  const id = props.id ?? fieldId(props.name);
  const prompt = props.prompt === undefined ? [] : [{ value: "", label: props.prompt }];
  return (
    <LabelledGroup {...props} id={id}>
      <select
        class={controlClass("govuk-select", props)}
        id={id}
        name={props.name}
        aria-describedby={describedBy(id, props)}
      >
        {raw(optionsHtml([...prompt, ...props.options], props.value))}
      </select>
    </LabelledGroup>
  );
}

/** As text: a list of units has hundreds of options, and a page several such lists. */
function optionsHtml(options: readonly Option[], chosen: string | undefined): string {
  return options
    .map(({ value, label }) => {
      const selected = value === chosen ? ' selected=""' : "";
      return `<option value="${escapeText(value)}"${selected}>${escapeText(label)}</option>`;
    })
    .join("");
}

/** Several lines. `maxLength` is said in the hint; the server refuses more, the browser never cuts silently. */
export function TextAreaField(
  props: FieldProps & { value?: string | undefined; rows?: number; maxLength?: number | undefined },
) {
  const id = props.id ?? fieldId(props.name);
  const limit =
    props.maxLength === undefined ? undefined : props.text.form.maxLength({ max: props.maxLength });
  const hint = props.hint && limit ? [props.hint, " ", limit] : (props.hint ?? limit);
  return (
    <LabelledGroup {...props} hint={hint} id={id}>
      <textarea
        class={controlClass("govuk-textarea", props)}
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        aria-describedby={describedBy(id, { hint, error: props.error })}
      >
        {props.value}
      </textarea>
    </LabelledGroup>
  );
}

/** One file; `accept` lists extensions. */
export function FileField(props: FieldProps & { accept?: string | undefined }) {
  const id = props.id ?? fieldId(props.name);
  return (
    <LabelledGroup {...props} id={id}>
      <input
        class={controlClass("govuk-file-upload", props)}
        id={id}
        name={props.name}
        type="file"
        accept={props.accept}
        aria-describedby={describedBy(id, props)}
      />
    </LabelledGroup>
  );
}
