import type { Actor } from "@dunmiao/domain/actor";
import { mayTry } from "@dunmiao/domain/permissions";
import type { Summary } from "@dunmiao/domain/summary";
import type { BureauRoles } from "@dunmiao/store/bureauRoles";
import { BureauList, countOf } from "../delegation/bureauList.tsx";
import type { PairWork } from "../pair/work.ts";
import { PairWorkTable } from "../pair/workTable.tsx";
import { BarChart } from "../ui/barChart.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { FilterChips } from "../ui/lists.tsx";
import { nameOf } from "../ui/nameOf.ts";
import { EmptyState } from "../ui/pieces.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";
import type { Tried } from "./batchForm.ts";
import type { Desk } from "./desk.ts";
import type { NamedFlag } from "./flags.ts";
import { FlagTable } from "./flagTable.tsx";
import type { TodoLine } from "./todoLine.ts";
import { RequestDesk, TodoLists } from "./todoLists.tsx";
import { type Waiting, WaitingTable } from "./waiting.tsx";
import { WeekChart } from "./weekChart.tsx";

type TodoPageProps = {
  chrome: Chrome;
  todos: readonly TodoLine[];
  people: readonly Summary[];
  warnAtDays: readonly number[];
  flags: readonly NamedFlag[];
  waiting: readonly Waiting[];
  /** What is to be done about pairs, counted, and the headline of their files. */
  pairs: PairWork | undefined;
  /** Roles of the bureau in which nobody acts; for the personnel office alone. */
  bureau: BureauRoles | undefined;
  query: { whose: "mine" | "all"; what?: string | undefined; all: boolean };
  /** A batch that is to be sent again: its ticks, its date and what was wrong. */
  tried: Tried | undefined;
  actor: Actor;
  /** Requests with their figures, and the todos of the lists. */
  desk: Desk;
  signed: Chrome["signed"];
};

/** The to-do list by what is due when, with two small pictures beside it. */
export function TodoPage(props: TodoPageProps) {
  const { chrome, todos, people, actor, query, tried } = props;
  const { text, today } = chrome;
  const { todoPage: words } = text;
  const errors = fieldMessages(text, tried?.refusals ?? []);
  const everyTodo = query.whose === "all" ? "/?whose=all" : "/";
  return (
    <Layout chrome={chrome} title={words.title} section="todo" errors={errors}>
      <nav class="dm-tabs" aria-label={words.owner}>
        <a href="/" aria-current={query.whose === "mine" ? "page" : undefined}>
          {words.mine}
        </a>
        <a href="/?whose=all" aria-current={query.whose === "all" ? "page" : undefined}>
          {words.everyone}
        </a>
      </nav>
      <FilterChips
        text={text}
        chips={
          query.what === undefined ? [] : [{ label: nameOf(words.what, query.what), removeHref: everyTodo }]
        }
        clearHref={everyTodo}
      />
      <RequestDesk text={text} desk={props.desk} actor={actor} query={query} tried={tried} />
      <div class="dm-two-columns">
        <div>
          {chrome.differences ? (
            <p class="govuk-body">
              {link("/audit/differences", text.differencePage.todo({ count: chrome.differences }))}
            </p>
          ) : null}
          <BureauList text={text} todos={props.bureau} />
          <WaitingTable text={text} waiting={props.waiting} />
          <FlagTable text={text} flags={props.flags} mayHandle={mayTry(actor, "handle-flag")} />
          {todos.length + props.waiting.length + countOf(props.bureau) === 0 &&
          !props.pairs?.counts.length ? (
            <EmptyState title={words.nothing}>{words.nothingHint}</EmptyState>
          ) : null}
          {props.pairs ? <PairWorkTable text={text} work={props.pairs} whose={query.whose} /> : null}
          <TodoLists text={text} today={today} actor={actor} query={query} tried={tried} desk={props.desk} />
        </div>
        <aside>
          {props.signed ? (
            <p class="govuk-body">{link("/audit/heads", text.paper.signed(props.signed))}</p>
          ) : null}
          <Strip text={text} people={people} warnAtDays={props.warnAtDays} />
          <WeekChart text={text} todos={todos} />
        </aside>
      </div>
    </Layout>
  );
}

function Strip({ text, people, warnAtDays }: Pick<TodoPageProps, "people" | "warnAtDays"> & { text: Text }) {
  const [first] = people;
  if (!first) return null;
  const bars = people.map((each) => ({
    label: each.name,
    countedDays: each.counted,
    pendingDays: each.pending,
    href: `/secondments/${each.id}`,
  }));
  return (
    <BarChart
      text={text}
      caption={text.todoPage.strip}
      bars={bars}
      limitDays={first.limit}
      warnAtDays={warnAtDays}
      width={320}
    />
  );
}
