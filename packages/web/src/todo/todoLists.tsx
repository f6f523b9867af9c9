import type { Actor } from "@dunmiao/domain/actor";
import { addDays, weekday } from "@dunmiao/domain/calendarDate";
import { mayTry } from "@dunmiao/domain/permissions";
import { formKey } from "../page.tsx";
import { Button, ButtonGroup } from "../ui/button.tsx";
import { DateField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";
import { mostItems, type Tried } from "./batchForm.ts";
import type { Desk } from "./desk.ts";
import { DeskTable } from "./deskTable.tsx";
import { itemOf, type Ticking } from "./select.ts";
import { TodoTable } from "./table.tsx";
import type { TodoLine } from "./todoLine.ts";

const groups = ["overdue", "today", "week", "later"] as const;

type ListsProps = {
  text: Text;
  desk: Desk;
  today: string;
  actor: Actor;
  query: { whose: "mine" | "all"; what?: string | undefined; all: boolean };
  tried: Tried | undefined;
};

/** Over the whole width: the requests with what deciding takes, and the link that ticks all lines of the page. */
export function RequestDesk({ text, desk: { rows, rest }, actor, query, tried }: Omit<ListsProps, "today">) {
  const able = ableOf(rest, actor).length;
  return (
    <>
      {rows.length + able > 0 ? <SelectAll text={text} query={query} able={able} /> : null}
      {rows.length > 0 ? (
        <PostForm action="/tasks/batch" idempotencyKey={formKey()}>
          <DeskTable
            text={text}
            rows={rows}
            below={rest.filter(({ what }) => what === "approve-request").length}
            isTicked={(item) => query.all || tried?.items.has(item) === true}
          />
          <ButtonGroup>
            <Button name="act" value="approve">
              {text.todoPage.approveSelected}
            </Button>
          </ButtonGroup>
        </PostForm>
      ) : null}
    </>
  );
}

function ableOf(todos: readonly TodoLine[], { role }: Actor): TodoLine[] {
  return todos.filter((todo) => itemOf(todo, role) !== undefined);
}

/** Everything else by what is due when; what a batch can do has boxes. */
export function TodoLists({ text, desk: { rest }, today, actor, query, tried }: ListsProps) {
  const able = ableOf(rest, actor);
  const again = able.filter((todo) => tried?.items.has(itemOf(todo, actor.role) ?? ""));
  const ticking = { role: actor.role, ticked: new Set(query.all ? able.slice(0, mostItems) : again) };
  return (
    <>
      {able.length > 0 ? (
        <PostForm action="/tasks/batch" idempotencyKey={formKey()}>
          <Groups text={text} todos={rest} today={today} reader={actor.role} ticking={ticking} />
          <BatchButtons text={text} actor={actor} tried={tried} />
        </PostForm>
      ) : (
        <Groups text={text} todos={rest} today={today} reader={actor.role} ticking={undefined} />
      )}
    </>
  );
}

/** The link that ticks everything where no script adds a box for it. */
function SelectAll({ text, query, able }: Pick<ListsProps, "text" | "query"> & { able: number }) {
  const { todoPage: words } = text;
  const params = new URLSearchParams({
    whose: query.whose,
    ...(query.what !== undefined && { what: query.what }),
    ...(!query.all && { all: "1" }),
  });
  return (
    <p class="govuk-body" data-no-print>
      <a class="govuk-link" href={`/?${params.toString()}`}>
        {query.all ? words.selectNone : words.selectAll}
      </a>
      {query.all && able > mostItems ? ` ${words.mostSelected({ most: mostItems })}` : null}
    </p>
  );
}

type GroupsProps = {
  text: Text;
  todos: readonly TodoLine[];
  today: string;
  reader: Actor["role"];
  ticking: Ticking | undefined;
};

function Groups({ text, todos, today, reader, ticking }: GroupsProps) {
  const weekEnd = addDays(today, 7 - weekday(today));
  const groupOf = ({ due }: TodoLine) => {
    if (due < today) return "overdue";
    if (due === today) return "today";
    return due <= weekEnd ? "week" : "later";
  };
  return (
    <>
      {groups.map((group) => {
        const inGroup = todos.filter((todo) => groupOf(todo) === group);
        const caption = text.todoPage.groupOf({ group: text.todoPage.group[group], count: inGroup.length });
        if (inGroup.length === 0) return null;
        return <TodoTable text={text} caption={caption} todos={inGroup} reader={reader} ticking={ticking} />;
      })}
    </>
  );
}

function BatchButtons({ text, actor, tried }: Pick<ListsProps, "text" | "actor" | "tried">) {
  const errors = fieldMessages(text, tried?.refusals ?? []);
  const field = bindFields({ text, values: { on: tried?.on }, errors });
  const { todoPage: words } = text;
  return (
    <div class="dm-batch" data-no-print>
      {mayTry(actor, "acknowledge-warning") ? (
        <ButtonGroup>
          <Button kind="secondary" name="act" value="acknowledge">
            {words.acknowledge}
          </Button>
        </ButtonGroup>
      ) : null}
      {mayTry(actor, "confirm-attendance") ? (
        <ButtonGroup>
          <Button kind="secondary" name="act" value="confirm-attendance">
            {words.confirmAttendance}
          </Button>
        </ButtonGroup>
      ) : null}
      <DateField {...field("on")} label={words.reportedOn} />
      <Button kind="secondary" name="act" value="report-in">
        {words.reportIn}
      </Button>
    </div>
  );
}
