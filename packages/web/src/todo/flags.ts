import { StoredRowError } from "@dunmiao/store/engine/parseStored";
import type { WebDeps } from "../deps.ts";
import { subjectOf } from "../subject.ts";
import type { Text } from "../ui/text.ts";
import type { TodoList } from "./list.ts";

type Flag = TodoList["flags"][number];
/** A flag with what people call its record. */
export type NamedFlag = Flag & { name: string };

/** Flags with the names of their records: of people from the list at hand, of others one GetItem each; there are few. */
export function namedFlags(
  { store }: WebDeps,
  text: Text,
  { flags, people }: Pick<TodoList, "flags" | "people">,
): Promise<NamedFlag[]> {
  const nameOf = async ({ kind, id }: Flag) => {
    const person = people.find((each) => each.id === id);
    if (person) return person.name;
    if (kind === "calendar" || kind === "kept-form") return text.todoPage.flagName[kind];
    try {
      return await subjectOf(store, { kind, id }, text);
    } catch (error) {
      // The record may be the broken part: then only its number is left, and HR needs it.
      if (error instanceof StoredRowError) return text.todoPage.unknownPerson({ id });
      throw error;
    }
  };
  return Promise.all(flags.map(async (flag) => ({ ...flag, name: await nameOf(flag) })));
}

const unreadable = ["row-unreadable", "StoredRowError", "UnknownSchemeError"];

/** Why work was left to a person, in a sentence; the code is for whoever maintains the system. */
export function flagReason(text: Text, code: string): string {
  const { flagReason: words } = text.todoPage;
  if (unreadable.includes(code)) return words.unreadable;
  return code === "stream.record-failed" ? words.notStarted : words.failed;
}
