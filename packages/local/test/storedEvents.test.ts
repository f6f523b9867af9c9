import { type Event, eventSchema } from "@dunmiao/domain/event";
import { eventsOfKind } from "@dunmiao/domain/eventType";
import { readChange } from "@dunmiao/domain/readChange";
import { eventPrefix } from "@dunmiao/store/engine/keys";
import { kinds } from "@dunmiao/store/engine/kinds";
import { openEvent } from "@dunmiao/store/engine/storedText";
import { describe, expect, test } from "vitest";
import { filesOf, rowsOf, storedReleases } from "./storedWorld.ts";

function eventsOf(release: string): Event[] {
  const rows = filesOf(release).flatMap((file) => rowsOf(release, file));
  return rows
    .filter(({ sk }) => sk.startsWith(eventPrefix))
    .map((row) => eventSchema.parse(openEvent(row).event));
}

test("every kind of record has its table of events", () => {
  expect(Object.keys(eventsOfKind).toSorted()).toEqual([...kinds].toSorted());
});

test("a release stored events of every kind, an earlier one only of those that it knew", () => {
  const stored = new Set(
    storedReleases().flatMap((release) => eventsOf(release).map((each) => each.recordKind)),
  );
  expect([...stored].toSorted()).toEqual([...kinds].toSorted());
});

describe.each(storedReleases())("events that release %s stored", (release) => {
  const events = eventsOf(release);
  const known = kinds.filter((kind) => events.some(({ recordKind }) => recordKind === kind));

  test.each(known)("of every %s say what the form of their type knows, and nothing else", (kind) => {
    const own = events.filter(({ recordKind }) => recordKind === kind);
    const wrong = own.flatMap((event) =>
      readChange<unknown>(eventsOfKind[kind], event).unread.map((member) => `${event.type} ${member}`),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });
});
