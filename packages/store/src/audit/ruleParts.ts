import { calendarPart, schemePart } from "@dunmiao/domain/audit/exportParts";
import { canonical } from "@dunmiao/domain/event";
import { type Notice, noticeSchema } from "@dunmiao/domain/notice";
import { presetPairSchemes } from "@dunmiao/domain/pairScheme";
import { pairSchemeRecordSchema } from "@dunmiao/domain/pairSchemeRecord";
import { presetSchemes } from "@dunmiao/domain/scheme";
import { schemeRecordSchema } from "@dunmiao/domain/schemeRecord";
import { calendarHistory } from "../calendarHistory.ts";

type Part = readonly [name: string, text: string];

/** Collects from the records of an export what its counts rest on. */
export function ruleCollector() {
  const notices: Notice[] = [];
  const schemes = new Map<string, unknown>();
  for (const scheme of presetSchemes) schemes.set(schemePart("schemes", scheme), scheme);
  for (const scheme of presetPairSchemes) schemes.set(schemePart("pairSchemes", scheme), scheme);
  return {
    /** A record of any kind as it is stored. */
    add: (kind: string, record: unknown): void => {
      const whole = { ...Object(record), head: "" };
      const notice = kind === "notice" ? noticeSchema.safeParse(whole).data : undefined;
      if (notice) notices.push(notice);
      const made = kind === "scheme" ? schemeRecordSchema.safeParse(whole).data : undefined;
      if (made?.status === "published") schemes.set(schemePart("schemes", made.scheme), made.scheme);
      const pairs = kind === "pair-scheme" ? pairSchemeRecordSchema.safeParse(whole).data : undefined;
      if (pairs?.status === "published") schemes.set(schemePart("pairSchemes", pairs.scheme), pairs.scheme);
    },
    /** Every published version of a scheme, and every version of the calendar, by the name of its part. */
    parts: async (): Promise<Part[]> => {
      const history = await calendarHistory(notices);
      const calendars: Part[] = [];
      for (let version = 0; version <= history.inForce.version; version += 1)
        calendars.push([calendarPart(version), lineOf(calendarText(await history.at(version)))]);
      return [...[...schemes].map(([name, scheme]): Part => [name, lineOf(scheme)]), ...calendars];
    },
  };
}

type Calendar = Awaited<ReturnType<typeof calendarHistory>>["inForce"];

function calendarText({ version, noticeOfYear, documentNumbers, days, halfDays }: Calendar) {
  return {
    version,
    notices: [...noticeOfYear].map(([year, id]) => ({ year, id, documentNumber: documentNumbers.get(id) })),
    days: [...days.values()].toSorted((one, other) => (one.date < other.date ? -1 : 1)),
    halfDays: [...halfDays].map(([year, stated]) => ({ year, halfDays: stated })),
  };
}

function lineOf(value: unknown): string {
  return `${canonical(value)}\n`;
}
