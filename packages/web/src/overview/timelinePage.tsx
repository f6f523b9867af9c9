import type { Digest } from "@dunmiao/domain/digest";
import { raw } from "hono/html";
import { Button } from "../ui/button.tsx";
import { SelectField } from "../ui/fields.tsx";
import { type Chrome, Layout } from "../ui/layout.tsx";
import { escapeText } from "../ui/markup.ts";
import { Details } from "../ui/pieces.tsx";
import type { Text } from "../ui/text.ts";
import type { Overview } from "./load.ts";
import { Nobody } from "./nobody.tsx";
import { OverviewLinks } from "./overviewLinks.tsx";
import { timelineScale } from "./timelineScale.ts";
import { timelineHead, timelineLegend, timelineSvg } from "./timelineSvg.ts";
import { TimelineTable } from "./timelineTable.tsx";

type Props = { chrome: Chrome; overview: Overview; branch: string | undefined };

/** Everybody of a cohort over the year: terms, absences, checkpoints; the same as a table under it. */
export function TimelinePage({ chrome, overview, branch }: Props) {
  const { text, today } = chrome;
  const { cohort, people, scheme, isWhole } = overview;
  const words = text.overviewPage;
  const shown = people.filter((each) => branch === undefined || each.branch[0] === branch);
  return (
    <Layout
      chrome={chrome}
      title={words.timeline}
      caption={cohort.name}
      section="cohorts"
      back={isWhole ? { href: `/cohorts/${cohort.id}`, label: cohort.name } : undefined}
    >
      <OverviewLinks text={text} cohortId={cohort.id} current="timeline" role={chrome.person?.role} />
      <BranchForm text={text} overview={overview} branch={branch} />
      {shown.length === 0 ? (
        <Nobody text={text} isWhole={isWhole} />
      ) : (
        <>
          <p class="govuk-body dm-muted">{words.timelineIntro}</p>
          <Picture text={text} people={shown} scheme={scheme} today={today} />
          <Details summary={text.common.tableOfFigures}>
            <TimelineTable text={text} people={shown} scheme={scheme} />
          </Details>
        </>
      )}
    </Layout>
  );
}

type PictureProps = { text: Text; people: readonly Digest[]; scheme: Overview["scheme"]; today: string };

/** Names stay at the left and months at the top while the picture scrolls. */
function Picture({ text, people, scheme, today }: PictureProps) {
  const scale = timelineScale(people);
  const label = escapeText(text.common.table({ caption: text.overviewPage.timeline }));
  const names = people
    .map(
      ({ id, name, number, station }) =>
        `<li><a href="/secondments/${escapeText(id)}">${escapeText(`${name} ${number}`)}</a> ${escapeText(station[1])}</li>`,
    )
    .join("");
  return raw(
    `${timelineLegend(text)}<div class="dm-timeline" role="region" aria-label="${label}" tabindex="0">` +
      `<div class="dm-timeline__corner"></div><div class="dm-timeline__head">${timelineHead({ text, scale, today })}</div>` +
      `<ol class="dm-timeline__names">${names}</ol>${timelineSvg(people, { text, scheme, scale, today })}</div>`,
  );
}

function BranchForm({ text, overview, branch }: Omit<Props, "chrome"> & { text: Text }) {
  const names = new Map(overview.people.map((each) => each.branch));
  if (names.size < 2) return null;
  const options = [...names].map(([value, label]) => ({ value, label }));
  return (
    <form class="dm-filters" method="get" action={`/cohorts/${overview.cohort.id}/timeline`}>
      <SelectField
        text={text}
        name="branch"
        label={text.overviewPage.branch}
        prompt={text.overviewPage.allBranches}
        options={options}
        value={branch}
      />
      <Button kind="secondary">{text.common.filter}</Button>
    </form>
  );
}
