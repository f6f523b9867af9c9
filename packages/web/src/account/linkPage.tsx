import type { Account } from "@dunmiao/domain/account";
import type { Chrome } from "../ui/chrome.ts";
import { formatInstant } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";

type Props = { chrome: Chrome; account: Account; of: "link" | "code"; secret: string; endsAt: Date };

/** A one-time link, or the code beside it, shown this once. */
export function LinkPage({ chrome, account: { id, name }, of, secret, endsAt }: Props) {
  const words = chrome.text.accountPage;
  const until = formatInstant(endsAt.toISOString());
  const back = { href: `/accounts/${encodeURIComponent(id)}`, label: words.one({ name, number: id }) };
  const whose = { name, number: id, until };
  return (
    <Layout chrome={chrome} title={words[of]} section="accounts" back={back} isAnswer>
      <p class="govuk-body">{of === "link" ? words.linkIntro : words.codeIntro}</p>
      <p class="govuk-body">{of === "link" ? words.linkFor(whose) : words.codeFor(whose)}</p>
      <p class="govuk-body">
        <code class="dm-secret">{secret}</code>
      </p>
    </Layout>
  );
}
