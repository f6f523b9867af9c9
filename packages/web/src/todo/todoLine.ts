import type { CheckpointPlan } from "@dunmiao/domain/schemeSchema";
import type { Summary } from "@dunmiao/domain/summary";
import type { Todo, TodoNote } from "@dunmiao/domain/todo";
import type { Returned } from "../assessment/returned.ts";

/** One line of the to-do list: what, whose, since when, due when, about whom, as of which version of the record. */
export type TodoLine = {
  what: Todo[0];
  whose: Todo[1];
  since: string;
  due: string;
  about: string;
  isOverdue: boolean;
  person: Summary;
  version: number;
  /** The checkpoint of a form, as the scheme of its person calls it. */
  checkpoint?: CheckpointPlan["name"];
  /** When and why a form of the actor's own was sent back, where that was read (`returned.ts`). */
  returned?: Returned;
} & TodoNote;
