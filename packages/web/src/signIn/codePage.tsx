import { Button } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { TextField } from "../ui/fields.tsx";
import { bindFields } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";

/** The account's own code, after the provider has said who it is without a second factor. */
export function CodePage({ chrome, errors }: { chrome: Chrome; errors: readonly FieldMessage[] }) {
  const { text } = chrome;
  const words = text.signInPage;
  const field = bindFields({ text, values: {}, errors });
  return (
    <Layout chrome={chrome} title={words.secondFactor} errors={errors}>
      <form method="post" action="/sign-in/code" novalidate>
        <TextField {...field("code")} label={words.code} width={20} autocomplete="one-time-code" />
        <Button>{words.signIn}</Button>
      </form>
    </Layout>
  );
}
