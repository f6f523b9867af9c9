import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import type { Text } from "./text.ts";

/** Document numbers of the shipped notices of the General Office of the State Council, those that were looked up. */
const shippedNumbers: Readonly<Record<string, string>> = {
  "cn-2016": "国办发明电〔2015〕18号",
  "cn-2024": "国办发明电〔2023〕7号",
  "cn-2025": "国办发明电〔2024〕12号",
  "cn-2026": "国办发明电〔2025〕7号",
};

type Cited = { year: number; id: string; documentNumber?: string | undefined };

/** The notice that sets the days of a year, as papers cite it: by year, and by its document number where it is known. */
export function noticeName(text: Text, { year, id, documentNumber }: Cited): string {
  const number = documentNumber ?? shippedNumbers[id];
  const name = text.common.noticeOf({ year });
  return number === undefined ? name : text.common.numbered({ name, number });
}

/** The same of a notice that is in force. */
export function noticeInForce(
  text: Text,
  { documentNumbers }: Pick<WorkCalendar, "documentNumbers">,
  { year, id }: { year: number; id: string },
): string {
  return noticeName(text, { year, id, documentNumber: documentNumbers.get(id) });
}
