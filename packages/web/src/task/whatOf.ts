import { defaultTimetable } from "@dunmiao/domain/timetable";
import type { Text } from "../ui/text.ts";
import type { Task } from "./list.ts";

/** What a task is, in words: with the level of a warning, or the name of a form. */
export function whatOf(text: Text, { what, about }: Pick<Task, "what" | "about">): string {
  const name = text.taskPage.what[what];
  if (what === "warning") return `${name} · ${text.taskPage.level({ days: about })}`;
  const isForm = what === "file-form" || what === "chase-form" || what === "reconfirm-month";
  return isForm ? `${name} · ${usualName(text, about)}` : name;
}

/** A checkpoint by its usual name: a list does not know under which scheme each of its people runs. */
export function usualName(text: Text, key: string): string {
  const [plan = "", which] = key.split(".");
  const name = defaultTimetable.find((each) => each.key === plan)?.name[text.language] ?? plan;
  return which === undefined ? name : `${name} ${which}`;
}
