import type { Account } from "@dunmiao/domain/account";
import { Button, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { PassphraseField } from "../ui/fields.tsx";
import { bindFields } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";
import { type Doors, takesPassphrase } from "./doors.ts";

type Props = {
  chrome: Chrome;
  account: Account;
  token: string;
  errors: readonly FieldMessage[];
  doors: Doors;
};

/** Whose link it is, and what they shall sign in with: the provider, or a passphrase that they choose. */
export function InvitationPage({ chrome, account, token, errors, doors }: Props) {
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
        <PassphraseForm text={text} account={account} token={token} errors={errors} />
      ) : null}
    </Layout>
  );
}

type FormProps = { text: Text; account: Account; token: string; errors: readonly FieldMessage[] };

function PassphraseForm({ text, account, token, errors }: FormProps) {
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
      <Button>{words.setPassphrase}</Button>
    </form>
  );
}
