import type { Child } from "hono/jsx";
import type { Chrome } from "../ui/chrome.ts";
import { TextField } from "../ui/fields.tsx";
import type { bindFields } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";

type Props = { chrome: Chrome; title: string; errors: readonly FieldMessage[]; children: Child };

/** A page on which people change what they sign in with, from their own account and back to it. */
export function SecretPage({ chrome, title, errors, children }: Props) {
  const back = { href: "/account", label: chrome.text.signInPage.account };
  return (
    <Layout chrome={chrome} title={title} back={back} errors={errors}>
      {children}
    </Layout>
  );
}

/** The code that the device shows now. */
export function DeviceCodeField({ field, label }: { field: ReturnType<typeof bindFields>; label: string }) {
  return (
    <TextField {...field("code")} label={label} width={10} inputmode="numeric" autocomplete="one-time-code" />
  );
}
