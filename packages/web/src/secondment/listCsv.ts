import type { Summary } from "@dunmiao/domain/summary";
import { writeCsv } from "../csv.ts";
import type { Text } from "../ui/text.ts";
import { besideStatus } from "./besideStatus.ts";

type CsvColumn = [header: string, cell: (person: Summary) => string | number];

/** The people of a list as a CSV for Excel, with headings in the language of the page. */
export function listCsv(text: Text, people: readonly Summary[], today: string): string {
  const columns = columnsOf(text, today);
  const rows = people.map((person) => columns.map(([, cell]) => cell(person)));
  return writeCsv(
    columns.map(([header]) => header),
    rows,
  );
}

function columnsOf(text: Text, today: string): CsvColumn[] {
  const words = text.secondmentList;
  return [
    [words.number, (each) => each.number],
    [words.name, (each) => each.name],
    [words.sex, (each) => text.sex[each.sex]],
    [words.bornColumn, (each) => each.born],
    [words.sending, (each) => each.sending[1]],
    [words.district, (each) => each.branch[1]],
    [words.host, (each) => each.station[1]],
    [words.term, (each) => each.from],
    [words.termTo, (each) => each.to],
    [words.status, (each) => statusOf(text, each, today)],
    [words.used, (each) => each.counted],
    [words.pending, (each) => each.pending],
    [words.limit, (each) => each.limit],
    [words.provisional, (each) => (each.countsProvisional ? words.yesProvisional : "")],
  ];
}

function statusOf(text: Text, person: Summary, today: string): string {
  return [text.status[person.status], ...besideStatus(text, person, today)].join(" ");
}
