import type { Chrome } from "../ui/chrome.ts";
import { ErrorSummary } from "../ui/errorSummary.tsx";
import { Layout } from "../ui/layout.tsx";
import { personCaption, personLabel } from "../ui/personNow.ts";
import type { Text } from "../ui/text.ts";
import { Awards } from "./awardParts.tsx";
import { Contributions } from "./contributionParts.tsx";
import { type Failed, failedErrors, labelsIn } from "./failed.ts";
import type { ResultsProps } from "./resultsProps.ts";

/** What came out of a secondment: awards and contributions, with the forms that this person may fill in. */
export function ResultsPage({ chrome, ...props }: ResultsProps & { chrome: Chrome }) {
  const { text } = chrome;
  const { record, failed } = props;
  return (
    <Layout
      chrome={chrome}
      title={text.awardPage.results}
      caption={personCaption(text, record, record.hostStation.name)}
      section="secondments"
      back={{ href: `/secondments/${record.id}`, label: personLabel(record) }}
      hasErrors={failed !== undefined}
    >
      <ErrorSummary text={text} errors={failedErrors(text, failed)} labels={labelsOf(text, failed)} />
      <Awards text={text} {...props} />
      <Contributions text={text} {...props} />
    </Layout>
  );
}

function labelsOf(text: Text, failed: Failed | undefined): Record<string, string> {
  const words = text.awardPage;
  const isAward = failed?.form === "award";
  return labelsIn(failed?.form ?? "", {
    level: words.level,
    date: words.date,
    documentNumber: words.documentNumber,
    kind: words.kind,
    title: isAward ? words.awardTitle : words.title,
    area: words.area,
    month: words.month,
    "evidence.number": words.evidenceNumber,
    "evidence.title": words.evidenceTitle,
    "evidence.date": words.evidenceDate,
    reason: words.reason,
  });
}
