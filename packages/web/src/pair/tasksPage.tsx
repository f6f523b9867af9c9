import { pairTodoKinds } from "@dunmiao/domain/pair/pairTodos";
import { hrefOf } from "../overview/query.ts";
import { Button } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { SelectField } from "../ui/fields.tsx";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { FilterChips, Pager } from "../ui/lists.tsx";
import { EmptyState } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import { tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import type { PairTasksQuery } from "./form.ts";
import type { ListedPair } from "./list.ts";
import type { PairTask } from "./tasks.ts";
import { whens } from "./when.ts";

type Props = {
  chrome: Chrome;
  query: PairTasksQuery;
  page: readonly PairTask[];
  total: number;
  next: string | undefined;
  previous: string | undefined;
};

const path = "/pairs/tasks";

/** What is to be done about pairs, line by line: which pair, what, whose, since and due when. */
export function PairTasksPage({ chrome, query, page, total, next, previous }: Props) {
  const { text } = chrome;
  const words = text.pairWork;
  const { cursor: _, whose = "mine", ...filters } = query;
  return (
    <Layout
      chrome={chrome}
      title={words.title}
      section="pairs"
      back={{ href: "/pairs", label: text.pairPage.title }}
    >
      <nav class="dm-tabs" aria-label={words.owner}>
        {(["mine", "all"] as const).map((each) => (
          <a
            href={hrefOf(path, { ...filters, whose: each })}
            aria-current={whose === each ? "page" : undefined}
          >
            {each === "mine" ? words.mine : words.everyone}
          </a>
        ))}
      </nav>
      <Filters text={text} query={query} />
      <FilterChips text={text} chips={chipsOf(text, query)} clearHref={hrefOf(path, { whose })} />
      {page.length === 0 ? (
        <EmptyState title={words.nothing}>{words.nothingHint}</EmptyState>
      ) : (
        <TaskTable text={text} tasks={page} caption={words.title} />
      )}
      <Pager
        text={text}
        url={chrome.url}
        next={next}
        previous={previous}
        summary={text.common.amount({ count: total })}
      />
    </Layout>
  );
}

/** The lines themselves. */
function TaskTable(props: { text: Text; tasks: readonly PairTask[]; caption: string }) {
  const { text, tasks, caption } = props;
  const words = text.pairWork;
  const dueCell = ({ due, isOverdue }: PairTask) =>
    isOverdue ? [due, " ", tag(words.when.overdue, "orange")] : due;
  return (
    <DenseTable
      text={text}
      caption={caption}
      isCaptionHidden
      rows={tasks}
      columns={[
        {
          label: words.todo,
          kind: "rowHeader",
          cell: ({ what, pair }) => link(`/pairs/${pair.id}`, words.what[what]),
        },
        { label: words.pair, cell: ({ pair }) => pairName(text, pair) },
        { label: words.unit, cell: ({ pair }) => pair[pair.leading][3] },
        { label: words.about, cell: (task) => aboutWords(text, task) },
        { label: words.owner, cell: ({ whose }) => words.whose[whose] },
        { label: words.sinceDay, kind: "date", cell: ({ since }) => since },
        { label: words.due, kind: "date", cell: dueCell },
      ]}
    />
  );
}

/** A pair in a line: who leads whom. */
export function pairName(text: Text, { mentor: [, mentor], apprentice: [, apprentice] }: ListedPair): string {
  return text.pairPage.one({ mentor, apprentice });
}

function aboutWords(text: Text, { what, about }: PairTask): string {
  const [count = ""] = about;
  if (what === "confirm-activity") return text.pairWork.activitiesWaiting({ count });
  const { part } = text.pairPage;
  const named = about.map((each) => Object.entries(part).find(([key]) => key === each)?.[1] ?? each);
  return named.join(text.common.listMark);
}

function Filters({ text, query }: { text: Text; query: PairTasksQuery }) {
  const words = text.pairWork;
  return (
    <form class="dm-filters" method="get" action={path}>
      {(["whose", "leads"] as const).map((name) =>
        query[name] ? <input type="hidden" name={name} value={query[name]} /> : null,
      )}
      <SelectField
        text={text}
        name="what"
        label={words.todo}
        prompt={text.common.all}
        value={query.what}
        options={pairTodoKinds.map((value) => ({ value, label: words.what[value] }))}
      />
      <SelectField
        text={text}
        name="when"
        label={words.due}
        prompt={text.common.all}
        value={query.when}
        options={whens.map((value) => ({ value, label: words.when[value] }))}
      />
      <Button kind="secondary">{text.common.search}</Button>
    </form>
  );
}

function chipsOf(text: Text, { cursor: _, ...query }: PairTasksQuery) {
  const words = text.pairWork;
  const { what, when, leads } = query;
  const chip = (name: keyof typeof query, said: string | undefined) =>
    said === undefined ? [] : [{ label: said, removeHref: hrefOf(path, { ...query, [name]: undefined }) }];
  return [
    ...chip("what", what && words.what[what]),
    ...chip("when", when && words.when[when]),
    ...chip("leads", leads && text.form.labelled({ label: words.unit, message: leads })),
  ];
}
