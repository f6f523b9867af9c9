import type { Coverage } from "@dunmiao/domain/assessment/coverage";
import type { Scheme } from "@dunmiao/domain/scheme";
import type { Secondment } from "@dunmiao/domain/secondment";
import type { Chrome } from "../ui/chrome.ts";
import { Layout } from "../ui/layout.tsx";
import { personCaption, personLabel } from "../ui/personNow.ts";
import { EmptyState } from "../ui/pieces.tsx";
import type { Text } from "../ui/text.ts";
import { CoverageMeter } from "./coverageMeter.tsx";
import { areaNames } from "./listPages.tsx";

type Props = { chrome: Chrome; record: Secondment; scheme: Scheme; coverage: Coverage };

/** What evidence covers of one term, month by month and area by area (S2: continuous and comprehensive). */
export function CoveragePage({ chrome, record, scheme, coverage }: Props) {
  const { text, today } = chrome;
  const words = text.overviewPage;
  const hasNone = coverage.counts.flat().every((count) => count === 0) && coverage.elsewhere === 0;
  return (
    <Layout
      chrome={chrome}
      title={words.coverageTitle}
      caption={personCaption(text, record, record.hostStation.name)}
      section="secondments"
      back={{ href: `/secondments/${record.id}`, label: personLabel(record) }}
    >
      <p class="govuk-body dm-muted">{words.coverageIntro}</p>
      {hasNone ? <EmptyState title={words.coverageEmpty}>{words.coverageEmptyHelp}</EmptyState> : null}
      <ul class="govuk-list">
        {gapSentences(text, scheme, coverage).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <CoverageMeter text={text} coverage={coverage} scheme={scheme} today={today} />
    </Layout>
  );
}

function gapSentences(text: Text, scheme: Scheme, coverage: Coverage): string[] {
  const words = text.overviewPage;
  const { monthsWithout, areasWithout, elsewhere } = coverage;
  const separator = text.common.listMark;
  const areas = areaNames(text, scheme, areasWithout);
  const sentences = [
    monthsWithout.length > 0
      ? words.monthsMissing({ count: monthsWithout.length, months: monthsWithout.join(separator) })
      : "",
    areasWithout.length > 0 ? words.areasMissing({ count: areasWithout.length, areas }) : "",
    elsewhere > 0 ? words.elsewhere({ count: elsewhere }) : "",
  ].filter(Boolean);
  return sentences.length > 0 ? sentences : [words.noneMissing];
}
