import type { Text } from "../ui/text.ts";

/** That whoever listens on the network reads along. */
export function PlainWarning({ text }: { text: Text }) {
  return (
    <p class="govuk-inset-text">
      <strong>{text.signInPage.plainHttp}</strong>
    </p>
  );
}
