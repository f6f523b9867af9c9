/** Days as a page writes them: one is a day. */
export function workingDays(days: string): string {
  return days === "1" ? "1 working day" : `${days} working days`;
}
