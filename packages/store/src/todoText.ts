import { dateOf, dayNumber } from "@dunmiao/domain/calendarDate";
import type { Todo } from "@dunmiao/domain/todo";
import { noteOfText, noteText } from "./todoNoteText.ts";

/** One letter for every kind of to-do and every owner. A letter once stored keeps its meaning for ever. */
const kindLetters = {
  "report-in": "I",
  "approve-request": "A",
  "confirm-finding": "C",
  "answer-contest": "O",
  "approve-proposal": "P",
  "approve-report-in": "X",
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
  "calendar-differs": "L",
  "reconfirm-month": "Y",
  "host-opinion": "M",
  "sending-opinion": "S",
  "decide-extension": "E",
  "hand-over": "Z",
  "verify-contribution": "J",
  "decide-contribution": "B",
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
/**
 * Letters of checkpoints, frozen with form 1 of the text: a letter once stored keeps its meaning for ever, whatever a
 * scheme calls its checkpoints later; keys that are not here are written out. Another table is another form.
 */
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

/** Only forms to file have something to know: others share their text without it. */
const noted: readonly Todo[0][] = ["file-form", "reconfirm-month"];

/**
 * `Wh 182 0 10`: what, whose, since (days after the first of the term), due (days after since), about, and of a form to
 * file what to know of it. What stands side by side about the same thing shares its dates: `FsFbHh 351 14 end`.
 */
export function todoTexts(todos: readonly Todo[], from: string): string[] {
  const texts: { letters: string; rest: string; note?: string }[] = [];
  for (const [what, whose, since, due, about, known] of todos) {
    const sinceDays = dayNumber(since) - dayNumber(from);
    const rest = `${sinceDays} ${dayNumber(due) - dayNumber(since)} ${aboutText(about, from)}`.trimEnd();
    const letters = kindLetters[what] + ownerLetters[whose];
    const note = noted.includes(what) ? noteText(known) : undefined;
    const last = texts.at(-1);
    if (last?.rest === rest && (note ?? last.note) === (last.note ?? note)) {
      last.letters += letters;
      if (note !== undefined) last.note = note;
    } else texts.push({ letters, rest, ...(note !== undefined && { note }) });
  }
  return texts.map(({ letters, rest, note = "" }) => `${letters} ${rest} ${note}`.trimEnd());
}

/** Reads one text of `todoTexts`; what it does not know is left for the schema to refuse. */
export function todosOfText(text: string, from: string): unknown[][] {
  const [letters = "", sinceDays = "", dueDays = "", about = "", known] = text.split(" ");
  const start = dayNumber(from) + Number(sinceDays);
  const end = start + Number(dueDays);
  // What is no day of any calendar here must be found by the schema, not throw.
  const isDated = Math.abs(start) < farthestDay && Math.abs(end) < farthestDay;
  const name = isDated ? aboutOf(about, from) : "";
  const dates = isDated ? [dateOf(start), dateOf(end), name] : [];
  const note = known === undefined ? [] : [noteOfText(known, name)];
  const pairs = letters.match(/..?/g) ?? [""];
  return pairs.map((pair) => {
    const what = kindOf.get(pair.charAt(0));
    const isNoted = noted.some((each) => each === what);
    return [what, ownerOf.get(pair.charAt(1)), ...dates, ...(isNoted ? note : [])];
  });
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
