import type { Text } from "../ui/text.ts";

/** That whoever listens on the network reads along. */
export function PlainWarning({ text }: { text: Text }) {
  return (
    <div class="govuk-warning-text">
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{text.common.important} </span>
        {text.signInPage.plainHttp}
      </strong>
    </div>
  );
}
