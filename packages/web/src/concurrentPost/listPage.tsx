import { postStates } from "@dunmiao/domain/concurrentPost";
import { placeKinds } from "@dunmiao/domain/place";
import type { PostRow } from "@dunmiao/store/concurrentPost";
import { Button, ButtonGroup, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { type Option, SelectField, TextField } from "../ui/fields.tsx";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { type Chip, FilterChips, Pager } from "../ui/lists.tsx";
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
  next: number | undefined;
  query: PostsQuery;
  mayKeep: boolean;
  seesCoverage: boolean;
};

/** Concurrent posts: filters, the rows that they leave, and ways to coverage and places. */
export function PostsPage(props: ListProps) {
  const { chrome, posts, total, next, query } = props;
  const { text } = chrome;
  const words = text.postPage;
  return (
    <Layout chrome={chrome} title={words.title} section="posts">
      <ButtonGroup>
        {props.mayKeep ? <LinkButton href="/posts/new">{words.create}</LinkButton> : null}
        {props.seesCoverage ? (
          <LinkButton kind="secondary" href="/posts/coverage">
            {words.coverage}
          </LinkButton>
        ) : null}
        <LinkButton kind="secondary" href="/places">
          {words.places}
        </LinkButton>
      </ButtonGroup>
      <FilterForm text={text} query={query} />
      <FilterChips text={text} chips={chipsOf(text, query)} clearHref="/posts" />
      {posts.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <Rows text={text} posts={posts} today={chrome.today} />
      )}
      <Pager
        text={text}
        url={chrome.url}
        summary={words.total({ count: total })}
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

function FilterForm({ text, query }: { text: Text; query: PostsQuery }) {
  const words = text.postPage;
  const options = (codes: readonly string[], names: Readonly<Record<string, string>>): Option[] =>
    codes.map((value) => ({ value, label: nameOf(names, value) }));
  const kept = (["place", "officer", "ending", "moved"] as const).filter((name) => query[name]);
  return (
    <form class="dm-filters" method="get" action="/posts">
      {kept.map((name) => (
        <input type="hidden" name={name} value={query[name]} />
      ))}
      <TextField text={text} name="q" type="search" label={words.search} value={query.q} />
      <SelectField
        text={text}
        name="kind"
        label={words.kind}
        prompt={text.common.all}
        value={query.kind}
        options={options(placeKinds, words.placeKind)}
      />
      <SelectField
        text={text}
        name="state"
        label={words.stateFilter}
        prompt={text.common.all}
        value={query.state}
        options={options(postStates, words.state)}
      />
      <Button kind="secondary">{text.common.search}</Button>
    </form>
  );
}

function chipsOf(text: Text, query: PostsQuery): Chip[] {
  const words = text.postPage;
  const labels: Partial<Record<keyof PostsQuery, string | undefined>> = {
    q: query.q,
    kind: query.kind && words.placeKind[query.kind],
    state: query.state && words.state[query.state],
    place: query.place,
    officer: query.officer,
    ending: query.ending && words.endingFilter,
    moved: query.moved && words.movedFilter,
  };
  return Object.entries(labels).flatMap(([name, label]) =>
    label ? [{ label, removeHref: postsHref({ ...query, [name]: undefined, cursor: undefined }) }] : [],
  );
}
