import type { DrawnFields } from "./drawnFields.ts";
import { fieldId } from "./fieldFrame.tsx";
import type { FieldMessage } from "./refusalSentence.ts";
import type { Text } from "./text.ts";

type SummaryProps = {
  text: Text;
  errors: readonly FieldMessage[];
  title?: string | undefined;
  /** The fields of the page: "required" alone does not say of what. */
  fields: DrawnFields;
};

/**
 * Every error of a form in one place, first on the page and focused; each names its field and links to it. In the order
 * in which the page draws the fields; what belongs to none of them comes last, without a link that would lead nowhere.
 */
export function ErrorSummary(props: SummaryProps) {
  if (props.errors.length === 0) return null;
  return (
    <div class="govuk-error-summary" tabindex={-1} autofocus>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{props.title ?? props.text.form.errorTitle}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {inOrder(props).map((each) => (
              <li>
                <Line {...props} error={each} />
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

function Line({ text, fields, error }: SummaryProps & { error: FieldMessage }) {
  const { field, code, message } = error;
  if (field === undefined) return <>{message}</>;
  const label = fields.get(fieldId(field));
  if (label !== undefined) return <a href={`#${fieldId(field)}`}>{text.form.labelled({ label, message })}</a>;
  // Only a request that no page of ours sends leaves out what none asks for: its own name is all there is to say.
  return <>{code === "required" ? text.form.labelled({ label: field, message }) : message}</>;
}

function inOrder({ errors, fields }: SummaryProps): FieldMessage[] {
  const ids = [...fields.keys()];
  const place = ({ field }: FieldMessage) => {
    const at = field === undefined ? -1 : ids.indexOf(fieldId(field));
    return at < 0 ? ids.length : at;
  };
  return errors.toSorted((one, other) => place(one) - place(other));
}
