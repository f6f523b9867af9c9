import type { RefusalSentences } from "../../refusalSentence.ts";
import type { Catalog } from "../../text.ts";
import type { recordRefusals as zhRecordRefusals } from "../zhCN/recordRefusals.ts";

export const recordRefusals = {
  "station-has-secondments": () =>
    "People are seconded to this station, so that its branch cannot change; create it anew under another code",
  "ambiguous-unit": (p) => `Several units are named "${p.unit}"; give the code: ${p.codes}`,
  "already-confirmed": () => "This is confirmed already",
  "claim-ends-before-it-starts": () => "The last day must not be before the first",
  "day-twice": (p) => `${p.date} stands twice`,
  "not-a-station": (p) => `${p.unit} is not a station`,
  "not-in-notice-year": (p) =>
    `${p.date} is not in the notice of ${p.year} (25 to 31 December belong to the next year's)`,
  "notice-line-unreadable": () => "This line cannot be read",
  "officer-busy": (p) => `The officer has a secondment from ${p.from} to ${p.to}`,
  "planned-differently": () => "This officer has another plan in this cohort",
  "post-busy": (p) => `This post at the station is taken from ${p.from} to ${p.to}`,
  "unknown-scheme": (p) => `There is no scheme named ${p.scheme}`,
} satisfies RefusalSentences & Catalog<typeof zhRecordRefusals>;
