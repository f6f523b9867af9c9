import { changedAttributes } from "@dunmiao/store/engine/indexKeys";
import type { Sealed } from "@dunmiao/store/engine/seal";

/**
 * A record with a history that is written in one go: the closing of days takes it up once, on the day (YYYY-MM-DD) on
 * which it was entered, and not on all the days that its history tells of.
 */
export function enteredOn<S extends Sealed>(story: S, day: string): S {
  const { kind, record } = story;
  const eventItems = story.eventItems.map(({ directory: _, directorySort: __, ...item }) =>
    item.hash === record.head
      ? {
          ...item,
          ...changedAttributes(kind, { day, id: record.id, version: record.version, head: record.head }),
        }
      : item,
  );
  return { ...story, eventItems };
}
