import type { Absence } from "@dunmiao/domain/absence";
import { type ExplainedDay, explainDays } from "@dunmiao/domain/count/explainDays";
import { shippedNotices } from "@dunmiao/domain/notice/shippedNotices";
import { presetSchemes } from "@dunmiao/domain/scheme";
import { workCalendar } from "@dunmiao/domain/workCalendar";

const by = { id: "hr", role: "hr" } as const;

function absence(number: number, facts: Partial<Absence> & Pick<Absence, "class" | "from" | "to">): Absence {
  const base = { kind: "request", state: "approved", revision: 1 } as const;
  return { id: `a${number}`, recordedBy: by, recordedOn: facts.from, decisions: [], ...base, ...facts };
}

const absences: Absence[] = [
  absence(1, { class: "sick", from: "2025-09-15", to: "2025-09-16" }),
  absence(2, { class: "annual", from: "2025-09-29", to: "2025-10-10" }),
  absence(3, { class: "personal", from: "2025-11-05", to: "2025-11-05", fromHalf: "pm" }),
  absence(4, { class: "recall", kind: "finding", state: "confirmed", from: "2025-12-01", to: "2025-12-03" }),
  absence(5, { class: "ordered-training", from: "2026-01-12", to: "2026-01-16", orderedBy: "bureau" }),
  absence(6, { class: "home-visit", from: "2026-02-10", to: "2026-02-14" }),
  absence(7, { class: "sick", state: "requested", from: "2026-03-05", to: "2026-03-06", toHalf: "am" }),
  absence(8, {
    class: "unexplained",
    kind: "finding",
    state: "confirmed",
    from: "2025-10-20",
    to: "2025-10-20",
    toHalf: "am",
  }),
];

/** A whole term with absences of every family, half days, a late report-in and an end in a year without a notice. */
export function sampleDays(from = "2025-08-26", to = "2026-08-25", today = "2026-03-02"): ExplainedDay[] {
  const scheme = presetSchemes[0];
  if (!scheme) throw new Error("no preset");
  const officer = { sex: "male", birthMonth: "1990-01" } as const;
  const subject = { term: { from, to }, officer, reportedInOn: "2025-08-28", absences };
  return explainDays(subject, scheme, workCalendar(1, shippedNotices()), today);
}
