import { dateOf, dayNumber } from "@dunmiao/domain/calendarDate";
import { type Summary, summarySchema } from "@dunmiao/domain/summary";
import type { Todo } from "@dunmiao/domain/todo";
import * as z from "zod";

/** One letter for every kind of to-do and every owner. A letter once stored keeps its meaning for ever. */
const kindLetters = {
  "report-in": "I",
  "approve-request": "A",
  "confirm-finding": "C",
  "answer-contest": "O",
  "approve-proposal": "P",
  warning: "W",
  review: "R",
  "class-not-reported": "N",
  "dismissal-alarm": "D",
  rule: "U",
  "file-form": "F",
  "chase-form": "H",
  "accept-form": "K",
  "give-statement": "T",
  "approve-ruling": "G",
  "serve-notice": "V",
  "answer-review": "Q",
  "host-opinion": "M",
  "sending-opinion": "S",
  "decide-extension": "E",
  "hand-over": "Z",
} as const satisfies Record<Todo[0], string>;
const ownerLetters = {
  station: "s",
  branch: "b",
  approver: "a",
  hr: "h",
  officer: "o",
  sending: "e",
} as const satisfies Record<Todo[1], string>;
/** Days from 1970 in either direction that are certainly years of four digits. */
const farthestDay = 500_000;
/** Checkpoints of the default timetable; those of other timetables are written out. */
const checkpointLetters = new Map([
  ["attendance", "a"],
  ["quarter", "q"],
  ["mid-term", "m"],
  ["self-report", "s"],
  ["end", "e"],
  ["ruling", "r"],
  ["showcase", "w"],
]);
const checkpointOf = new Map([...checkpointLetters].map(([key, letter]) => [letter, key]));
const monthPattern = /^\d{4}-\d{2}$/;
const kindOf = new Map<string, string>(Object.entries(kindLetters).map(([kind, letter]) => [letter, kind]));
const ownerOf = new Map<string, string>(
  Object.entries(ownerLetters).map(([owner, letter]) => [letter, owner]),
);

/**
 * The summary as the table and its indexes hold it: one JSON array without names. Lists read hundreds of rows at
 * once, each repeated by every index: as a map of attributes a row is a third longer and takes the client three times
 * as long to read.
 */
export function summaryText(summary: Summary): string {
  const { sending, branch, station, from, to } = summary;
  const { counted, pending, limit, next = "", todos } = summary;
  return JSON.stringify([
    ...[summary.id, isNumberInId(summary) ? 0 : summary.number, summary.name, summary.sex, summary.born],
    ...[...sending, ...branch, ...station, from, to, summary.status],
    ...[counted, pending, limit, flagsOf(summary), next],
    ...todoTexts(todos, from),
  ]);
}

/** Ids of most secondments end with the service number: it is not written twice. */
function isNumberInId({ id, number }: Pick<Summary, "id" | "number">): boolean {
  return number !== "" && !number.includes("-") && id.endsWith(`-${number}`);
}

/** Usual checkpoints by a letter, their months counted from the first of the term: `%a+6` is `attendance.2026-02`. */
function aboutText(about: string, from: string): string {
  const [key = "", which] = about.split(".");
  const letter = checkpointLetters.get(key);
  if (letter === undefined) return about;
  if (which === undefined) return `%${letter}`;
  return monthPattern.test(which) ? `%${letter}+${monthOf(which) - monthOf(from)}` : `%${letter}.${which}`;
}

function aboutOf(text: string, from: string): string {
  const [, letter = "", sign, which = ""] = /^%([a-z])([+.])?(.*)$/.exec(text) ?? [];
  const key = checkpointOf.get(letter);
  if (key === undefined) return text;
  if (sign === undefined) return key;
  return `${key}.${sign === "+" ? monthName(monthOf(from) + Number(which)) : which}`;
}

function monthOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function monthName(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}

/** 1: provisional; 2: completed early. */
function flagsOf({ provisional, completedEarly }: Summary): number {
  return (provisional ? 1 : 0) + (completedEarly ? 2 : 0);
}

/**
 * `Wh 182 0 10`: what, whose, since (days after the first of the term), due (days after since), about. What stands
 * side by side about the same thing shares its dates: `FsFbHh 351 14 end`.
 */
function todoTexts(todos: readonly Todo[], from: string): string[] {
  const texts: { letters: string; rest: string }[] = [];
  for (const [what, whose, since, due, about] of todos) {
    const sinceDays = dayNumber(since) - dayNumber(from);
    const rest = `${sinceDays} ${dayNumber(due) - dayNumber(since)} ${aboutText(about, from)}`.trimEnd();
    const letters = kindLetters[what] + ownerLetters[whose];
    const last = texts.at(-1);
    if (last?.rest === rest) last.letters += letters;
    else texts.push({ letters, rest });
  }
  return texts.map(({ letters, rest }) => `${letters} ${rest}`);
}

/** Reads what `summaryText` wrote; anything else does not parse. */
export const storedSummarySchema = z.string().transform((text, context): Summary => {
  const parsed = summarySchema.safeParse(membersOf(text));
  if (parsed.success) return parsed.data;
  context.addIssue("not a summary");
  return z.NEVER;
});

/** The members by their places; the schema judges them. */
function membersOf(text: string): unknown {
  const list = listOf(text);
  if (!list) return undefined;
  const [id, ownNumber, name, sex, born, ...places] = list;
  const number = ownNumber === 0 ? String(id).split("-").at(-1) : ownNumber;
  const [sendingCode, sending, branchCode, branch, stationCode, station, from, to, ...state] = places;
  const [status, counted, pending, limit, flags, next, ...todos] = state;
  return {
    ...{ id, number, name, sex, born, from, to, status, counted, pending, limit },
    sending: [sendingCode, sending],
    branch: [branchCode, branch],
    station: [stationCode, station],
    ...((Number(flags) & 1) !== 0 && { provisional: true }),
    ...((Number(flags) & 2) !== 0 && { completedEarly: true }),
    ...(next !== "" && { next }),
    todos: todos.flatMap((todo) => todosOfText(String(todo), String(from))),
  };
}

function listOf(text: string): unknown[] | undefined {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list : undefined;
  } catch {
    return undefined;
  }
}

function todosOfText(text: string, from: string): unknown[][] {
  const [letters = "", sinceDays = "", dueDays = "", about = ""] = text.split(" ");
  const start = dayNumber(from) + Number(sinceDays);
  const end = start + Number(dueDays);
  // What is no day of any calendar here must be found by the schema, not throw.
  const isDated = Math.abs(start) < farthestDay && Math.abs(end) < farthestDay;
  const dates = isDated ? [dateOf(start), dateOf(end), aboutOf(about, from)] : [];
  const pairs = letters.match(/..?/g) ?? [""];
  return pairs.map((pair) => [kindOf.get(pair.charAt(0)), ownerOf.get(pair.charAt(1)), ...dates]);
}
