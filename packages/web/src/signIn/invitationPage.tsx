import type { Account } from "@dunmiao/domain/account";
import { Button } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { PassphraseField } from "../ui/fields.tsx";
import { bindFields } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";

type Props = { chrome: Chrome; account: Account; token: string; errors: readonly FieldMessage[] };

/** Whose link it is, and the passphrase that they choose. */
export function InvitationPage({ chrome, account, token, errors }: Props) {
  const { text } = chrome;
  const words = text.signInPage;
  const field = bindFields({ text, values: {}, errors });
  return (
    <Layout
      chrome={chrome}
      title={words.invitation}
      caption={words.invitationFor({ name: account.name, number: account.id })}
      errors={errors}
    >
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
    </Layout>
  );
}
