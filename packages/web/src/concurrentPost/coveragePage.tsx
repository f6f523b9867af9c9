import { lastDayOf } from "@dunmiao/domain/concurrentPost";
import { type CoverageFigures, quarterOf } from "@dunmiao/domain/concurrentPost/coverage";
import { placeKinds } from "@dunmiao/domain/place";
import type { Units } from "@dunmiao/store/unit";
import type { Chrome } from "../ui/chrome.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { type Chip, FilterChips } from "../ui/lists.tsx";
import { EmptyState } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { namesOf } from "../unit/tree.ts";
import type { CoverageQuery, CoveredPlace } from "./coverageQuery.ts";

type Props = {
  chrome: Chrome;
  figures: CoverageFigures;
  shown: readonly CoveredPlace[];
  query: CoverageQuery;
  units: Units;
  mayKeep: boolean;
};

/** Which school, community, street and grid has somebody today, which has nobody, and which loses theirs this quarter. */
export function CoveragePage({ chrome, figures, shown, query, units, mayKeep }: Props) {
  const { text, today } = chrome;
  const words = text.postPage;
  return (
    <Layout
      chrome={chrome}
      title={words.coverage}
      section="posts"
      back={{ href: "/posts", label: words.title }}
    >
      <p class="govuk-body">{words.coverageIntro(quarterOf(today))}</p>
      <FiguresTable text={text} figures={figures} />
      <FilterChips text={text} chips={chipsOf(text, query)} clearHref="/posts/coverage" />
      {shown.length === 0 ? (
        <EmptyState title={words.noPlaces}>{words.noPlacesHint}</EmptyState>
      ) : (
        <Places text={text} shown={shown} unitName={namesOf(units, text)} mayKeep={mayKeep} />
      )}
      <p class="govuk-body">{link("/posts?moved=true", words.movedFilter)}</p>
    </Layout>
  );
}

/** The address of the coverage with these filters. */
function coverageHref({ kind, only }: CoverageQuery): string {
  const search = new URLSearchParams({ ...(kind && { kind }), ...(only && { only }) }).toString();
  return search === "" ? "/posts/coverage" : `/posts/coverage?${search}`;
}

function FiguresTable({ text, figures }: { text: Text; figures: CoverageFigures }) {
  const words = text.postPage;
  return (
    <DenseTable
      text={text}
      caption={words.coverage}
      isCaptionHidden
      rows={placeKinds}
      columns={[
        { label: words.kind, kind: "rowHeader", cell: (kind) => words.placeKind[kind] },
        {
          label: words.figure.places,
          kind: "number",
          cell: (kind) => link(coverageHref({ kind }), String(figures[kind].places)),
        },
        { label: words.figure.covered, kind: "number", cell: (kind) => String(figures[kind].covered) },
        {
          label: words.figure.nobody,
          kind: "number",
          cell: (kind) => link(coverageHref({ kind, only: "nobody" }), String(figures[kind].nobody)),
        },
        {
          label: words.figure.ending,
          kind: "number",
          cell: (kind) => link(coverageHref({ kind, only: "ending" }), String(figures[kind].ending)),
        },
      ]}
    />
  );
}

type PlacesProps = {
  text: Text;
  shown: readonly CoveredPlace[];
  unitName: (code: string) => string;
  mayKeep: boolean;
};

function Places({ text, shown, unitName, mayKeep }: PlacesProps) {
  const words = text.postPage;
  const assign = ({ place }: CoveredPlace) =>
    mayKeep ? link(`/posts/new?place=${encodeURIComponent(place.id)}`, words.assign) : "";
  return (
    <DenseTable
      text={text}
      caption={words.places}
      rows={shown}
      columns={[
        { label: words.placeName, kind: "rowHeader", cell: ({ place }) => `${place.name} ${place.id}` },
        { label: words.kind, cell: ({ place }) => words.placeKind[place.kind] },
        { label: words.placeUnit, cell: ({ place }) => unitName(place.unit) },
        { label: words.people, cell: ({ posts }) => peopleAt(text, posts) },
        { label: text.common.actions, kind: "act", cell: assign },
      ]}
    />
  );
}

function peopleAt(text: Text, posts: CoveredPlace["posts"]): string {
  const words = text.postPage;
  if (posts.length === 0) return words.nobody;
  return posts
    .map((post) =>
      words.personUntil({ name: post.officer.name, role: words.roles[post.role], to: lastDayOf(post) }),
    )
    .join(text.common.listMark);
}

function chipsOf(text: Text, { kind, only }: CoverageQuery): Chip[] {
  const words = text.postPage;
  const onlyLabel = only && { nobody: words.onlyNobody, ending: words.onlyEnding }[only];
  return [
    ...(kind ? [{ label: words.placeKind[kind], removeHref: coverageHref({ only }) }] : []),
    ...(onlyLabel ? [{ label: onlyLabel, removeHref: coverageHref({ kind }) }] : []),
  ];
}
