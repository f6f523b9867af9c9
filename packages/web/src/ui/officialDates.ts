import type { Text } from "./text.ts";

const isoDate = /\b(\d{4})-(\d{2})-(\d{2})\b/g;
const monthNames = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" });

/** A sentence of ours with its calendar dates as documents write them: 2026年4月1日, 1 April 2026 (GB/T 9704-2012). */
export function officialDates(text: Text, sentence: string): string {
  return sentence.replace(isoDate, (_, year: string, month: string, day: string) =>
    text.language === "en"
      ? `${Number(day)} ${monthNames.format(new Date(`2000-${month}-01T00:00:00Z`))} ${year}`
      : `${year}年${Number(month)}月${Number(day)}日`,
  );
}
