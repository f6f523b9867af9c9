import { addDays, laterOf } from "../calendarDate.ts";
import { lastDayOfPair, type MentorAway, type Pair, type pairNotices } from "../pair.ts";
import { addWorkingDays } from "../workCalendar.ts";
import type { PairRules } from "./ground.ts";
import { isMentorless, mentorlessRanges } from "./mentorless.ts";
import { contractWithinWorkingDays, fileFactsOf } from "./pairFile.ts";

/** `of` is the day that it is about: the first without a mentor, the last of a substitute or of the pair, the due day. */
export type NoticeStep = { step: "give-notice"; on: string; about: (typeof pairNotices)[number]; of: string };

/** Days before its last in which a pair ends soon. */
export const endsSoonDays = 30;
const substituteEndsDays = 7;

/** What is still to be told about a pair that runs: each once, whatever it was that made it so. */
export function noticeSteps(pair: Pair, rules: PairRules): NoticeStep[] {
  const found = [...orphans(pair), ...substitutes(pair), ...lacks(pair, rules), ...end(pair)];
  const given = new Set(pair.notices);
  return found
    .filter((each) => !given.has(noticeKey(each)))
    .map((each) => ({ step: "give-notice" as const, ...each }));
}

type Found = Omit<NoticeStep, "step">;

/** By what a pair remembers that it was told: there may be several days without a mentor, and one end. */
export function noticeKey({ about, of }: Pick<NoticeStep, "about" | "of">): string {
  return about === "orphan" || about === "substitute-ends" ? `${about}.${of}` : about;
}

/** The pair as it is once a notice was given. */
export function withNotice(pair: Pair, step: NoticeStep): Pair {
  return { ...pair, notices: [...(pair.notices ?? []), noticeKey(step)].toSorted() };
}

/** The first day of each time without a mentor, from whatever it follows. */
function orphans(pair: Pair): Found[] {
  const ranges = mentorlessRanges(pair);
  const firsts = ranges.filter(({ from }) => !isMentorless(ranges, addDays(from, -1)));
  return firsts.map(({ from }) => ({ about: "orphan", of: from, on: from }));
}

/** Who stands in for a mentor who is away for longer, within the term. */
function substitutes(pair: Pair): Found[] {
  const last = lastDayOfPair(pair);
  const until = ({ to, substitute }: MentorAway) => {
    const of = substitute?.to;
    return of !== undefined && of < (to ?? last) && of < last ? [{ from: substitute?.from ?? of, of }] : [];
  };
  return pair.mentorAway.flatMap(until).map(({ from, of }) => ({
    about: "substitute-ends",
    of,
    on: laterOf(from, addDays(of, -substituteEndsDays)),
  }));
}

/** Agreement, goals or plan lack after the days within which they are to be there. */
function lacks(pair: Pair, { scheme, calendar }: PairRules): Found[] {
  if (fileFactsOf(pair, scheme).lacks.length === 0) return [];
  const since = laterOf(pair.term.from, pair.approved?.on ?? pair.planned.on);
  const of = addWorkingDays(calendar, since, contractWithinWorkingDays);
  return [{ about: "file-lacks", of, on: addDays(of, 1) }];
}

/** One that passed its test is completed by itself. */
function end(pair: Pair): Found[] {
  if (pair.tests.some(({ isPassed }) => isPassed)) return [];
  const of = lastDayOfPair(pair);
  return [{ about: "ends-soon", of, on: laterOf(addDays(of, -endsSoonDays), pair.term.from) }];
}
