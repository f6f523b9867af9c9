import type { PropsWithChildren } from "hono/jsx";
import { DrawnForField } from "./drawnFor.tsx";
import { type FieldProps, fieldId } from "./fieldFrame.tsx";
import type { FieldMessage } from "./refusalSentence.ts";
import type { Text } from "./text.ts";

type PostFormProps = PropsWithChildren<{
  action: string;
  /** The same key twice is one change; a fresh one per page shown. */
  idempotencyKey: string;
  isUpload?: boolean | undefined;
  /** Where the live preview asks (JSON, same fields); the page needs an element with `data-preview`. */
  previewUrl?: string | undefined;
  /** Where what is typed is saved as a draft meanwhile; the form needs a hidden field `draft` with the version seen. */
  draftUrl?: string | undefined;
  /** Work in steps, each of which is sent by the page's script as soon as it is shown. */
  goesOn?: boolean | undefined;
  id?: string | undefined;
}>;

/** A form that changes something: POST, with its hidden idempotency key, checked by the server only. */
export function PostForm(props: PostFormProps) {
  return (
    <form
      method="post"
      action={props.action}
      id={props.id}
      enctype={props.isUpload ? "multipart/form-data" : undefined}
      data-preview-url={props.previewUrl}
      data-draft-url={props.draftUrl}
      data-goes-on={props.goesOn}
      novalidate
    >
      <input type="hidden" name="idempotencyKey" value={props.idempotencyKey} />
      <DrawnForField />
      {props.children}
    </form>
  );
}

/** Where the live preview writes its sentence; shows the one of the Preview button without JavaScript. */
export function PreviewLine({ children, isOver }: PropsWithChildren<{ isOver?: boolean | undefined }>) {
  return (
    <p class={isOver ? "dm-preview dm-preview--over" : "dm-preview"} data-preview aria-live="polite">
      {children}
    </p>
  );
}

type Bound = {
  text: Text;
  values: Readonly<Record<string, string | undefined>>;
  errors: readonly FieldMessage[];
};

/** Binds a form's values and refusals: `{...field("from")}` gives a field its text, name, value and error. */
export function bindFields(form: Bound) {
  return (
    name: string,
  ): Pick<FieldProps, "text" | "name" | "id" | "error"> & { value: string | undefined } => ({
    text: form.text,
    name,
    id: fieldId(name),
    value: form.values[name],
    error: errorOf(form, name),
  });
}

/** Everything that is wrong with a field; a box of lines has several that are. */
function errorOf({ text, errors }: Bound, name: string): string | undefined {
  const messages = errors.filter(({ field }) => field === name).map(({ message }) => message);
  return messages.length === 0 ? undefined : messages.join(text.common.clauseMark);
}
