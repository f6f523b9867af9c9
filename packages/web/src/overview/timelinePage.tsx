import type { Digest } from "@dunmiao/domain/digest";
import { raw } from "hono/html";
import { Button } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { SelectField } from "../ui/fields.tsx";
import { Layout } from "../ui/layout.tsx";
import { FilterChips } from "../ui/lists.tsx";
import { escapeText } from "../ui/markup.ts";
import { Details } from "../ui/pieces.tsx";
import type { Text } from "../ui/text.ts";
import type { Overview } from "./load.ts";
import { Nobody } from "./nobody.tsx";
import { OverviewLinks } from "./overviewLinks.tsx";
import { timelineScale } from "./timelineScale.ts";
import { timelineHead, timelineHeadAgain, timelineLegend, timelineSvg } from "./timelineSvg.ts";
import { TimelineTable } from "./timelineTable.tsx";

type Props = { chrome: Chrome; overview: Overview; branch: string | undefined };

/** Everybody of a cohort over the year: terms, absences, checkpoints; the same as a table under it. */
export function TimelinePage({ chrome, overview, branch }: Props) {
  const { text, today } = chrome;
  const { cohort, people, scheme, isWhole } = overview;
  const words = text.overviewPage;
  const path = `/cohorts/${cohort.id}/timeline`;
  const shown = people.filter((each) => branch === undefined || each.branch[0] === branch);
  const filter = branch === undefined ? undefined : (shown[0]?.branch[1] ?? text.gone.unit({ code: branch }));
  const chips = filter === undefined ? [] : [{ label: filter, removeHref: path }];
  const about = [chrome.bureau, cohort.name, filter ?? words.allBranches, text.sheet.asOf({ today })];
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
      <FilterChips text={text} chips={chips} clearHref={path} />
      {shown.length === 0 ? (
        <Nobody text={text} isWhole={isWhole} />
      ) : (
        <>
          <p class="govuk-body dm-muted">{words.timelineIntro}</p>
          <Picture text={text} people={shown} scheme={scheme} today={today} about={about.join(" · ")} />
          <Details summary={text.common.tableOfFigures}>
            <TimelineTable text={text} people={shown} scheme={scheme} />
          </Details>
        </>
      )}
    </Layout>
  );
}

/** Rows of 2.8 mm that fit on a landscape A4 sheet, the first with title and legend; `_timeline.scss` prints by them. */
const firstSheetRows = 41;
const sheetRows = 61;

type PictureProps = {
  text: Text;
  people: readonly Digest[];
  scheme: Overview["scheme"];
  today: string;
  /** Whose timeline, of which branch and day: stands on every printed sheet. */
  about: string;
};

/** Names stay at the left and months at the top while the picture scrolls; printed sheets begin with their months. */
function Picture({ text, people, scheme, today, about }: PictureProps) {
  const scale = timelineScale(people);
  const label = escapeText(text.common.table({ caption: text.overviewPage.timeline }));
  const head = (at: number) => (at === 0 ? timelineHead({ text, scale, today }) : timelineHeadAgain(scale));
  const total = people.length;
  const sheets = sheetStarts(total).map((start, at, starts) => {
    const shown = people.slice(start, starts[at + 1]);
    const rows = text.secondmentList.shown({ from: start + 1, to: start + shown.length, total });
    return (
      `<div class="dm-timeline__sheet"><p class="dm-timeline__about">${escapeText(`${about} · ${rows}`)}</p>` +
      `<div class="dm-timeline__corner"></div><div class="dm-timeline__head">${head(at)}</div>` +
      `<ol class="dm-timeline__names" start="${start + 1}">${shown.map(nameLine).join("")}</ol>` +
      `${timelineSvg(shown, { text, scheme, scale, today })}</div>`
    );
  });
  return raw(
    `${timelineLegend(text)}<div class="dm-timeline" role="region" aria-label="${label}" tabindex="0">${sheets.join("")}</div>`,
  );
}

/** Where the rows of each printed sheet begin. */
function sheetStarts(total: number): number[] {
  const further = Math.max(0, Math.ceil((total - firstSheetRows) / sheetRows));
  return [0, ...Array.from({ length: further }, (_, at) => firstSheetRows + at * sheetRows)];
}

/** Without its end tag, as HTML allows: a cohort has hundreds. */
function nameLine({ id, name, number, station }: Digest): string {
  return `<li><a href="/secondments/${escapeText(id)}">${escapeText(`${name} ${number}`)}</a> ${escapeText(station[1])}`;
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
