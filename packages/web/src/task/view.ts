import { todoPlace } from "../secondment/todoPlace.ts";
import type { Task } from "./task.ts";

/** A task as JSON, with the link to where it is done; `about` names the checkpoint there. */
export function taskView({ person, checkpoint: _, ...task }: Task) {
  return {
    ...task,
    secondment: person.id,
    officer: { serviceNumber: person.number, name: person.name },
    hostStation: { code: person.station[0], name: person.station[1] },
    href: taskHref({ person, ...task }),
  };
}

/** The page on which a task is done. */
export function taskHref({
  what,
  about,
  whose,
  person,
}: Pick<Task, "what" | "about" | "whose" | "person">): string {
  return `/secondments/${person.id}${todoPlace(what, about, whose) ?? ""}`;
}
