import { dateOf, dayNumber } from "@dunmiao/domain/calendarDate";
import { type Summary, summarySchema } from "@dunmiao/domain/summary";
import * as z from "zod";
import { parsedText } from "./engine/storedText.ts";
import { todosOfText, todoTexts } from "./todoText.ts";

const sexLetters = { female: "f", male: "m" } as const satisfies Record<Summary["sex"], string>;
const statusLetters = {
  planned: "p",
  serving: "s",
  "under-review": "u",
  "awaiting-ruling": "a",
  recognised: "r",
  "not-recognised": "n",
  withdrawn: "w",
  "ended-early": "e",
} as const satisfies Record<Summary["status"], string>;
const sexOf = new Map<string, string>(Object.entries(sexLetters).map(([sex, letter]) => [letter, sex]));
const statusOf = new Map<string, string>(
  Object.entries(statusLetters).map(([status, letter]) => [letter, status]),
);
/** The form of the text, its first member: places and letters of a form never change, new ones are a form of their own. */
const presentForm = 1;

/**
 * The summary as the table and its indexes hold it: one JSON array without names. Lists read hundreds of rows at
 * once, each repeated by every index: as a map of attributes a row is a third longer and takes the client three times
 * as long to read.
 */
export function summaryText(summary: Summary): string {
  const { sending, branch, station, from, to } = summary;
  const { counted, pending, limit, next = "", todos } = summary;
  return JSON.stringify([
    presentForm,
    ...[
      summary.id,
      numberText(summary),
      summary.former ? [summary.name, ...summary.former] : summary.name,
      sexLetters[summary.sex],
      summary.born,
    ],
    ...[...sending, ...branch, stationText(summary), station[1], numberOf(from), daysAfter(from, to)],
    ...[
      statusLetters[summary.status],
      counted,
      pending,
      limit,
      flagsOf(summary),
      next && daysAfter(from, next),
    ],
    ...todoTexts(todos, from),
  ]);
}

/** Numbers that were merged stand behind the present one. */
function numberText(summary: Summary): 0 | string | string[] {
  if (summary.formerNumbers) return [summary.number, ...summary.formerNumbers];
  return isNumberInId(summary) ? 0 : summary.number;
}

/** Ids of most secondments end with the service number: it is not written twice. */
function isNumberInId({ id, number }: Pick<Summary, "id" | "number">): boolean {
  return number !== "" && !number.includes("-") && id.endsWith(`-${number}`);
}

/** The code of a station mostly begins with that of its branch. */
function stationText({ branch, station }: Summary): string | [string] {
  const [code] = station;
  return code.startsWith(branch[0]) ? [code.slice(branch[0].length)] : code;
}

/** 20260302 for 2026-03-02. */
function numberOf(date: string): number {
  return Number(date.replaceAll("-", ""));
}

/** Any other day of a term is written by its distance: no date as a number is that small. */
function daysAfter(from: string, date: string): number {
  return dayNumber(date) - dayNumber(from);
}
const farthestDays = 500_000;

/** Rows of records that nobody changed since are still written with words and dashes, or with each date as a number. */
function dateOfNumber(value: unknown, from?: string): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value !== "number") return undefined;
  if (from !== undefined && Math.abs(value) < farthestDays) return dateOf(dayNumber(from) + value);
  const digits = String(value).padStart(8, "0");
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** 1: provisional; 2: completed early; 4: counts provisional days. */
function flagsOf({ provisional, completedEarly, countsProvisional }: Summary): number {
  return (provisional ? 1 : 0) + (completedEarly ? 2 : 0) + (countsProvisional ? 4 : 0);
}

/** Summaries by their texts: a list is read all day and few of its rows change, and the same text means the same. */
const known = new Map<string, Summary>();
const mostKnown = 5_000;

/** Reads what `summaryText` wrote; anything else does not parse. The same text gives the same frozen object. */
export const storedSummarySchema = z.string().transform((text, context): Summary => {
  const before = known.get(text);
  if (before) return before;
  const parsed = summarySchema.safeParse(membersOf(text));
  if (!parsed.success) {
    context.addIssue("not a summary");
    return z.NEVER;
  }
  if (known.size >= mostKnown) known.clear();
  known.set(text, Object.freeze(parsed.data));
  return parsed.data;
});

/** The members by their places; the schema judges them. */
function membersOf(text: string): unknown {
  const list = placesOf(listOf(text));
  if (!list) return undefined;
  const [id, ownNumber, names, sexLetter, born, ...places] = list;
  // Names before a correction stand behind the present one.
  const [name, ...former]: unknown[] = Array.isArray(names) ? names : [names];
  const [own, ...formerNumbers]: unknown[] = Array.isArray(ownNumber) ? ownNumber : [ownNumber];
  const number = own === 0 ? String(id).split("-").at(-1) : own;
  const [sendingCode, sending, branchCode, branch, ownStation, station, fromNumber, toNumber, ...state] =
    places;
  const [letter, counted, pending, limit, flags, next, ...todos] = state;
  const from = dateOfNumber(fromNumber);
  const to = dateOfNumber(toNumber, from);
  const [sex, status] = [sexOf.get(String(sexLetter)) ?? sexLetter, statusOf.get(String(letter)) ?? letter];
  const stationCode = Array.isArray(ownStation)
    ? `${String(branchCode)}${String(ownStation[0])}`
    : ownStation;
  return {
    id,
    number,
    name,
    sex,
    born,
    from,
    to,
    status,
    counted,
    pending,
    limit,
    ...(former.length > 0 && { former }),
    ...(formerNumbers.length > 0 && { formerNumbers }),
    sending: [sendingCode, sending],
    branch: [branchCode, branch],
    station: [stationCode, station],
    ...((Number(flags) & 1) !== 0 && { provisional: true }),
    ...((Number(flags) & 4) !== 0 && { countsProvisional: true }),
    ...((Number(flags) & 2) !== 0 && { completedEarly: true }),
    ...(next !== "" && { next: dateOfNumber(next, from) ?? 0 }),
    todos: todos.flatMap((todo) => todosOfText(String(todo), String(from))),
  };
}

/** The places behind the form; rows of before the form was written begin with the id, and have the places of form 1. */
function placesOf(list: unknown[] | undefined): unknown[] | undefined {
  const [form] = list ?? [];
  if (typeof form === "string") return list;
  return form === presentForm ? list?.slice(1) : undefined;
}

function listOf(text: string): unknown[] | undefined {
  const list = parsedText(text);
  return Array.isArray(list) ? list : undefined;
}
