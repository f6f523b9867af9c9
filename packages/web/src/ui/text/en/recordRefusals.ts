import { nameOf } from "../../nameOf.ts";
import type { Catalog, RefusalSentences } from "../catalog.ts";
import type { recordRefusals as zhRecordRefusals } from "../zhCN/recordRefusals.ts";
import { festival } from "./calendarPage.ts";
import { listed } from "./listed.ts";

function festivalList(codes: unknown): string {
  return String(codes)
    .split(",")
    .map((code) => nameOf(festival, code))
    .join(", ");
}

export const recordRefusals = {
  "birth-out-of-bounds": (p) =>
    `People are 16 to 70 years old when they begin: the month of birth lies between ${p.from} and ${p.to}`,
  "cohort-out-of-bounds": (p) => `A cohort starts within ten years of today: between ${p.from} and ${p.to}`,
  "document-date-out-of-bounds": (p) =>
    `The date lies between ${p.from} and ${p.to}, at most a year from now: check the year`,
  "notice-year-out-of-bounds": (p) =>
    `The notice of ${p.to} is the latest that can be loaded: check the year`,
  "start-out-of-bounds": (p) =>
    `A term starts at most one term before or after its cohort: between ${p.from} and ${p.to}`,
  "force-of-station": (p) => `${p.unit} is a station: its force stands with the unit above it`,
  "share-not-said": () => "A county decides its share by itself: write it",
  "too-many-forces": (p) => `At most ${p.limit} forces for one unit`,
  "station-has-secondments": () =>
    "People are seconded to this station, so that its branch cannot change; create it anew under another code",
  "ambiguous-unit": (p) => `Several units are named "${p.unit}"; give the code: ${listed(p.codes)}`,
  "already-confirmed": () => "This is confirmed already",
  "claim-ends-before-it-starts": () => "The last day must not be before the first",
  "day-twice": (p) => `${p.date} stands twice`,
  "not-a-station": (p) => `${p.unit} is not a station`,
  "not-in-notice-year": (p) =>
    `${p.date} is not in the notice of ${p.year} (25 to 31 December belong to the next year's)`,
  "festivals-missing": (p) =>
    `The notice gives no day off for ${festivalList(p.festivals)}; confirm each that is really left out`,
  "festivals-not-missing": (p) =>
    `The notice has days off for ${festivalList(p.festivals)}, so they cannot be confirmed as missing`,
  "loaded-without-festivals": (p) =>
    `It was loaded without confirming that ${festivalList(p.festivals)} are left out; load it again and confirm each`,
  "half-day-line-unreadable": (p) => `Line ${p.line} of the half days cannot be read: ${p.text}`,
  "half-day-told-twice": (p) =>
    `The half day of ${p.date} differs from what the text of the notice says: make both the same`,
  "count-changes": (p) => `This changes the days off post: ${p.counts}. Check them, then send it again`,
  "ages-not-rising": (p) => `The ages are the wrong way round: ${p.from} to ${p.to}`,
  "notice-line-unreadable": (p) => `Line ${p.line} cannot be read: ${p.text}`,
  "notice-line-twice": (p) => `Line ${p.line} has a date that was settled before: ${p.text}`,
  "notice-weekday-differs": (p) => `Line ${p.line} names a weekday that is not the date's: ${p.text}`,
  "notice-total-differs": (p) => `Line ${p.line} gives a total that is not the one of its dates: ${p.text}`,
  "notice-without-festival": (p) => `Line ${p.line} has dates without a festival: ${p.text}`,
  "notice-nothing-to-prolong": (p) =>
    `Line ${p.line} prolongs a holiday that the text before it does not hold; paste the first notice too: ${p.text}`,
  "officer-busy": (p) => `The officer has a secondment from ${p.from} to ${p.to}`,
  "planned-differently": () => "This officer has another plan in this cohort",
  "post-busy": (p) => `This post at the station is taken from ${p.from} to ${p.to}`,
  "unknown-scheme": (p) => `There is no scheme named ${p.scheme}`,
} satisfies RefusalSentences & Catalog<typeof zhRecordRefusals>;
