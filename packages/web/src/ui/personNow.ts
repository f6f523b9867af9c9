import { snapshotNow } from "@dunmiao/domain/officer/correctionSteps";
import { numberNow } from "@dunmiao/domain/officerCorrection";
import type { Secondment } from "@dunmiao/domain/secondment";
import type { Text } from "./text.ts";

type Of = Pick<Secondment, "officer" | "corrected">;

/** The person of a record as on file today: what was corrected since, under the number that was kept. */
export function personNow(record: Of): Secondment["officer"] {
  return { ...snapshotNow(record), serviceNumber: numberNow(record) };
}

/** Name and number of today, as links lead to a record. */
export function personLabel(record: Of): string {
  const { name, serviceNumber } = personNow(record);
  return `${name} ${serviceNumber}`;
}

/** Name and number that a record was made under, where either is another one today; else nothing. */
export function madeUnder(text: Text, record: Of): string {
  const { name, serviceNumber } = record.officer;
  const now = personNow(record);
  if (now.name === name && now.serviceNumber === serviceNumber) return "";
  return text.officerPage.madeUnder({ name, number: serviceNumber });
}

/** Above every screen about a record: who it is today, what it was made under where that differs, and what follows. */
export function personCaption(text: Text, record: Of, ...more: readonly string[]): string {
  const { name, serviceNumber } = personNow(record);
  return [name, serviceNumber, madeUnder(text, record), ...more].filter((each) => each !== "").join(" · ");
}
