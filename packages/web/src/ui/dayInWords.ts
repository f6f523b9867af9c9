/** What a date is on the calendar in force: working or off, and by the name of which festival. */
export type DayKind = {
  readonly kind: "weekday" | "weekend" | "holiday" | "make-up";
  readonly name?: string | undefined;
  /** Who has half of the working day off. */
  readonly halfDays?: string | undefined;
  /** The year has no published notice yet. */
  readonly provisional: boolean;
};

/** Words with places in braces: the browser's script puts dates into them as the server does. */
export type DayTexts = {
  readonly pattern: string;
  readonly weekdays: string;
  readonly months: string;
  readonly weekday: string;
  readonly weekend: string;
  readonly holiday: string;
  readonly makeUp: string;
  readonly provisional: string;
};

/** A date written out with its weekday, and whether it is a working day where the calendar is known. No library: the browser's script has it too. */
export function dayInWords(texts: DayTexts, date: string, day: DayKind | undefined): string {
  const [year = "", month = "", dayOfMonth = ""] = date.split("-");
  const written = filled(texts.pattern, {
    year,
    month: texts.months.split(",")[Number(month) - 1] ?? "",
    day: String(Number(dayOfMonth)),
    weekday: texts.weekdays.split(",")[weekdayOf(date) - 1] ?? "",
  });
  if (!day) return written;
  const patterns = { weekday: texts.weekday, weekend: texts.weekend, holiday: texts.holiday };
  const pattern = day.kind === "make-up" ? texts.makeUp : patterns[day.kind];
  const kind = filled(pattern, { name: day.name ?? "" });
  const said = [written, kind, day.halfDays ?? "", day.provisional ? texts.provisional : ""];
  return said.filter(Boolean).join(" · ");
}

/** A text with its places filled. */
export function filled(pattern: string, places: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => places[name] ?? "");
}

/** Monday = 1 … Sunday = 7. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}
