import type { Account } from "@dunmiao/domain/account";
import { Button } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { PassphraseField } from "../ui/fields.tsx";
import { bindFields } from "../ui/form.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import { DeviceCodeField, SecretPage } from "./secretPage.tsx";

type Props = { chrome: Chrome; account: Account; errors: readonly FieldMessage[] };

/** The present passphrase and the new one. */
export function OwnPassphrasePage({ chrome, account, errors }: Props) {
  const { text } = chrome;
  const words = text.signInPage;
  const field = bindFields({ text, values: {}, errors });
  return (
    <SecretPage chrome={chrome} title={words.changePassphrase} errors={errors}>
      <p class="govuk-body">{words.changePassphraseIntro}</p>
      <form method="post" action="/account/passphrase" novalidate>
        <input type="hidden" name="username" value={account.id} autocomplete="username" />
        <PassphraseField
          {...field("current")}
          label={words.presentPassphrase}
          width={30}
          autocomplete="current-password"
        />
        <PassphraseField
          {...field("passphrase")}
          label={words.newPassphrase}
          hint={words.newPassphraseHint}
          width={30}
          autocomplete="new-password"
        />
        <Button>{words.changePassphrase}</Button>
      </form>
    </SecretPage>
  );
}

/** A code of the device, for ten new recovery codes. */
export function RenewRecoveryPage({ chrome, errors }: Omit<Props, "account">) {
  const { text } = chrome;
  const words = text.signInPage;
  const field = bindFields({ text, values: {}, errors });
  return (
    <SecretPage chrome={chrome} title={words.renewRecovery} errors={errors}>
      <p class="govuk-body">{words.renewRecoveryIntro}</p>
      <form method="post" action="/account/recovery-codes" novalidate>
        <DeviceCodeField field={field} label={words.newCode} />
        <Button>{words.renewRecovery}</Button>
      </form>
    </SecretPage>
  );
}
