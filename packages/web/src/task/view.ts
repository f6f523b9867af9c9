import type { Task } from "./list.ts";

/** A task as JSON, with the link to where it is done. */
export function taskView({ person, ...task }: Task) {
  return {
    ...task,
    secondment: person.id,
    officer: { serviceNumber: person.number, name: person.name },
    hostStation: { code: person.station[0], name: person.station[1] },
    href: taskHref({ person, ...task }),
  };
}

/** The page on which a task is done. */
export function taskHref({ what, about, person }: Pick<Task, "what" | "about" | "person">): string {
  const base = `/secondments/${person.id}`;
  if (["approve-request", "confirm-finding", "answer-contest", "approve-proposal"].includes(what))
    return `${base}/absences/${about}`;
  return base;
}
