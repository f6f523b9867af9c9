import { fieldId } from "./fieldFrame.tsx";
import type { FieldMessage } from "./refusalSentence.ts";
import type { Text } from "./text.ts";

/** Every error of a form in one place, first on the page and focused; each links to its field. */
export function ErrorSummary(props: {
  text: Text;
  errors: readonly FieldMessage[];
  title?: string | undefined;
  /** Names of the fields: "required" alone does not say of what. */
  labels?: Readonly<Record<string, string>> | undefined;
}) {
  if (props.errors.length === 0) return null;
  return (
    <div class="govuk-error-summary" tabindex={-1} autofocus>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{props.title ?? props.text.form.errorTitle}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {inOrder(props).map((each) => (
              <li>
                {each.field ? (
                  <a href={`#${fieldId(each.field)}`}>{sentenceOf(props, each)}</a>
                ) : (
                  each.message
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

/** In the order of the form, which is that of the labels; what belongs to no field comes last. */
function inOrder({ errors, labels }: { errors: readonly FieldMessage[]; labels?: Labels["labels"] }) {
  if (!labels) return errors;
  const names = Object.keys(labels);
  const place = ({ field = "" }: FieldMessage) =>
    names.includes(field) ? names.indexOf(field) : names.length;
  return errors.toSorted((one, other) => place(one) - place(other));
}

type Labels = { text: Text; labels?: Readonly<Record<string, string>> | undefined };

function sentenceOf({ text, labels }: Labels, { field = "", message }: FieldMessage): string {
  const label = labels?.[field];
  return label === undefined ? message : text.form.labelled({ label, message });
}
