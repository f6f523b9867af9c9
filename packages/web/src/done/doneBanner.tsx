import type { Actor } from "@dunmiao/domain/actor";
import type { Event } from "@dunmiao/domain/event";
import { mayTry } from "@dunmiao/domain/permissions";
import { loadEvents, loadRecord } from "@dunmiao/store/engine/record";
import { groundOf } from "@dunmiao/store/ground";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { spotCheckNoun } from "@dunmiao/store/spotCheck";
import type { Child } from "hono/jsx";
import type { WebDeps } from "../deps.ts";
import { subjectOf } from "../subject.ts";
import { nextTodo } from "../todo/list.ts";
import { NextTodo } from "../todo/nextTodo.tsx";
import type { TodoLine } from "../todo/todoLine.ts";
import { link } from "../ui/link.ts";
import { nameOf } from "../ui/nameOf.ts";
import { NotificationBanner } from "../ui/pieces.tsx";
import type { Text } from "../ui/text.ts";
import { actLine } from "./actLine.ts";
import { type Undo, undoOf, undoOfCheck } from "./undo.ts";
import type { Written } from "./written.ts";

type At = { deps: WebDeps; actor: Actor; today: string; text: Text };
type Said = { act: string; undo?: Undo | undefined };

/**
 * What this actor last wrote, told from its event: person, act, how it stands, where it is taken back, and what is their
 * next. Undefined for an event that is another's or is not there. At most four reads, only right after an act.
 */
export async function doneBanner(at: At, written: Written): Promise<Child | undefined> {
  const { deps, actor, text } = at;
  const { events } = await loadEvents(deps.store, written, { after: written.version - 1, limit: 1 });
  const event = events.find(({ version }) => version === written.version);
  if (event?.actor.id !== actor.id) return undefined;
  const [name, said, next] = await Promise.all([
    subjectOf(deps.store, written, text),
    saidOf(at, event),
    nextTodo(deps, at, (todo) => isListedBefore(todo, written)),
  ]);
  return (
    <Banner
      text={text}
      sentence={text.todoPage.actDone({ name, act: said.act })}
      undo={said.undo}
      next={next}
      hasTodos={mayTry(actor, "read-todos")}
    />
  );
}

/** Lists lag: a line of the same record that is older than the act may be what was just done. */
function isListedBefore({ person, version }: TodoLine, { kind, id, version: now }: Written): boolean {
  return kind === "secondment" && person.id === id && version < now;
}

async function saidOf({ deps, actor, today, text }: At, event: Event): Promise<Said> {
  const { recordKind: kind, recordId: id } = event;
  if (kind === "secondment") {
    const secondment = await loadRecord(deps.store, secondmentNoun, id);
    if (!secondment) return { act: nameOf(text.eventType, event.type) };
    const { ground } = await groundOf({ ...deps, actor, today }, secondment);
    return { act: actLine(text, event, ground), undo: undoOf(text, event, ground) };
  }
  const check = kind === "spot-check" ? await loadRecord(deps.store, spotCheckNoun, id) : undefined;
  return { act: nameOf(text.eventType, event.type), undo: check && undoOfCheck(text, event, check) };
}

type BannerProps = {
  text: Text;
  sentence: string;
  undo: Undo | undefined;
  next: TodoLine | undefined;
  hasTodos: boolean;
};

function Banner({ text, sentence, undo, next, hasTodos }: BannerProps) {
  return (
    <div data-no-print>
      <NotificationBanner text={text} kind="success" id="done">
        {sentence}
      </NotificationBanner>
      {undo ? <p class="govuk-body">{link(undo.href, undo.label)}</p> : null}
      {hasTodos ? <NextTodo text={text} next={next} /> : null}
    </div>
  );
}
