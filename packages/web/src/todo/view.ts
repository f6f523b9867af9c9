import { todoPlace } from "../secondment/todoPlace.ts";
import type { TodoLine } from "./todoLine.ts";

/** A todo as JSON, with the link to where it is done; `about` names the checkpoint there. */
export function todoView({ person, checkpoint: _, ...todo }: TodoLine) {
  return {
    ...todo,
    secondment: person.id,
    officer: { serviceNumber: person.number, name: person.name },
    hostStation: { code: person.station[0], name: person.station[1] },
    href: todoHref({ person, ...todo }),
  };
}

/** The page on which a todo is done. */
export function todoHref({
  what,
  about,
  whose,
  person,
}: Pick<TodoLine, "what" | "about" | "whose" | "person">): string {
  return `/secondments/${person.id}${todoPlace(what, about, whose) ?? ""}`;
}
