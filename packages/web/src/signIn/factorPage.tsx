import type { Account } from "@dunmiao/domain/account";
import { secretUri } from "@dunmiao/store/oneTimeCode";
import { raw } from "hono/html";
import { renderSVG } from "uqr";
import { Button, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { bindFields } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import { DeviceCodeField, SecretPage } from "./secretPage.tsx";

type Props = { chrome: Chrome; account: Account; secret: string; errors: readonly FieldMessage[] };

/** The secret as a picture and in letters, and the first code. */
export function FactorPage({ chrome, account, secret, errors }: Props) {
  const { text } = chrome;
  const words = text.signInPage;
  const field = bindFields({ text, values: {}, errors });
  const uri = secretUri(secret, { issuer: `墩苗 ${chrome.bureau}`, account: account.id });
  return (
    <SecretPage chrome={chrome} title={words.secondFactor} errors={errors}>
      <p class="govuk-body">{words.factorIntro}</p>
      <div class="dm-qr" role="img" aria-label={words.qr}>
        {raw(renderSVG(uri, { pixelSize: 4 }))}
      </div>
      <p class="govuk-body">
        {words.secret} <code class="dm-secret">{secret.match(/.{4}/g)?.join(" ")}</code>
      </p>
      <form method="post" action="/account/second-factor" novalidate>
        <input type="hidden" name="secret" value={secret} />
        <DeviceCodeField field={field} label={words.newCode} />
        <Button>{words.setFactor}</Button>
      </form>
    </SecretPage>
  );
}

/** The recovery codes, shown this once. */
export function RecoveryPage({ chrome, codes }: { chrome: Chrome; codes: readonly string[] }) {
  const words = chrome.text.signInPage;
  return (
    <Layout chrome={chrome} title={words.recovery} isAnswer>
      <p class="govuk-body">{words.recoveryIntro}</p>
      <ol class="govuk-list">
        {codes.map((code) => (
          <li>
            <code class="dm-secret">{code}</code>
          </li>
        ))}
      </ol>
      <LinkButton href="/">{words.goOn}</LinkButton>
    </Layout>
  );
}
