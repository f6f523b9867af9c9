import type { GroupHalfDay } from "@dunmiao/domain/count/groupHalfDay";
import type { Text } from "./text.ts";

/** Who has which half off, in words: 妇女下午放假半天. */
export function halfDayName(text: Text, halfDay: GroupHalfDay): string {
  const { groupHalfDay: words } = text;
  const half = text.dayPart[halfDay.half];
  if (halfDay.group === "women") return words.women({ half });
  return words.young({ half, from: String(halfDay.fromAge), to: String(halfDay.toAge) });
}

/** Several of them, empty for none. */
export function halfDayNames(text: Text, halfDays: readonly GroupHalfDay[] = []): string {
  return halfDays.map((each) => halfDayName(text, each)).join(text.common.listMark);
}
