import { isEffective } from "@dunmiao/domain/absence";
import type { RecordLine } from "@dunmiao/domain/audit/exportParts";
import { naturalDays } from "@dunmiao/domain/calendarDate";
import { countDays } from "@dunmiao/domain/count/count";
import { type Notice, noticeSchema } from "@dunmiao/domain/notice";
import { latestRuling } from "@dunmiao/domain/ruling/rulingOf";
import { presetSchemes, type Scheme } from "@dunmiao/domain/scheme";
import { schemeRecordSchema } from "@dunmiao/domain/schemeRecord";
import { ruledTerm, type Secondment, secondmentSchema } from "@dunmiao/domain/secondment";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import { isSameSummary } from "@dunmiao/domain/year/sameSummary";
import { summaryOf } from "@dunmiao/domain/year/summaryOf";
import { type CalendarHistory, calendarHistory } from "@dunmiao/store/calendarHistory";
import { storedSummarySchema } from "@dunmiao/store/summaryText";
import type { Finding } from "./findings.ts";

type Report = (finding: Finding) => void;
/** What counts stand on: the notices and the schemes of the export itself. */
export type Rules = { calendars: CalendarHistory; schemes: ReadonlyMap<string, Scheme> };

/** Collects the rules of an export from its records, in a pass of its own: a secondment may come before its notice. */
export function rulesCollector() {
  const notices: Notice[] = [];
  const schemes = new Map(presetSchemes.map((each) => [`${each.id}@${each.version}`, each]));
  return {
    add: ({ kind, head }: RecordLine, value: unknown): void => {
      const whole = { ...Object(value), head };
      if (kind === "notice")
        notices.push(...(noticeSchema.safeParse(whole).data ? [noticeSchema.parse(whole)] : []));
      const made = kind === "scheme" ? schemeRecordSchema.safeParse(whole).data : undefined;
      if (made) schemes.set(`${made.scheme.id}@${made.scheme.version}`, made.scheme);
    },
    rules: async (): Promise<Rules> => ({ calendars: await calendarHistory(notices), schemes }),
  };
}

/**
 * Counts the days of a secondment again by the code that the product runs, compares them with what lists say and with what
 * rulings stood on, and looks whether anybody decided what they had asked for.
 */
export async function recount(
  { kind, id, head, summary }: RecordLine,
  value: unknown,
  { rules, report }: { rules: Rules; report: Report },
): Promise<boolean> {
  if (kind !== "secondment") return false;
  const about = `${kind} ${id}`;
  const parsed = secondmentSchema.safeParse({ ...Object(value), head });
  const scheme = parsed.success && rules.schemes.get(`${parsed.data.schemeId}@${parsed.data.schemeVersion}`);
  if (!parsed.success || !scheme) {
    report({ code: "record-unreadable", about });
    return false;
  }
  const record = parsed.data;
  if (!hasDatesToCount(record)) {
    report({ code: "dates-extreme", about });
    return false;
  }
  decisionsOf(record, (detail) => report({ code: "decided-on-own-request", about, detail }));
  await compareSummary(record, { scheme, calendars: rules.calendars, summary }, (detail) =>
    report({ code: "count-differs", about, detail }),
  );
  const ruling = latestRuling(record);
  if (!ruling || ruling.state === "proposed" || ruling.state === "rejected") return true;
  const calendar = await rules.calendars.at(ruling.calendarVersion);
  const { countedDays, limitDays, outcome } = ruling;
  const again = countDays(ruledTerm(record), record.absences.filter(isEffective), { scheme, calendar });
  const isOpenAgain = ruling.state === "reopened";
  if (again !== countedDays && !isOpenAgain)
    report({ code: "ruling-count-differs", about, detail: `${countedDays} / ${again}` });
  if (outcome === "recognised" && countedDays > limitDays)
    report({ code: "ruling-over-limit", about, detail: `${countedDays} > ${limitDays}` });
  return true;
}

const longestDays = 4_000;

/** A count goes through every day: centuries of them would hold a check up for hours. */
function hasDatesToCount({ term, ...record }: Secondment): boolean {
  const spans = [term, record.absences].flat();
  const years = JSON.stringify({ term, ...record }).match(/(?<=")\d{4}(?=-\d\d-\d\d)/g) ?? [];
  return (
    spans.every(({ from, to }) => naturalDays(from, to) <= longestDays) &&
    years.every((year) => "1900" <= year && year < "2200")
  );
}

type Compared = { scheme: Scheme; calendars: CalendarHistory; summary: unknown };

/** A record that a newer calendar has yet to come to, or would leave as it is, may stand under an earlier one. */
async function compareSummary(
  record: Secondment,
  { scheme, calendars, summary }: Compared,
  differs: (detail: string) => void,
): Promise<void> {
  const stored = storedSummarySchema.safeParse(summary);
  if (!stored.success) return differs("summary");
  const isRight = (calendar: WorkCalendar) =>
    isSameSummary(stored.data, summaryOf(record, { scheme, calendar }));
  for (let version = calendars.inForce.version; version >= 0; version -= 1)
    if (isRight(await calendars.at(version))) return;
  const fresh = summaryOf(record, { scheme, calendar: calendars.inForce });
  differs(`${stored.data.counted} / ${fresh.counted}`);
}

/** Approvals of leave and of rulings by the very account that asked. */
function decisionsOf({ absences, rulings }: Secondment, found: (detail: string) => void): void {
  for (const { id, recordedBy, decisions } of absences)
    if (decisions.some(({ act, by }) => (act === "approve" || act === "confirm") && by.id === recordedBy.id))
      found(id);
  for (const { id, proposed, decided } of rulings) if (decided?.by.id === proposed.by.id) found(id);
}
