import type { Summary } from "@dunmiao/domain/summary";
import { writeCsv } from "../import/csv.ts";
import type { Text } from "../ui/text.ts";

/** The people of a list as a CSV for Excel, with headings in the language of the page. */
export function listCsv(text: Text, people: readonly Summary[]): string {
  const words = text.secondmentList;
  const header = [
    words.number,
    words.name,
    words.sex,
    words.bornColumn,
    words.sending,
    words.district,
    words.host,
    words.term,
    words.termTo,
    words.status,
    words.used,
    words.pending,
    words.limit,
    words.provisional,
  ];
  const rows = people.map((each) => [
    each.number,
    each.name,
    text.sex[each.sex],
    each.born,
    each.sending[1],
    each.branch[1],
    each.station[1],
    each.from,
    each.to,
    text.status[each.status],
    each.counted,
    each.pending,
    each.limit,
    each.provisional ? words.yesProvisional : "",
  ]);
  return writeCsv(header, rows);
}
