import { postStates } from "@dunmiao/domain/concurrentPost";
import { placeKinds } from "@dunmiao/domain/place";
import type { PostRow } from "@dunmiao/store/concurrentPost";
import { ButtonGroup, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { type Filter, Filters, optionsOf } from "../ui/filters.tsx";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { Pager } from "../ui/lists.tsx";
import { nameOf } from "../ui/nameOf.ts";
import { EmptyState } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { type PostsQuery, postsHref } from "./query.ts";
import { daysOf, stateTag } from "./tags.ts";

type ListProps = {
  chrome: Chrome;
  posts: readonly PostRow[];
  total: number;
  /** Cursors of the page before and the page after; none where there is none. */
  previous: string | undefined;
  next: string | undefined;
  query: PostsQuery;
  mayKeep: boolean;
  mayImport: boolean;
  seesCoverage: boolean;
};

/** Concurrent posts: filters, the rows that they leave, and ways to coverage and places. */
export function PostsPage(props: ListProps) {
  const { chrome, posts, total, previous, next, query } = props;
  const { text } = chrome;
  const words = text.postPage;
  return (
    <Layout chrome={chrome} title={words.title} section="posts">
      <ButtonGroup>
        {props.mayKeep ? <LinkButton href="/posts/new">{words.create}</LinkButton> : null}
        {props.mayImport ? (
          <LinkButton kind="secondary" href="/posts/import">
            {words.import}
          </LinkButton>
        ) : null}
        {props.seesCoverage ? (
          <LinkButton kind="secondary" href="/posts/coverage">
            {words.coverage}
          </LinkButton>
        ) : null}
        <LinkButton kind="secondary" href="/places">
          {words.places}
        </LinkButton>
      </ButtonGroup>
      <Filters
        text={text}
        path="/posts"
        filters={filtersOf(text, query)}
        without={(name) => postsHref({ ...query, [name]: undefined, cursor: undefined })}
      />
      {posts.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <Rows text={text} posts={posts} today={chrome.today} />
      )}
      <p class="govuk-body" data-no-print>
        <a
          class="govuk-link"
          href={postsHref({ ...query, cursor: undefined }, "/posts/list.xlsx")}
          download=""
        >
          {words.listXlsx}
        </a>
      </p>
      <Pager
        text={text}
        url={chrome.url}
        summary={words.total({ count: total })}
        previous={previous === undefined ? undefined : postsHref({ ...query, cursor: previous })}
        next={next === undefined ? undefined : postsHref({ ...query, cursor: next })}
      />
    </Layout>
  );
}

function Rows({ text, posts, today }: { text: Text; posts: readonly PostRow[]; today: string }) {
  const words = text.postPage;
  return (
    <DenseTable
      text={text}
      caption={words.title}
      isCaptionHidden
      rows={posts}
      columns={[
        {
          label: words.officer,
          kind: "rowHeader",
          cell: ({ id, officer }) => link(`/posts/${id}`, `${officer.name} ${officer.serviceNumber}`),
        },
        { label: words.unit, cell: ({ unit }) => unit.name },
        {
          label: words.place,
          cell: ({ place: { name, kind } }) => text.common.numbered({ name, number: words.placeKind[kind] }),
        },
        { label: words.role, cell: ({ role }) => words.roles[role] },
        { label: text.common.status, cell: (post) => stateTag(text, post, today) },
        { label: text.common.date, kind: "date", cell: (post) => daysOf(text, post) },
        { label: words.activities, kind: "number", cell: ({ activities }) => String(activities) },
        { label: words.lastActivity, kind: "date", cell: ({ lastActivityOn = "" }) => lastActivityOn },
      ]}
    />
  );
}

function filtersOf(text: Text, query: PostsQuery): Filter<Exclude<keyof PostsQuery, "cursor">>[] {
  const words = text.postPage;
  const { q, kind, state, place, officer, ending, moved } = query;
  const asTyped = (value: string) => value;
  const kinds = optionsOf(placeKinds, words.placeKind);
  const states = optionsOf(postStates, words.state);
  return [
    { name: "q", value: q, says: asTyped, field: { label: words.search } },
    {
      name: "kind",
      value: kind,
      says: (value) => nameOf(words.placeKind, value),
      field: { label: words.kind, options: kinds },
    },
    {
      name: "state",
      value: state,
      says: (value) => nameOf(words.state, value),
      field: { label: words.stateFilter, options: states },
    },
    { name: "place", value: place, says: asTyped },
    { name: "officer", value: officer, says: asTyped },
    { name: "ending", value: ending, says: () => words.endingFilter },
    { name: "moved", value: moved, says: () => words.movedFilter },
  ];
}
