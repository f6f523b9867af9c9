import type { Chrome } from "../ui/chrome.ts";
import { Layout } from "../ui/layout.tsx";
import { personCaption, personLabel } from "../ui/personNow.ts";
import { Awards } from "./awardParts.tsx";
import { Contributions } from "./contributionParts.tsx";
import { failedErrors } from "./failed.ts";
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
      errors={failedErrors(text, failed)}
    >
      <Awards text={text} {...props} />
      <Contributions text={text} {...props} />
    </Layout>
  );
}
