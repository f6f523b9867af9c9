import type * as z from "zod";
import { jsonOf, recordName } from "./verifyTree.ts";

type Of = { kind: string; id: string };

/** `names`: the records that there are; `unread` is told the number of a line that does not parse. */
type Reading<T> = { schema: z.ZodType<T>; names: ReadonlySet<string>; unread: (line: number) => void };

/** Lines of a part in groups of one record, in their order. */
export function linesByRecord<T extends Of>(
  lines: AsyncGenerator<string>,
  { schema, names, unread }: Reading<T>,
) {
  let ahead: T | undefined;
  let line = 0;
  const skipped: string[] = [];

  async function read(): Promise<T | undefined> {
    for (;;) {
      const { done, value } = await lines.next();
      if (done) return undefined;
      line += 1;
      const said = jsonOf(value);
      const parsed = schema.safeParse(said);
      // Written in its one way: a member twice, or one that nobody reads, would be a place for what nobody sees.
      if (parsed.success && JSON.stringify(said) === value && sizeOf(said) === sizeOf(parsed.data))
        return parsed.data;
      unread(line);
    }
  }

  /** The next group; undefined at the end. */
  async function next(): Promise<T[] | undefined> {
    const first = ahead ?? (await read());
    ahead = undefined;
    if (!first) return undefined;
    const group = [first];
    for (;;) {
      ahead = await read();
      if (!ahead || recordName(ahead) !== recordName(first)) return group;
      group.push(ahead);
    }
  }

  /** The group of that record if it is the next one, else none: parts hold records in the same order. */
  async function take(name: string): Promise<T[]> {
    ahead ??= await read();
    // Of a record that is gone: passed over, so that the others are still found.
    while (ahead && !names.has(recordName(ahead))) {
      skipped.push(recordName(ahead));
      await next();
      ahead ??= await read();
    }
    if (!ahead || recordName(ahead) !== name) return [];
    return (await next()) ?? [];
  }

  /** The names of the groups that nobody took. */
  async function left(): Promise<string[]> {
    for (let group = await next(); group; group = await next())
      if (group[0]) skipped.push(recordName(group[0]));
    return skipped;
  }

  return { next, take, left };
}

function sizeOf(line: unknown): number {
  return Object.keys(Object(line)).length;
}
