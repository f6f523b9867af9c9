import { Button } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { PassphraseField, TextField } from "../ui/fields.tsx";
import { bindFields } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import { NotificationBanner } from "../ui/pieces.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import { PlainWarning } from "./plainWarning.tsx";

type Props = {
  chrome: Chrome;
  values: Readonly<Record<string, string>>;
  errors: readonly FieldMessage[];
  note: string | undefined;
  isPlain: boolean;
};

/** Police number, passphrase and code; what the system keeps; a warning where the way to it is not encrypted. */
export function SignInPage({ chrome, values, errors, note, isPlain }: Props) {
  const { text } = chrome;
  const words = text.signInPage;
  const field = bindFields({ text, values, errors });
  return (
    <Layout chrome={chrome} title={words.title} errors={errors}>
      {note === undefined ? null : (
        <NotificationBanner text={text} kind="important">
          {note}
        </NotificationBanner>
      )}
      {isPlain ? <PlainWarning text={text} /> : null}
      <form method="post" action="/sign-in" novalidate>
        <input type="hidden" name="next" value={values.next ?? "/"} />
        <TextField {...field("number")} label={words.number} width={20} autocomplete="username" />
        <PassphraseField
          {...field("passphrase")}
          label={words.passphrase}
          width={30}
          autocomplete="current-password"
        />
        <TextField
          {...field("code")}
          label={words.code}
          hint={words.codeHint}
          width={20}
          autocomplete="one-time-code"
        />
        <Button>{words.signIn}</Button>
      </form>
      <p class="govuk-hint">{words.purpose}</p>
    </Layout>
  );
}
