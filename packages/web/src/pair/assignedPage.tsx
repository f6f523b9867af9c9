import type { Chrome } from "../ui/chrome.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { NotificationBanner } from "../ui/pieces.tsx";
import { refusalSentence } from "../ui/refusalSentence.ts";
import { DenseTable } from "../ui/table.ts";
import type { Assigned } from "./assignFiles.ts";

/** What became of each file that was ticked: what was left out first. */
export function AssignedPage({ chrome, results }: { chrome: Chrome; results: readonly Assigned[] }) {
  const { text } = chrome;
  const words = text.pairWork;
  const refused = results.filter(({ refusals }) => refusals.length > 0).length;
  const why = ({ refusals }: Assigned) => refusals.map((each) => refusalSentence(text, each)).join(" · ");
  const name = ({ id, mentor, apprentice }: Assigned) =>
    mentor === undefined || apprentice === undefined
      ? id
      : link(`/pairs/${id}`, text.pairPage.one({ mentor, apprentice }));
  return (
    <Layout
      chrome={chrome}
      title={words.results}
      section="pairs"
      back={{ href: "/pairs/files", label: words.backToFiles }}
      isAnswer
    >
      <NotificationBanner text={text} kind={refused > 0 ? "important" : "success"}>
        {words.done({ done: results.length - refused, refused })}
      </NotificationBanner>
      <DenseTable
        text={text}
        caption={words.results}
        isCaptionHidden
        rows={results.toSorted((a, b) => b.refusals.length - a.refusals.length)}
        columns={[
          { label: words.pair, kind: "rowHeader", cell: name },
          {
            label: words.result,
            cell: (each) =>
              each.refusals.length === 0 ? words.isAssigned : words.leftOut({ why: why(each) }),
          },
        ]}
      />
    </Layout>
  );
}
