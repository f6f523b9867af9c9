/** Values by the row that held them; the newest row last. */
type Held<T> = { readonly text: string; readonly seal: unknown; readonly value: T };
export type ParsedTexts<T> = {
  /** What `parse` makes of the text that a row holds now, with the seal beside it; not asked again while both are the same. */
  of(row: string, stored: { text: unknown; seal: unknown }, parse: () => T): T;
};

/**
 * Remembers what stored texts were parsed to: a record is opened many times between two changes, and its schema is most of
 * what that costs. The table is asked every time; only a text that is the same to the last letter, under the same seal, is
 * not read again, so whoever wrote it cannot matter. Rows that were used least are forgotten beyond `mostCharacters` of
 * text. Values are frozen, since many requests share one.
 */
export function parsedTexts<T>(mostCharacters: number): ParsedTexts<T> {
  const held = new Map<string, Held<T>>();
  let characters = 0;
  const forget = (row: string) => {
    characters -= held.get(row)?.text.length ?? 0;
    held.delete(row);
  };
  return {
    of(row, { text, seal }, parse) {
      if (typeof text !== "string") return parse();
      const before = held.get(row);
      forget(row);
      const isSame = before?.text === text && before.seal === seal;
      const kept = isSame ? before : { text, seal, value: frozen(parse()) };
      held.set(row, kept);
      characters += text.length;
      for (const oldest of held.keys()) {
        if (characters <= mostCharacters) break;
        forget(oldest);
      }
      return kept.value;
    },
  };
}

/** The same value, which nobody can change any more, to its last member. */
function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const member of Object.values(value)) frozen(member);
  return Object.freeze(value);
}
