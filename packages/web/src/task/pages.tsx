import type { Actor } from "@dunmiao/domain/actor";
import { addDays, weekday } from "@dunmiao/domain/calendarDate";
import type { Summary } from "@dunmiao/domain/summary";
import { formKey } from "../page.tsx";
import { BarChart } from "../ui/barChart.tsx";
import { Button, ButtonGroup } from "../ui/button.tsx";
import { DateField } from "../ui/fields.tsx";
import { PostForm } from "../ui/form.tsx";
import { formatInstant } from "../ui/format.ts";
import { type Chrome, Layout } from "../ui/layout.tsx";
import { EmptyState, NotificationBanner } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import type { Task, TaskList } from "./list.ts";
import { TaskTable } from "./table.tsx";
import { type Waiting, WaitingTable } from "./waiting.tsx";
import { WeekChart } from "./weekChart.tsx";

type TaskPageProps = {
  chrome: Chrome;
  tasks: readonly Task[];
  people: readonly Summary[];
  warnAtDays: readonly number[];
  flags: TaskList["flags"];
  waiting: readonly Waiting[];
  query: { whose: "mine" | "all"; what?: string | undefined };
  actor: Actor;
  batch: { done?: string | undefined; refused?: string | undefined };
};
const groups = ["overdue", "today", "week", "later"] as const;

/** The to-do list by what is due when, with two small pictures beside it. */
export function TaskPage(props: TaskPageProps) {
  const { chrome, tasks, people, actor, query } = props;
  const { text, today } = chrome;
  const { taskPage: words } = text;
  const mayBatch = ["hr", "station", "branch"].includes(actor.role);
  return (
    <Layout chrome={chrome} title={words.title} section="todo">
      <BatchResult text={text} batch={props.batch} />
      <nav class="dm-tabs" aria-label={words.owner}>
        <a href="/" aria-current={query.whose === "mine" ? "page" : undefined}>
          {words.mine}
        </a>
        <a href="/?whose=all" aria-current={query.whose === "all" ? "page" : undefined}>
          {words.everyone}
        </a>
      </nav>
      <div class="dm-two-columns">
        <div>
          <WaitingTable text={text} waiting={props.waiting} />
          <Flags text={text} flags={props.flags} mayHandle={actor.role === "hr"} />
          {tasks.length + props.waiting.length === 0 ? (
            <EmptyState title={words.nothing}>{words.nothingHint}</EmptyState>
          ) : null}
          {mayBatch && tasks.length > 0 ? (
            <PostForm action="/tasks/batch" idempotencyKey={formKey()}>
              <Groups text={text} tasks={tasks} today={today} batchAs={actor.role} />
              <BatchButtons text={text} actor={actor} />
            </PostForm>
          ) : (
            <Groups text={text} tasks={tasks} today={today} batchAs={undefined} />
          )}
        </div>
        <aside>
          <Strip text={text} people={people} warnAtDays={props.warnAtDays} />
          <WeekChart text={text} tasks={tasks} />
        </aside>
      </div>
    </Layout>
  );
}

function Groups(props: {
  text: Text;
  tasks: readonly Task[];
  today: string;
  batchAs: Actor["role"] | undefined;
}) {
  const { text, tasks, today } = props;
  const weekEnd = addDays(today, 7 - weekday(today));
  const groupOf = ({ due }: Task) => {
    if (due < today) return "overdue";
    if (due === today) return "today";
    return due <= weekEnd ? "week" : "later";
  };
  return (
    <>
      {groups.map((group) => {
        const inGroup = tasks.filter((task) => groupOf(task) === group);
        const caption = text.taskPage.groupOf({ group: text.taskPage.group[group], count: inGroup.length });
        if (inGroup.length === 0) return null;
        return <TaskTable text={text} caption={caption} tasks={inGroup} batchAs={props.batchAs} />;
      })}
    </>
  );
}

function BatchButtons({ text, actor }: { text: Text; actor: Actor }) {
  const { taskPage: words } = text;
  return (
    <div class="dm-batch">
      {actor.role === "hr" ? (
        <ButtonGroup>
          <Button kind="secondary" name="act" value="acknowledge">
            {words.acknowledge}
          </Button>
        </ButtonGroup>
      ) : null}
      {actor.role === "station" ? (
        <ButtonGroup>
          <Button kind="secondary" name="act" value="confirm-attendance">
            {words.confirmAttendance}
          </Button>
        </ButtonGroup>
      ) : null}
      <DateField text={text} name="on" label={words.reportedOn} />
      <Button kind="secondary" name="act" value="report-in">
        {words.reportIn}
      </Button>
    </div>
  );
}

function BatchResult({ text, batch }: { text: Text; batch: TaskPageProps["batch"] }) {
  const figures = { done: Number(batch.done), refused: Number(batch.refused) };
  if (!Number.isInteger(figures.done) || !Number.isInteger(figures.refused)) return null;
  return (
    <NotificationBanner text={text} kind={figures.refused > 0 ? "important" : "success"}>
      {text.taskPage.batchDone(figures)}
    </NotificationBanner>
  );
}

function Strip({ text, people, warnAtDays }: Pick<TaskPageProps, "people" | "warnAtDays"> & { text: Text }) {
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
      caption={text.taskPage.strip}
      bars={bars}
      limitDays={first.limit}
      warnAtDays={warnAtDays}
      width={320}
    />
  );
}

function Flags({ text, flags, mayHandle }: { text: Text; flags: TaskList["flags"]; mayHandle: boolean }) {
  const { taskPage: words } = text;
  if (flags.length === 0) return null;
  return (
    <section>
      <DenseTable
        text={text}
        caption={words.flags}
        rows={flags}
        columns={[
          { label: words.task, kind: "rowHeader", cell: (each) => `${each.kind} ${each.id}` },
          { label: words.flagCode, cell: (each) => `${each.summary.code} ${each.summary.detail}` },
          { label: words.since, kind: "date", cell: (each) => formatInstant(each.summary.since) },
        ]}
      />
      {mayHandle
        ? flags.map((each) => (
            <PostForm action={`/flags/${each.kind}/${each.id}/handled`} idempotencyKey={formKey()}>
              <Button kind="secondary">
                {words.handled} {each.id}
              </Button>
            </PostForm>
          ))
        : null}
    </section>
  );
}
