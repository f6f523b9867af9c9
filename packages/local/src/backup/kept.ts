import { dayNumber } from "@dunmiao/domain/calendarDate";

const most = { day: 7, week: 5, month: 12 } as const;
const pattern = /^dunmiao-(\d{4}-\d{2}-\d{2})T\d{6}\.backup$/;

/** The name of a backup that is taken at an instant; names sort as they were taken (UTC). */
export function backupName(takenAt: string): string {
  return `dunmiao-${takenAt.slice(0, 19).replaceAll(":", "")}.backup`;
}

/** Of some file names those of backups, newest first. */
export function backupsOf(names: readonly string[]): string[] {
  return names
    .filter((name) => pattern.test(name))
    .toSorted()
    .toReversed();
}

/** When a backup of that name was taken, as an ISO instant. */
export function takenAt(name: string): string {
  const [, day = "", h = "", m = "", s = ""] = /^dunmiao-(.{10})T(..)(..)(..)/.exec(name) ?? [];
  return `${day}T${h}:${m}:${s}.000Z`;
}

/** Which backups stay: the newest of each of the last seven days, five weeks and twelve months that have one. */
export function keptBackups(names: readonly string[]): Set<string> {
  const newest = backupsOf(names);
  const dayOf = (name: string) => pattern.exec(name)?.[1] ?? "";
  // Weeks begin on Monday; 1970-01-05 was one.
  const periods: Record<keyof typeof most, (name: string) => string> = {
    day: dayOf,
    week: (name) => String(Math.floor((dayNumber(dayOf(name)) - 4) / 7)),
    month: (name) => dayOf(name).slice(0, 7),
  };
  const kept = new Set<string>();
  for (const period of ["day", "week", "month"] as const) {
    const seen = new Set<string>();
    for (const name of newest) {
      const of = periods[period](name);
      if (seen.has(of) || seen.size === most[period]) continue;
      seen.add(of);
      kept.add(name);
    }
  }
  return kept;
}
