import type { Account } from "@dunmiao/domain/account";
import type { Chrome } from "../ui/chrome.ts";
import { formatInstant } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";

type Props = { chrome: Chrome; account: Account; link: string; endsAt: Date };

/** A one-time link, shown this once. */
export function LinkPage({ chrome, account: { id, name }, link, endsAt }: Props) {
  const words = chrome.text.accountPage;
  const until = formatInstant(endsAt.toISOString());
  const back = { href: `/accounts/${encodeURIComponent(id)}`, label: words.one({ name, number: id }) };
  return (
    <Layout chrome={chrome} title={words.link} section="accounts" back={back} isAnswer>
      <p class="govuk-body">{words.linkIntro}</p>
      <p class="govuk-body">{words.linkFor({ name, number: id, until })}</p>
      <p class="govuk-body">
        <code class="dm-secret">{link}</code>
      </p>
    </Layout>
  );
}
