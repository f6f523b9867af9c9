import { lastDayServed } from "@dunmiao/domain/secondment";
import { handOverSections } from "@dunmiao/domain/term/writeHandOver";
import { correctedNotes } from "../officer/correctionLine.ts";
import type { Chrome } from "../ui/chrome.ts";
import { formatRange } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { officialDates } from "../ui/officialDates.ts";
import { PaperHead, paperNumber, Signatures } from "../ui/paper.tsx";
import { signerName } from "../ui/signerName.ts";
import type { HandOverRead } from "./load.ts";

type Props = { chrome: Chrome; read: HandOverRead };

/** The hand-over on A4 in the layout of official documents, with the lines for two signatures. */
export function HandOverPrintPage({ chrome, read }: Props) {
  const { text } = chrome;
  const { record, words: said = {} } = read;
  const { officer, hostBranch, hostStation, post, term, handOver } = record;
  const words = text.handOverPage;
  const { colon, separator, end } = text.secondmentPage.printMarks;
  const facts = [
    `${words.predecessor}${colon}${officer.name} ${officer.serviceNumber}`,
    `${text.secondmentPage.host}${colon}${hostBranch.name} ${hostStation.name}`,
    `${text.secondmentPage.post}${colon}${post}`,
    `${text.secondmentPage.term}${colon}${formatRange(text, term.from, lastDayServed(record))}`,
  ];
  const received = handOver?.received;
  return (
    <Layout
      chrome={chrome}
      title={`${words.printTitle} ${officer.serviceNumber}`}
      section="secondments"
      back={{ href: `/secondments/${record.id}/hand-over`, label: words.title }}
    >
      <article class="official">
        <PaperHead chrome={chrome} title={words.printTitle} number={paperNumber(record)} />
        <p>{officialDates(text, facts.join(separator) + end)}</p>
        {correctedNotes(text, { record }).map((line) => (
          <p>{officialDates(text, line)}</p>
        ))}
        {handOverSections.flatMap((each) =>
          // Each line is a paragraph of its own: the layout indents them.
          `${words.sections[each]}${colon}${said[each] ?? words.empty}`
            .split(/\r?\n/)
            .map((line) => <p>{line}</p>),
        )}
        <p>
          {received
            ? officialDates(text, words.receivedBy({ by: signerName(text, received.by), on: received.on }))
            : words.notReceived}
        </p>
        <Signatures chrome={chrome} signers={["handedOverBy", "receivedBy"]} sealOf={hostStation.name} />
      </article>
    </Layout>
  );
}
