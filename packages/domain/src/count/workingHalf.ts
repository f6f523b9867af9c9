import { dateOf } from "../calendarDate.ts";
import { type FactChange, factNow } from "../officerCorrection.ts";
import { settingOf } from "../scheme/schemeDefaults.ts";
import type { Scheme } from "../scheme.ts";
import type { Secondment } from "../secondment.ts";
import { groupHalfDaysOn, isWorkingDay, type WorkCalendar } from "../workCalendar.ts";
import { belongsTo, type GroupHalfDay, type GroupMember } from "./groupHalfDay.ts";

/** Whose half days are asked for: the facts that the record was made under, and what was corrected of them. */
export type Whose = {
  readonly officer: Pick<Secondment["officer"], "sex" | "birthMonth">;
  readonly corrected?: readonly { readonly changes: readonly FactChange[] }[] | undefined;
};
export type HalfRules = { scheme: Pick<Scheme, "groupHalfDays" | "schemaVersion">; calendar: WorkCalendar };

/**
 * Answers whether a half day (2 × day number for a morning, + 1 for an afternoon) is one of work for this person. Every
 * count, preview, ladder and explanation asks here: where the scheme takes the half days of groups off, an officer of
 * the group does not work then, as the facts stand corrected.
 */
export function workingHalfOf(whose: Whose, rules: HalfRules): (half: number) => boolean {
  const { calendar } = rules;
  return (half) =>
    isWorkingDay(calendar, dateOf(half >> 1)) && groupHalfDayOf(whose, rules, half) === undefined;
}

/** The half day that this person has off as one of a group; undefined on a day off, which nothing makes up for. */
export function groupHalfDayOf(whose: Whose, rules: HalfRules, half: number): GroupHalfDay | undefined {
  if (settingOf(rules.scheme, "groupHalfDays") !== "off") return undefined;
  const date = dateOf(half >> 1);
  const found = groupHalfDaysOn(rules.calendar, date).filter(
    (each) => each.half === (half % 2 === 0 ? "am" : "pm"),
  );
  if (found.length === 0 || !isWorkingDay(rules.calendar, date)) return undefined;
  const member = memberNow(whose);
  return found.find((each) => belongsTo(each, member));
}

function memberNow(whose: Whose): GroupMember {
  const { sex, birthMonth } = whose.officer;
  const corrected = factNow(whose, "sex");
  return {
    sex: corrected === "male" || corrected === "female" ? corrected : sex,
    birthMonth: factNow(whose, "birthMonth") ?? birthMonth,
  };
}
