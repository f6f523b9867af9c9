import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type ChainFault,
  chainStart,
  type Event,
  eventText,
  hashOfText,
  recordText,
  sealEvent,
  verifyChain,
} from "../src/event.ts";

type Live = { id: string; version: number; head: string; lines: string[] };

/** A record and its chain, one line added by each event. */
function written(lines: string[]): { events: Event[]; live: Live } {
  const events: Event[] = [];
  let live: Live = { id: "r-1", version: 0, head: chainStart, lines: [] };
  for (const line of lines) {
    const next = { ...live, version: live.version + 1, lines: [...live.lines, line] };
    const { event } = sealEvent({
      recordKind: "secondment",
      recordId: "r-1",
      version: next.version,
      type: "line.added",
      actor: { id: "hr-1", role: "hr" },
      at: "2026-03-02T01:00:00.000Z",
      on: "2026-03-02",
      change: { line },
      calendarVersion: 1,
      recordHash: hashOfText(recordText(next)),
      prev: live.head,
    });
    events.push(event);
    live = { ...next, head: event.hash };
  }
  return { events, live };
}

/** Faults of a chain and a record whose stored texts say what they say here. */
function faultsOf(events: readonly Event[], live: Live): ChainFault[] {
  const stored = events.map((event) => ({ event, text: eventText(event) }));
  return verifyChain(stored, { ...live, text: recordText(live) });
}

const history = fc.array(fc.string(), { minLength: 1, maxLength: 8 }).map(written);
const position = fc.nat();

test("an untouched chain has no fault", () => {
  fc.assert(
    fc.property(history, ({ events, live }) => {
      expect(faultsOf(events, live)).toEqual([]);
    }),
  );
});

test("a chain read back from JSON has no fault, whatever the order of members", () => {
  const reversed = <T extends object>(value: T) =>
    Object.fromEntries(Object.entries(value).toReversed()) as T;
  fc.assert(
    fc.property(history, ({ events, live }) => {
      expect(faultsOf(events.map(reversed), reversed(live))).toEqual([]);
    }),
  );
});

test("any one member of any one event changed is found", () => {
  const member = fc.constantFrom(
    "type",
    "at",
    "on",
    "recordHash",
    "prev",
    "hash",
    "recordId",
    "change",
    "actor",
  );
  fc.assert(
    fc.property(history, position, member, ({ events, live }, n, name) => {
      const edited = events.with(n % events.length, { ...at(events, n), [name]: "edited" });
      expect(faultsOf(edited, live)).not.toEqual([]);
    }),
  );
});

test("an event resealed after the edit is found by its neighbour or by the record's head", () => {
  fc.assert(
    fc.property(history, position, ({ events, live }, n) => {
      const { hash: _, ...body } = at(events, n);
      const edited = events.with(
        n % events.length,
        sealEvent({ ...body, change: { line: "edited", n } }).event,
      );
      expect(faultsOf(edited, live)).not.toEqual([]);
    }),
  );
});

test("any event removed, repeated or swapped with its neighbour is found", () => {
  fc.assert(
    fc.property(history, position, ({ events, live }, n) => {
      const index = n % events.length;
      const event = at(events, n);
      expect(faultsOf(events.toSpliced(index, 1), live)).not.toEqual([]);
      expect(faultsOf(events.toSpliced(index, 0, event), live)).not.toEqual([]);
      const next = events[index + 1];
      if (next) expect(faultsOf(events.toSpliced(index, 2, next, event), live)).not.toEqual([]);
    }),
  );
});

test("any fact of the live record changed is found", () => {
  fc.assert(
    fc.property(history, fc.string(), ({ events, live }, line) => {
      const edited = { ...live, lines: [...live.lines, line] };
      expect(faultsOf(events, edited)).not.toEqual([]);
      expect(faultsOf(events, { ...live, head: line })).not.toEqual([]);
      expect(faultsOf(events, { ...live, version: live.version + 1 })).not.toEqual([]);
    }),
  );
});

function at(events: Event[], n: number): Event {
  const event = events[n % events.length];
  if (!event) throw new Error("a history has at least one event");
  return event;
}

test("a stored text that is not the one that was hashed is found, though it says the same", () => {
  const { events, live } = written(["a", "b"]);
  const [first, second] = events.map((event) => ({ event, text: eventText(event) }));
  if (!first || !second) throw new Error("two events");
  const text = recordText(live);
  const spaced = { ...first, text: first.text.replace("{", "{ ") };
  expect(verifyChain([first, second], { ...live, text })).toEqual([]);
  expect(verifyChain([spaced, second], { ...live, text })).toEqual([{ version: 1, fault: "altered-event" }]);
  expect(verifyChain([first, second], { ...live, text: `${text} ` })).toEqual([
    { version: 2, fault: "altered-record" },
  ]);
});
