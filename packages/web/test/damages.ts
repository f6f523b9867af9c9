import {
  calendarKey,
  digestKey,
  draftKey,
  eventKey,
  flagKey,
  type Key,
  keptKey,
  messageKey,
  recordKey,
} from "@dunmiao/store/engine/keys";
import { chunkOutcomeKey, problemsKey, questionsKey, understoodKey } from "@dunmiao/store/importKeys";
import type { Damage, Made } from "./damagedRows.ts";
import { idOf } from "./fixture.ts";

const damaged = idOf("100001");
const inbox = { role: "hr", unit: "bureau" } as const;
const about = { on: "2026-03-02", about: damaged, checkpoint: "mid-term", code: "escalated" };
const form = `/secondments/${damaged}/checkpoints/mid-term/forms/station`;
const secondment = { kind: "secondment", id: damaged };
const summaryOf = (kind: Parameters<typeof recordKey>[0], id: string) =>
  ({ key: recordKey(kind, id), part: "summary", named: { kind, id } }) as const;
const ofImport = (importId: string, keyOf: (id: string) => Key): Omit<Damage, "rest"> => ({
  key: keyOf(importId),
  part: "whole",
  path: `/imports/${importId}`,
  named: { kind: "import", id: importId },
});

/** Every kind of row that a list or a page stands on, where it is read. */
export const damages: readonly [string, (made: Made) => Damage][] = [
  ["a to-do", () => ({ ...summaryOf("secondment", damaged), path: "/", rest: "民警100002" })],
  ["a person", () => ({ ...summaryOf("secondment", damaged), path: "/secondments", rest: "民警100002" })],
  ["an officer", () => ({ ...summaryOf("officer", "100001"), path: "/units/JG-01", rest: "民警100002" })],
  ["a unit", () => ({ ...summaryOf("unit", "42010202"), path: "/units", rest: "一元派出所" })],
  ["a cohort", () => ({ ...summaryOf("cohort", "batch-2"), path: "/cohorts", rest: "第一批" })],
  ["a notice", ({ notice }) => ({ ...summaryOf("notice", notice), path: "/calendar", rest: "<table" })],
  [
    "an import",
    ({ importId }) => ({ ...summaryOf("import", importId), path: "/cohorts/batch-1", rest: "第一批" }),
  ],
  ["a scheme", () => ({ ...summaryOf("scheme", "literal.3"), path: "/schemes", rest: "/schemes/literal" })],
  ["a place", () => ({ ...summaryOf("place", "XX-1"), path: "/places", rest: "第二小学" })],
  ["a concurrent post", ({ post }) => ({ ...summaryOf("post", post), path: "/posts", rest: "<h1" })],
  ["a spot check", ({ check }) => ({ ...summaryOf("spot-check", check), path: "/spot-checks", rest: "<h1" })],
  [
    "a flag",
    () => {
      const id = idOf("100002");
      return {
        key: flagKey("secondment", id),
        part: "summary",
        path: "/",
        named: { kind: "secondment", id },
        rest: "民警100001",
      };
    },
  ],
  [
    "a person's facts that wait for a second person",
    () => ({
      key: recordKey("officer", "100003"),
      part: "record",
      as: "approver",
      path: "/",
      named: { kind: "officer", id: "100003" },
      rest: "民警100002",
    }),
  ],
  [
    "the officer who is signed in",
    () => ({
      key: recordKey("officer", "100001"),
      part: "record",
      as: "officer",
      path: "/",
      named: { kind: "officer", id: "100001" },
      rest: "<h1",
    }),
  ],
  [
    "a term of the officer who is signed in",
    () => ({
      key: recordKey("secondment", damaged),
      part: "record",
      as: "officer",
      path: "/",
      named: secondment,
      rest: "<h1",
    }),
  ],
  [
    "an event, on the page of its record",
    () => ({
      key: eventKey("secondment", damaged, 1),
      part: "whole",
      path: `/secondments/${damaged}`,
      named: secondment,
      rest: "民警100001",
    }),
  ],
  [
    "an event of a trail",
    () => ({
      key: eventKey("secondment", damaged, 2),
      part: "whole",
      path: `/secondments/${damaged}/events`,
      named: secondment,
      rest: "<table",
    }),
  ],
  [
    "the calendar in force",
    () => ({
      key: calendarKey,
      part: "whole",
      path: "/calendar",
      named: { kind: "calendar", id: "in-force" },
      rest: "<table",
    }),
  ],
  [
    "a kept form",
    () => ({
      key: keptKey("hr-1", "x"),
      part: "whole",
      path: "/kept",
      named: { kind: "kept-form", id: "hr-1" },
      rest: "<h1",
    }),
  ],
  [
    "a line of a cohort",
    () => ({
      key: digestKey("batch-1", "100001", damaged),
      part: "whole",
      path: "/cohorts/batch-1/timeline",
      named: secondment,
      rest: "民警100002",
    }),
  ],
  [
    "a message",
    () => ({
      key: messageKey(inbox, about),
      part: "whole",
      path: "/notifications",
      named: secondment,
      rest: "民警100002",
    }),
  ],
  [
    "a draft",
    () => ({
      key: draftKey("secondment", damaged, "mid-term.station"),
      part: "whole",
      as: "station",
      path: form,
      named: secondment,
      rest: "<textarea",
    }),
  ],
  [
    "rows that an import asks about",
    ({ importId }) => ({ ...ofImport(importId, (id) => questionsKey(id, 1)), rest: "<table" }),
  ],
  [
    "an outcome of an import",
    ({ importId }) => ({ ...ofImport(importId, (id) => chunkOutcomeKey(id, 1)), rest: "<table" }),
  ],
  [
    "the problems of a list",
    ({ importId }) => ({ ...ofImport(importId, (id) => problemsKey(id, 1)), rest: "<h1" }),
  ],
  [
    "what a list was understood to say",
    ({ importId }) => ({ ...ofImport(importId, understoodKey), rest: "<h1" }),
  ],
];
