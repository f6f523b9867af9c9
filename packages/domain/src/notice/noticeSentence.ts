import { calendarDateSchema, datesBetween, weekday } from "../calendarDate.ts";
import { festivalsIn } from "../festival.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";

/** What one sentence of a notice says; `prose` sets no day. */
export type NoticeSentence =
  | { is: "off" | "make-up"; name: string; dates: string[] }
  | { is: "prolonged"; name: string; to: string }
  | { is: "prose"; about: string | undefined; isEncouraged: boolean; isEnd: boolean };

type Context = { year: number; section: string | undefined };

// Texts are in compatibility form: full-width colons, commas, brackets and figures are plain ones.
const dates = String.raw`(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:\([^)]*\))?(?:(?:至|-|~|—)(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:\([^)]*\))?)?`;
const list = `${dates}(?:[、和,]${dates})*`;
const offSentence = new RegExp(`^(${list})放假(?:调休)?(?:,?共?(\\d{1,2})天)?(?:,(?:不调休|与周末连休))*$`);
const makeUpSentence = new RegExp(`^(${list})(?:正常)?上班$`);
const prolonged = new RegExp(`^延长(?:(\\d{4})年)?(.{2,6}?)假期至(${dates})(?:,(${dates})起正常上班)?$`);
const heading = /^(?:[一二三四五六七八九十]+、|\d{1,2}[.、])?\s*([^:\d]{2,20}):/;
const numbering = /^(?:[一二三四五六七八九十]+、|\(?[一二三四五六七八九十]+\)|\d{1,2}[.、](?!\d))\s*/;
const anyDate = /[\d一二三四五六七八九十]+月[\d一二三四五六七八九十]+日/;
const onePart =
  /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(\([^)]*\))?(?:(?:至|-|~|—)(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(\([^)]*\))?)?/g;
const weekdays = "一二三四五六日";

/**
 * Reads one sentence without its full stop, in compatibility form (NFKC). Refuses `notice-line-unreadable` where it
 * names a date and has none of the known forms, `notice-weekday-differs` and `notice-total-differs` where it
 * contradicts itself, `notice-without-festival` where dates stand under no festival.
 */
export function readSentence(sentence: string, context: Context): Outcome<NoticeSentence> {
  const headed = heading.exec(sentence);
  const named = headed?.[1] && festivalsIn(headed[1]).length > 0 ? headed[1].trim() : undefined;
  const body = (named && headed ? sentence.slice(headed[0].length) : sentence.replace(numbering, ""))
    .replace(/\s+/g, "")
    .replace(/[;,]$/, "");
  const name = named ?? context.section;
  const extension = prolonged.exec(body);
  if (extension) return readProlonged(extension, context.year);
  const off = offSentence.exec(body);
  if (off) return readOff(off, name, context.year);
  const makeUp = makeUpSentence.exec(body);
  if (makeUp) return withName(name, datesOf(makeUp[1] ?? "", name, context.year), "make-up");
  if (anyDate.test(body) && !isEncouraging(body)) return refuse("notice-line-unreadable");
  return accept(proseOf(body));
}

/** An office may ask employers to be generous; that makes no day off. */
function isEncouraging(body: string): boolean {
  return /^鼓励/.test(body);
}

function proseOf(body: string): NoticeSentence {
  const about = /如下:?$/.test(body) ? festivalsNamed(body) : undefined;
  return {
    is: "prose",
    about,
    isEncouraged: isEncouraging(body),
    isEnd: !isEncouraging(body) && about === undefined,
  };
}

function festivalsNamed(body: string): string | undefined {
  return /(元旦|春节|清明节|劳动节|端午节|中秋节|国庆节)/.exec(body)?.[1];
}

function readOff(
  [, listed = "", total]: RegExpExecArray,
  name: string | undefined,
  year: number,
): Outcome<NoticeSentence> {
  const found = datesOf(listed, name, year);
  if (found.ok && total !== undefined && Number(total) !== found.value.length)
    return refuse("notice-total-differs");
  return withName(name, found, "off");
}

function withName(
  name: string | undefined,
  found: Outcome<string[]>,
  is: "off" | "make-up",
): Outcome<NoticeSentence> {
  if (!found.ok) return found;
  return name === undefined ? refuse("notice-without-festival") : accept({ is, name, dates: found.value });
}

function readProlonged(
  [, stated, name = "", to = "", back = ""]: RegExpExecArray,
  year: number,
): Outcome<NoticeSentence> {
  const end = datesOf(to, name, Number(stated ?? year));
  const resumed = datesOf(back, name, Number(stated ?? year));
  if (!end.ok) return end;
  if (!resumed.ok) return resumed;
  if (festivalsIn(name).length === 0) return refuse("notice-without-festival");
  return accept({ is: "prolonged", name, to: end.value.at(-1) ?? "" });
}

/** Every date of a list of dates and ranges; a weekday in brackets must be the one of its date. */
function datesOf(listed: string, name: string | undefined, noticeYear: number): Outcome<string[]> {
  const all: string[] = [];
  for (const part of listed.matchAll(onePart)) {
    const [, year, month, day, said, toYear, toMonth, toDay, toSaid] = part;
    const from = isoDate(Number(year ?? yearOf(Number(month), name, noticeYear)), Number(month), Number(day));
    if (!isDate(from)) return refuse("notice-line-unreadable");
    const to = toDay === undefined ? from : endOf(from, { toYear, toMonth, toDay });
    if (!isDate(to) || to < from) return refuse("notice-line-unreadable");
    if (differs(from, said) || differs(to, toSaid)) return refuse("notice-weekday-differs");
    all.push(...datesBetween(from, to));
  }
  return accept(all);
}

/** December under New Year is the year before, unless the text says otherwise. */
function yearOf(month: number, name: string | undefined, noticeYear: number): number {
  return month === 12 && festivalsIn(name ?? "").includes("new-year") ? noticeYear - 1 : noticeYear;
}

type End = { toYear: string | undefined; toMonth: string | undefined; toDay: string };

function endOf(from: string, { toYear, toMonth, toDay }: End): string {
  const startMonth = Number(from.slice(5, 7));
  const month = Number(toMonth ?? startMonth);
  const year = Number(from.slice(0, 4)) + (month < startMonth ? 1 : 0);
  return isoDate(Number(toYear ?? year), month, Number(toDay));
}

function isoDate(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function isDate(date: string): boolean {
  return calendarDateSchema.safeParse(date).success;
}

function differs(date: string, said: string | undefined): boolean {
  const stated = /(?:周|星期|礼拜)([一二三四五六日天])/.exec(said ?? "")?.[1]?.replace("天", "日");
  return stated !== undefined && weekdays.indexOf(stated) + 1 !== weekday(date);
}
