import type { Actor } from "@dunmiao/domain/actor";
import type { PairTodoKind } from "@dunmiao/domain/pair/pairTodos";
import { pairTodoKinds } from "@dunmiao/domain/pair/pairTodos";
import type { WebDeps } from "../deps.ts";
import { figuresOf, type ListedPair, onDay, pairsSeenBy } from "./list.ts";
import { askedTasks, type PairTask, pairTasks } from "./tasks.ts";
import { type When, whenOf } from "./when.ts";

/** How many tasks of a kind there are, by when they are due. */
export type TaskCount = { what: PairTodoKind } & Record<When, number>;
/** What a start page says of pairs: the headline of their files, and what is to be done, counted. */
export type PairWork = { figures: ReturnType<typeof figuresOf>; counts: TaskCount[] };
export type PairsOnDay = { rows: ListedPair[]; tasks: PairTask[] };

/** The pairs that somebody may read and all that is to be done about them: one Query for the bureau, two for others. */
export async function pairsOnDay(deps: WebDeps, actor: Actor, today: string): Promise<PairsOnDay> {
  const [found, calendar] = await Promise.all([pairsSeenBy(deps, actor), deps.calendar.current()]);
  const rows = onDay(found, today);
  return { rows, tasks: pairTasks(rows, { actor, today, calendar }) };
}

/** The same for a start page; nothing where there is no pair. */
export async function pairWork(
  deps: WebDeps,
  { actor, today, whose }: { actor: Actor; today: string; whose: "mine" | "all" },
): Promise<PairWork | undefined> {
  const { rows, tasks } = await pairsOnDay(deps, actor, today);
  if (rows.length === 0) return undefined;
  const asked = askedTasks(tasks, { whose }, today);
  const counts = pairTodoKinds.flatMap((what): TaskCount[] => {
    const ofKind = asked.filter((each) => each.what === what);
    const by = { overdue: 0, week: 0, later: 0 };
    for (const each of ofKind) by[whenOf(each, today)] += 1;
    return ofKind.length === 0 ? [] : [{ what, ...by }];
  });
  return { figures: figuresOf(rows), counts };
}
