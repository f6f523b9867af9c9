import { Button, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { PassphraseField, TextField } from "../ui/fields.tsx";
import { bindFields } from "../ui/form.tsx";
import { formatInstant } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { NotificationBanner } from "../ui/pieces.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";

type Props = {
  chrome: Chrome;
  values: Readonly<Record<string, string>>;
  errors: readonly FieldMessage[];
  hasPassphrases: boolean;
};

/** Names the two people without whom nobody else gets in. */
export function SetUpPage({ chrome, values, errors, hasPassphrases }: Props) {
  const { text } = chrome;
  const words = text.signInPage;
  const field = bindFields({ text, values, errors });
  return (
    <Layout chrome={chrome} title={words.setUp} errors={errors}>
      <p class="govuk-body">{words.setUpIntro}</p>
      <form method="post" action="/set-up" novalidate>
        <input type="hidden" name="token" value={values.token ?? ""} />
        <h2 class="govuk-heading-m">{words.you}</h2>
        <TextField {...field("number")} label={words.yourNumber} width={20} autocomplete="username" />
        <TextField {...field("name")} label={words.yourName} width={20} autocomplete="name" />
        {hasPassphrases ? (
          <PassphraseField
            {...field("passphrase")}
            label={words.newPassphrase}
            hint={words.newPassphraseHint}
            width={30}
            autocomplete="new-password"
          />
        ) : null}
        <h2 class="govuk-heading-m">{words.other}</h2>
        <TextField {...field("securityNumber")} label={words.otherNumber} width={20} autocomplete="off" />
        <TextField {...field("securityName")} label={words.otherName} width={20} autocomplete="off" />
        <Button>{text.common.save}</Button>
      </form>
    </Layout>
  );
}

type DoneProps = { chrome: Chrome; name: string; link: string; ownLink: string | undefined; endsAt: Date };

/** The link for the other person and, where one signs in at the provider, one's own: shown this once. */
export function SetUpDonePage({ chrome, name, link, ownLink, endsAt }: DoneProps) {
  const { text } = chrome;
  const words = text.signInPage;
  return (
    <Layout chrome={chrome} title={words.setUpDone} isAnswer>
      <NotificationBanner text={text} kind="success">
        {words.setUpDone}
      </NotificationBanner>
      <p class="govuk-body">{words.otherLink({ name, until: formatInstant(endsAt.toISOString()) })}</p>
      <p class="govuk-body">
        <code class="dm-secret">{link}</code>
      </p>
      <LinkButton href={ownLink ?? "/account"}>
        {ownLink === undefined ? words.goOn : words.bindOwn}
      </LinkButton>
    </Layout>
  );
}

/** What everybody sees until then. */
export function SetUpPendingPage({ chrome }: { chrome: Chrome }) {
  const words = chrome.text.signInPage;
  return (
    <Layout chrome={chrome} title={words.setUp}>
      <p class="govuk-body">{words.setUpPending}</p>
    </Layout>
  );
}
