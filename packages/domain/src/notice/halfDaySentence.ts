import { calendarDateSchema, weekday } from "../calendarDate.ts";
import { type GroupHalfDay, youngAges } from "../count/groupHalfDay.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";

// Texts are in compatibility form: full-width colons, commas, brackets and figures are plain ones.
const number = String.raw`(?:\([一二三四五六七]\)|[一二三四五六七]、|\d{1,2}[.、](?!\d))?`;
const date = String.raw`(?<month>\d{1,2})月(?<day>\d{1,2})日(?:\((?:周|星期)(?<weekday>[一二三四五六日天])\))?`;
const ages = String.raw`(?:(?<from>\d{1,2})(?:周岁)?(?:以上)?(?:(?:至|-|~|—)(?<to>\d{1,2})(?:周岁)?)?(?:周岁)?的?)?`;
const half = "(?:(?<before>上午|下午),?)?";
const off = "(?<after>上午|下午)?放假半[天日]";
const women = `(?<women>(?:全体)?(?:妇女|女职工|女民警|女同志))`;
const young = `${ages}(?:青年|民警|职工)`;
const given = new RegExp(
  `^${number}(?:三八)?(?:五四)?(?:妇女节|青年节)?\\(?${date}\\)?(?:妇女节|青年节)?[,:]?${half}(?:${women}|${young})${off}$`,
);
const ofOthers = /(?:儿童节|建军节|建军纪念日|现役军人)/;
const weekdays = "一二三四五六日";

/** Whether a sentence speaks of half days of groups at all. */
export function isOfHalfDays(sentence: string): boolean {
  return /放假半[天日]/.test(sentence);
}

/**
 * One group's half day as notices and the regulation word it: `妇女节(3月8日),妇女放假半天`. Undefined for children and
 * soldiers, who are no officers; refused where it is worded otherwise, or names a weekday that is not the one of its date.
 */
export function readHalfDay(sentence: string, year: number): Outcome<GroupHalfDay | undefined> {
  const plain = sentence.replace(/\s+/g, "").replace(/[;,]$/, "");
  if (ofOthers.test(plain)) return accept(undefined);
  const found = given.exec(plain)?.groups;
  const on = found && `${year}-${found.month?.padStart(2, "0")}-${found.day?.padStart(2, "0")}`;
  if (!found || !on || !calendarDateSchema.safeParse(on).success) return refuse("notice-line-unreadable");
  const said = found.weekday?.replace("天", "日");
  if (said !== undefined && weekdays.indexOf(said) + 1 !== weekday(on))
    return refuse("notice-weekday-differs");
  const when = { date: on, half: (found.before ?? found.after) === "上午" ? "am" : "pm" } as const;
  if (found.women) return accept({ ...when, group: "women" });
  const { fromAge, toAge } = youngAges;
  const aged = { fromAge: Number(found.from ?? fromAge), toAge: Number(found.to ?? toAge) };
  return accept({ ...when, group: "young", ...aged });
}

const line =
  /^(?:(\d{4})-)?(\d{1,2})-(\d{1,2})\s+(上午|下午|am|pm)\s+(?:(妇女|women)|(?:青年|young)(?:\s+(\d{1,2})\s*[-~—至]\s*(\d{1,2}))?)$/i;

/**
 * Half days as a form lists them, one a line: `03-08 下午 妇女`, `05-04 pm young 14-28`; `无` or `none` where nobody has one.
 * Refuses `half-day-line-unreadable` with the number of the line.
 */
export function readHalfDayLines(text: string, year: number): Outcome<GroupHalfDay[]> {
  const halfDays: GroupHalfDay[] = [];
  if (/^\s*(?:无|none)\s*$/i.test(text)) return accept(halfDays);
  for (const [index, written] of text.normalize("NFKC").split(/\r?\n/).entries()) {
    if (written.trim() === "") continue;
    const read = readLine(written.trim(), year);
    if (!read)
      return refuse("half-day-line-unreadable", "halfDays", { line: index + 1, text: written.slice(0, 60) });
    halfDays.push(read);
  }
  return accept(halfDays);
}

function readLine(written: string, year: number): GroupHalfDay | undefined {
  const found = line.exec(written);
  const [, stated = String(year), month = "", day = "", at = "", isWomen, from, to] = found ?? [];
  const on = `${stated}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (!found || !calendarDateSchema.safeParse(on).success) return undefined;
  const when = { date: on, half: /^(?:上午|am)$/i.test(at) ? "am" : "pm" } as const;
  if (isWomen) return { ...when, group: "women" };
  const { fromAge, toAge } = youngAges;
  return { ...when, group: "young", fromAge: Number(from ?? fromAge), toAge: Number(to ?? toAge) };
}

/**
 * What the text says and what the form lists: a group that the text speaks of is as it says there. Refused
 * `half-day-told-twice` where the form says otherwise of it, so that nobody's entry is dropped without a word.
 */
export function withHalfDaysOfText(
  listed: readonly GroupHalfDay[] | undefined,
  ofText: readonly GroupHalfDay[] | undefined,
): Outcome<GroupHalfDay[] | undefined> {
  if (!ofText || !listed) return accept(ofText || listed ? [...(ofText ?? listed ?? [])] : undefined);
  const others = listed.filter(({ group }) => !ofText.some((each) => each.group === group));
  const isSame = (one: GroupHalfDay) => ofText.some((each) => keyOf(each) === keyOf(one));
  const differing = listed.find((each) => !others.includes(each) && !isSame(each));
  if (differing) return refuse("half-day-told-twice", "halfDays", { date: differing.date });
  return accept([...ofText, ...others].toSorted((a, b) => (a.date < b.date ? -1 : 1)));
}

function keyOf(each: GroupHalfDay): string {
  const ages = each.group === "young" ? `${each.fromAge}-${each.toAge}` : "";
  return `${each.date} ${each.half} ${each.group} ${ages}`;
}
