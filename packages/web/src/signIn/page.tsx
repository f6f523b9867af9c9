import { Button, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { PassphraseField, TextField } from "../ui/fields.tsx";
import { bindFields } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { NotificationBanner } from "../ui/pieces.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";
import type { Doors } from "./doors.ts";
import { PlainWarning } from "./plainWarning.tsx";

type Props = {
  chrome: Chrome;
  values: Readonly<Record<string, string>>;
  errors: readonly FieldMessage[];
  note: string | undefined;
  isPlain: boolean;
  doors: Doors;
  /** Whoever signed in at the provider before shall do so again. */
  isFresh: boolean;
  /** The provider is down for somebody who has an account for that. */
  isEmergency: boolean;
};

/** The doors that are open: the provider, and police number with passphrase and code; what the system keeps; a warning where the way to it is not encrypted. */
export function SignInPage(props: Props) {
  const { chrome, values, errors, note, isPlain, doors, isFresh, isEmergency } = props;
  const { text } = chrome;
  const words = text.signInPage;
  const { next = "/" } = values;
  const emergency = new URLSearchParams({ emergency: "1", next });
  const provider = new URLSearchParams({ next, ...(isFresh && { fresh: "1" }) });
  return (
    <Layout chrome={chrome} title={words.title} errors={errors}>
      {note === undefined ? null : (
        <NotificationBanner text={text} kind="important">
          {note}
        </NotificationBanner>
      )}
      {isPlain ? <PlainWarning text={text} /> : null}
      {doors.provider ? (
        <LinkButton href={`/sign-in/provider?${provider.toString()}`}>{words.atProvider}</LinkButton>
      ) : null}
      {doors.hasPassphrases || isEmergency ? (
        <PassphraseForm text={text} values={values} errors={errors} />
      ) : (
        <p class="govuk-body">{link(`/sign-in?${emergency.toString()}`, text.emergencyPage.signIn)}</p>
      )}
      <p class="govuk-hint">{words.purpose}</p>
    </Layout>
  );
}

function PassphraseForm({ text, values, errors }: Pick<Props, "values" | "errors"> & { text: Text }) {
  const words = text.signInPage;
  const field = bindFields({ text, values, errors });
  return (
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
  );
}
