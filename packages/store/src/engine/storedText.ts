import { canonical, eventText, hashOfText, recordText } from "@dunmiao/domain/event";
import * as z from "zod";

type Item = Readonly<Record<string, unknown>>;

/**
 * How a record lies in its item: as the very text that the hash in its newest event covers, and beside it the head of
 * its chain, which the hash leaves out. Rows of before hold the record as nested attributes; they are read as well.
 */
export function openRecord(item: Item): Item {
  return opened(item, "record", { head: item.head });
}

/** How an event lies in its item: as the text that its hash covers, and the hash beside it; rows of before as nested attributes. */
export function openEvent(item: Item): Item {
  return opened(item, "event", { hash: item.hash });
}

/** What the hash of a stored record must cover: the text as it is stored, or the one that a row of before would have. */
export function textOfRecord({ record }: Item): string {
  return typeof record === "string" ? record : recordText(Object(record));
}

/** The same of a stored event. */
export function textOfEvent({ event }: Item): string {
  return typeof event === "string" ? event : eventText(Object(event));
}

/** SHA-256 of words beside a record as they are stored, without reading them. */
export function hashOfWords(text: unknown): string {
  return hashOfText(typeof text === "string" ? text : canonical(text));
}

/** A schema for a member that is stored as its JSON text, in rows of before as nested attributes. */
export function storedAsText<T>(schema: z.ZodType<T>) {
  return z.preprocess(parsedText, schema);
}

function opened(item: Item, name: string, seal: Item): Item {
  const stored = item[name];
  const value = parsedText(stored);
  if (value === stored || typeof value !== "object" || value === null) return item;
  return { ...item, [name]: { ...value, ...seal } };
}

/** The value of a JSON text; what is none stays what it is, and no schema takes it. */
export function parsedText(stored: unknown): unknown {
  if (typeof stored !== "string") return stored;
  try {
    return JSON.parse(stored);
  } catch {
    return stored;
  }
}
