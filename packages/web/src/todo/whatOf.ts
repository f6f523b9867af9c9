import { namedCheckpoint } from "../ui/checkpointName.ts";
import type { Text } from "../ui/text.ts";
import { isForm } from "./list.ts";
import type { TodoLine } from "./todoLine.ts";

/** What a todo is, in words: with the level of a warning, or the checkpoint of a form by its scheme's name. */
export function whatOf(text: Text, todo: Pick<TodoLine, "what" | "about" | "checkpoint">): string {
  const { what, about, checkpoint } = todo;
  const name = text.todoPage.what[what];
  if (what === "warning") return `${name} · ${text.todoPage.level({ days: about })}`;
  if (!isForm(todo)) return name;
  return `${name} · ${checkpoint ? namedCheckpoint(text, checkpoint, about) : text.gone.checkpoint}`;
}
