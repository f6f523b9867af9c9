import { namedCheckpoint } from "../ui/checkpointName.ts";
import type { Text } from "../ui/text.ts";
import { isForm } from "./list.ts";
import type { Task } from "./task.ts";

/** What a task is, in words: with the level of a warning, or the checkpoint of a form by its scheme's name. */
export function whatOf(text: Text, task: Pick<Task, "what" | "about" | "checkpoint">): string {
  const { what, about, checkpoint } = task;
  const name = text.taskPage.what[what];
  if (what === "warning") return `${name} · ${text.taskPage.level({ days: about })}`;
  if (!isForm(task)) return name;
  return `${name} · ${checkpoint ? namedCheckpoint(text, checkpoint, about) : text.gone.checkpoint}`;
}
