import type { Catalog } from "../catalog.ts";
import type { schemePage as zhCN } from "../zhCN/schemePage.ts";

export const schemePage = {
  title: "Schemes",
  intro:
    "A scheme states the term, what counts, the limit, warnings and who approves. A version never changes once it is in use; a change is a new version.",
  setting: "Setting",
  counts: "Counts",
  notDecided: "Not decided",
  undecidedNote: (p) =>
    `${p.classes}: came after this version, which does not decide whether it counts. Nobody under this version can be recorded with it until a new version decides it.`,
  byDefault: (p) =>
    `${p.value} (not stated: by default of schema version ${p.schema}, under which this was written)`,
  doesNotCount: "Does not count",
  class: "Class",
  kind: "Procedure",
  classes: "Which absences count",
  settings: "Settings",
  term: "Term",
  termMonths: (p) => `${p.months} months (last day = start + ${p.months} months − 1 day)`,
  termStartsOn: "Term starts on",
  starts: { nominal: "The date set for the cohort", "report-in": "The day of report-in" },
  limit: "Limit of days off post",
  limitIs: (p) =>
    `More than ${p.days} working days off post within the term: the year is not recognised (exactly ${p.days} still passes)`,
  granularity: "Unit of counting",
  halfDay:
    "Half days; overlaps count once; weekends and public holidays do not count, make-up working days do",
  calendar: "Working days by",
  groupHalfDays: "Half days off for groups",
  groupHalfDaysAre: {
    working: "They are working time and count like any other",
    off: "They do not count for officers of the group (on a day off nothing makes up for them)",
  },
  groupHalfDaysHint:
    "The half days for women (8 March) and the young (4 May, 14 to 28 years); dates and halves are those of the calendar. Ages go by the month of birth: 28 until the end of the month of the 29th birthday.",
  stateCouncil:
    "State Council holiday notices; years without a notice are counted Monday–Friday less the fixed days off and marked provisional",
  warnings: "Warnings",
  warnAt: (p) => `Once each at ${p.levels} days`,
  ladder: "Who approves leave",
  ladderIs: (p) =>
    `Up to ${p.station} working days the station, up to ${p.branch} the branch, more the bureau; adjoining requests are added up`,
  outcome: "Over the limit",
  outcomes: {
    ruling: "A review opens and people rule",
    "make-up-extension": "The term is extended to make up",
  },
  extension: "Extension",
  extensionIs: (p) => `May be asked for from ${p.months} months to the last day`,
  extensionResets: { yes: "A new term starts a new count", no: "The count goes on" },
  alarm: "Dismissal alarm",
  alarmIs: (p) =>
    `Unexplained for more than ${p.consecutive} consecutive natural days, or ${p.year} in a calendar year (Civil Servant Law Art. 88): shown apart, never mixed with the limit`,
} satisfies Catalog<typeof zhCN>;
