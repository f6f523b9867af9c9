import type { Account } from "@dunmiao/domain/account";
import { Button, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { PassphraseField, TextField } from "../ui/fields.tsx";
import { bindFields } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";
import { type Doors, takesPassphrase } from "./doors.ts";
import type { askedBeside } from "./proveHand.ts";

type Props = {
  chrome: Chrome;
  account: Account;
  token: string;
  errors: readonly FieldMessage[];
  doors: Doors;
  /** What is asked for beside the link. */
  asked: ReturnType<typeof askedBeside>;
};

/** Whose link it is, and what they shall sign in with: the provider, or a passphrase that they choose. */
export function InvitationPage({ chrome, account, token, errors, doors, asked }: Props) {
  const { text } = chrome;
  const words = text.signInPage;
  return (
    <Layout
      chrome={chrome}
      title={words.invitation}
      caption={words.invitationFor({ name: account.name, number: account.id })}
      errors={errors}
    >
      {doors.provider && account.kind === undefined ? (
        <>
          <p class="govuk-body">{words.bindIntro}</p>
          <LinkButton href={`/sign-in/provider?next=%2Faccount&token=${encodeURIComponent(token)}`}>
            {words.bind}
          </LinkButton>
        </>
      ) : null}
      {takesPassphrase(account, doors) ? (
        <PassphraseForm text={text} account={account} token={token} errors={errors} asked={asked} />
      ) : null}
    </Layout>
  );
}

type FormProps = Omit<Props, "chrome" | "doors"> & { text: Text };

function PassphraseForm({ text, account, token, errors, asked }: FormProps) {
  const words = text.signInPage;
  const field = bindFields({ text, values: {}, errors });
  return (
    <form method="post" action="/invitation" novalidate>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="username" value={account.id} autocomplete="username" />
      <PassphraseField
        {...field("passphrase")}
        label={words.newPassphrase}
        hint={words.newPassphraseHint}
        width={30}
        autocomplete="new-password"
      />
      {asked === "nothing" ? null : (
        <TextField
          {...field("code")}
          label={asked === "own" ? words.code : words.handedCode}
          hint={asked === "own" ? undefined : words.handedCodeHint}
          width={20}
          autocomplete="one-time-code"
        />
      )}
      <Button>{words.setPassphrase}</Button>
    </form>
  );
}
