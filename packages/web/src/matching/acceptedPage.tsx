import { ResultTable } from "../pair/resultTable.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { Layout } from "../ui/layout.tsx";
import { NotificationBanner } from "../ui/pieces.tsx";
import type { AcceptedResult } from "./accept.ts";

type Props = {
  chrome: Chrome;
  results: readonly AcceptedResult[];
  names: ReadonlyMap<string, string | undefined>;
};

/** What became of each row that was accepted. */
export function AcceptedPage({ chrome, results, names }: Props) {
  const { text } = chrome;
  const words = text.matchingPage;
  const who = (number: string) => text.common.numbered({ name: names.get(number) ?? "", number });
  const refused = results.filter(({ refusals }) => refusals.length > 0).length;
  const done = results.length - refused;
  return (
    <Layout
      chrome={chrome}
      title={words.accepted}
      section="pairs"
      isAnswer
      back={{ href: "/pairs", label: text.pairPage.title }}
    >
      <NotificationBanner text={text} kind={refused > 0 ? "important" : "success"}>
        {words.acceptedDone({ done, refused })}
      </NotificationBanner>
      <ResultTable
        text={text}
        caption={text.pairGroup.results}
        done={words.waits}
        results={results.map(({ row, id, refusals }) => ({
          ...(id !== undefined && { href: `/pairs/${id}` }),
          line: text.pairPage.one({ mentor: who(row.mentor), apprentice: who(row.apprentice) }),
          refusals,
        }))}
      />
    </Layout>
  );
}
