import { addDays, datesBetween } from "../calendarDate.ts";
import type { GroupHalfDay } from "../count/groupHalfDay.ts";
import { festivalsIn } from "../festival.ts";
import type { NoticeNote } from "../notice.ts";
import { accept, type Outcome, type Refusal } from "../refusal.ts";
import type { NoticeDay } from "../workCalendar.ts";
import { writtenDate } from "../writtenDate.ts";
import { isOfHalfDays, readHalfDay } from "./halfDaySentence.ts";
import { type NoticeSentence, readSentence } from "./noticeSentence.ts";

/** What a pasted text says. */
export type ReadNotice = {
  days: NoticeDay[];
  notes: NoticeNote[];
  /** Half days of groups, where it speaks of them. */
  halfDays?: GroupHalfDay[];
};

const mostRefusals = 20;
const longestText = 200;

type Reading = {
  readonly year: number;
  days: Map<string, NoticeDay>;
  halfDays: GroupHalfDay[];
  notes: NoticeNote[];
  refusals: Refusal[];
  /** The festival of the section that is being read, as it is called there. */
  section: string | undefined;
};

/**
 * Reads the text of a notice as the State Council's office words it, or one day a line (`2027-01-01 休 元旦`). A line
 * that names a date and cannot be read is refused with its number; a line without one is listed in `notes`. Weekdays
 * and totals that the text states are compared with its dates. A festival that is settled again later in the text (an
 * adjusting notice) replaces what was said first; an extension goes on from its last day off.
 */
export function readNoticeText(text: string, year: number): Outcome<ReadNotice> {
  const none = { halfDays: [], notes: [], refusals: [], section: undefined };
  const reading: Reading = { year, days: new Map(), ...none };
  for (const [index, line] of text.normalize("NFKC").split(/\r?\n/).entries())
    if (line.trim() !== "") readLine(reading, line.trim(), index + 1);
  const { refusals, notes, halfDays } = reading;
  if (refusals.length > 0) return { ok: false, refusals: refusals.slice(0, mostRefusals) };
  const days = [...reading.days.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return accept({ days, notes, ...(halfDays.length > 0 && { halfDays }) });
}

/**
 * The document number of a notice: as entered, else as it stands on a line of its own in the text. A line that says it is
 * no line that was not read; one that says another number than was entered stays in the notes.
 */
export function takeDocumentNumber(
  notes: readonly NoticeNote[],
  entered: string | undefined,
): { notes: NoticeNote[]; documentNumber?: string } {
  const isNumber = ({ code, text }: NoticeNote) =>
    code === "not-read" && /^\S{1,20}〔\d{4}〕\d{1,4}号$/.test(text);
  const documentNumber = entered ?? notes.find(isNumber)?.text;
  if (documentNumber === undefined) return { notes: [...notes] };
  return { documentNumber, notes: notes.filter((each) => !isNumber(each) || each.text !== documentNumber) };
}

function readLine(reading: Reading, line: string, number: number) {
  const listed = /^(\d{4}\S+)\s+([休班])(?:\s+(.+))?$/.exec(line);
  if (listed) return readListed(reading, listed, number);
  if (/\s[休班](\s|$)/.test(line)) return refuseLine(reading, number, "notice-line-unreadable", line);
  if (isSignature(line)) return note(reading, number, "not-read", line);
  for (const sentence of line.split("。").map((each) => each.trim())) {
    if (sentence === "") continue;
    if (isOfHalfDays(sentence)) {
      for (const part of sentence.split(";")) readHalf(reading, part.trim(), number);
      continue;
    }
    const read = readSentence(sentence, { year: reading.year, section: reading.section });
    if (!read.ok)
      return refuseLine(reading, number, read.refusals[0]?.code ?? "notice-line-unreadable", sentence);
    apply(reading, read.value, { number, sentence });
  }
}

function readListed(reading: Reading, [line, day = "", kind, name = ""]: RegExpExecArray, number: number) {
  const date = writtenDate(day);
  if (date === undefined) return refuseLine(reading, number, "notice-line-unreadable", line);
  if (reading.days.has(date)) return refuseLine(reading, number, "notice-line-twice", line);
  reading.days.set(date, { date, working: kind === "班", name: name || (kind ?? "") });
}

/** What belongs to children and soldiers is listed as not used. */
function readHalf(reading: Reading, part: string, number: number) {
  if (part === "") return;
  const read = readHalfDay(part, reading.year);
  if (!read.ok) return refuseLine(reading, number, read.refusals[0]?.code ?? "notice-line-unreadable", part);
  if (read.value) reading.halfDays.push(read.value);
  else note(reading, number, "other-group", part);
}

function apply(reading: Reading, read: NoticeSentence, { number, sentence }: Place) {
  switch (read.is) {
    case "prose":
      // An adjusting notice names its festival in the sentence before the dates.
      reading.section = read.about ?? (read.isEnd ? undefined : reading.section);
      return note(reading, number, read.isEncouraged ? "encouraged" : "not-read", sentence);
    case "off":
      reading.section = read.name;
      if (forget(reading, read.name)) note(reading, number, "replaced", sentence);
      return put(reading, { ...read, working: false }, { number, sentence });
    case "make-up":
      return put(reading, { ...read, working: true }, { number, sentence });
    case "prolonged":
      return prolong(reading, read, { number, sentence });
  }
}

type Place = { number: number; sentence: string };

type Span = { dates: readonly string[]; name: string; working: boolean };

/** One text says each day once; only an extension may turn a make-up day into a day off. */
function put(reading: Reading, { dates, name, working }: Span, { number, sentence }: Place) {
  if (dates.some((date) => reading.days.has(date)))
    return refuseLine(reading, number, "notice-line-twice", sentence);
  for (const date of dates) reading.days.set(date, { date, working, name });
}

/** Takes back what an earlier section set for the same festivals. */
function forget({ days }: Reading, name: string): boolean {
  const again = festivalsIn(name);
  const old = [...days.values()].filter((day) => festivalsIn(day.name).some((each) => again.includes(each)));
  for (const { date } of old) days.delete(date);
  return old.length > 0;
}

function prolong(reading: Reading, read: { name: string; to: string }, place: Place) {
  const wanted = festivalsIn(read.name);
  const last = [...reading.days.values()]
    .filter((day) => !day.working && festivalsIn(day.name).some((each) => wanted.includes(each)))
    .map(({ date }) => date)
    .toSorted()
    .at(-1);
  if (last === undefined || read.to <= last)
    return refuseLine(reading, place.number, "notice-nothing-to-prolong", place.sentence);
  const dates = datesBetween(addDays(last, 1), read.to);
  for (const date of dates) reading.days.delete(date);
  put(reading, { dates, name: read.name, working: false }, place);
  note(reading, place.number, "prolonged", place.sentence);
}

/** The day on which a notice was signed, on a line of its own. */
function isSignature(line: string): boolean {
  return /^[\d〇零一二三四五六七八九十]{4}年[\d一二三四五六七八九十]+月[\d一二三四五六七八九十]+日$/.test(
    line,
  );
}

function note({ notes }: Reading, line: number, code: NoticeNote["code"], text: string) {
  notes.push({ line, code, text: text.slice(0, longestText) });
}

function refuseLine({ refusals }: Reading, line: number, code: Refusal["code"], text: string) {
  refusals.push({ code, field: "days", params: { line, text: text.slice(0, longestText) } });
}
