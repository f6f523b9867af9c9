import type { ImportUnderstood } from "@dunmiao/domain/import/importUnderstood";
import { presetPairSchemes } from "@dunmiao/domain/pairScheme";
import { namedKey } from "../pair/focusName.ts";
import { formatNumber } from "../ui/format.ts";
import { type Column, DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { secondmentColumns, unitColumns } from "./columns.ts";
import { noticeSentence } from "./problemText.ts";
import { label } from "./templateTexts.ts";
import type { LoadedImport } from "./view.ts";

type Props = { text: Text; loaded: LoadedImport };
type Person = ImportUnderstood["people"][number];
type UnitLine = ImportUnderstood["units"][number];
type PostLine = NonNullable<ImportUnderstood["posts"]>[number];

/** What the file was understood to say: its sheets, its lines, and a few rows as they would be stored. */
export function Understood({ text, loaded: { understood } }: Props) {
  if (!understood) return null;
  const words = text.importPage;
  const { sheets, people, units, posts = [] } = understood;
  return (
    <section id="understood">
      <h2 class="govuk-heading-m">{words.understood}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {sheets.map(({ name, holds, rows }) => (
          <li>
            {words.sheetRead({
              sheet: name || words.textFile,
              holds: words[holds],
              rows: formatNumber(rows),
            })}
          </li>
        ))}
        {understood.text ? (
          <li>
            {words.linesRead({
              lines: formatNumber(understood.text.lines),
              records: formatNumber(understood.text.records),
            })}
          </li>
        ) : null}
      </ul>
      {people.length === 0 ? null : (
        <DenseTable
          text={text}
          caption={words.peopleSample}
          rows={people}
          columns={personColumns(text, people)}
        />
      )}
      {units.length === 0 ? null : (
        <DenseTable text={text} caption={words.unitsSample} rows={units} columns={unitLineColumns(text)} />
      )}
      {posts.length === 0 ? null : (
        <DenseTable text={text} caption={words.postsSample} rows={posts} columns={postLineColumns(text)} />
      )}
    </section>
  );
}

function placeColumn(text: Text): Column<{ sheetName?: string | undefined; row: number; isRandom: boolean }> {
  const words = text.importPage;
  return {
    label: words.row,
    kind: "rowHeader",
    cell: ({ sheetName, row, isRandom }) => {
      const place = sheetName === undefined ? String(row) : `${sheetName} ${row}`;
      return isRandom ? words.randomRow({ row: place }) : place;
    },
  };
}

function personColumns(text: Text, people: readonly Person[]): Column<Person>[] {
  const heading = (key: string) => {
    const found = secondmentColumns.find((column) => column.key === key);
    return found ? label(found, text.language) : key;
  };
  return [
    placeColumn(text),
    { label: heading("serviceNumber"), cell: (each) => each.serviceNumber },
    { label: heading("name"), kind: "name", cell: (each) => each.name },
    { label: heading("sex"), cell: (each) => text.sex[each.sex] },
    { label: heading("birthMonth"), kind: "date", cell: (each) => each.birthMonth },
    { label: heading("homeUnit"), cell: (each) => each.homeUnit },
    { label: heading("hostStation"), cell: (each) => each.hostStation },
    { label: heading("post"), cell: (each) => each.post },
    { label: text.importPage.term, kind: "date", cell: ({ from, to }) => text.common.range({ from, to }) },
    ...(people.some(({ partner }) => partner) ? [partnerColumn(text)] : []),
  ];
}

const focuses = presetPairSchemes.map((scheme) => scheme.focuses);

function partnerColumn(text: Text): Column<Person> {
  const words = text.importPage;
  return {
    label: words.partner,
    cell: ({ partner, pairWaits }) => {
      if (!partner) return "";
      const { number, name, focus, focusName } = partner;
      const shown = focusName?.[text.language] ?? namedKey(text, focus, focuses);
      const line = words.partnerLine({ number, name, focus: shown });
      return pairWaits ? [line, <br />, words.pairWaits] : line;
    },
  };
}

function unitLineColumns(text: Text): Column<UnitLine>[] {
  const heading = (key: string) => {
    const found = unitColumns.find((column) => column.key === key);
    return found ? label(found, text.language) : key;
  };
  return [
    placeColumn(text),
    { label: heading("code"), cell: (each) => each.code },
    { label: heading("name"), kind: "name", cell: (each) => each.name },
    { label: heading("kind"), cell: (each) => text.unitKind[each.kind] },
    { label: heading("parent"), cell: (each) => each.parent ?? "" },
  ];
}

function postLineColumns(text: Text): Column<PostLine>[] {
  const words = text.postPage;
  return [
    placeColumn(text),
    { label: words.serviceNumber, cell: (each) => each.serviceNumber },
    { label: words.officer, kind: "name", cell: (each) => each.name },
    { label: words.unit, cell: (each) => each.unit },
    {
      label: words.place,
      cell: ({ place, placeName }) => text.common.numbered({ name: placeName, number: place }),
    },
    { label: words.role, cell: ({ role }) => words.roles[role] },
    { label: words.appointedBy, cell: ({ appointedBy }) => appointedBy },
    { label: text.common.date, kind: "date", cell: ({ from, to }) => text.common.range({ from, to }) },
  ];
}

/** What the file holds and was not read, or was read though nobody sees it. */
export function Notices({ text, loaded: { notices } }: Props) {
  if (notices.length === 0) return null;
  const words = text.importPage;
  return (
    <section id="notices">
      <DenseTable
        text={text}
        caption={words.notices({ count: notices.length })}
        rows={notices}
        columns={[
          { label: words.sheet, cell: (each) => each.sheet ?? "" },
          {
            label: words.row,
            kind: "number",
            cell: (each) => (each.row === undefined ? "" : String(each.row)),
          },
          { label: words.column, cell: (each) => each.column ?? "" },
          { label: words.notice, cell: (each) => noticeSentence(text, each) },
        ]}
      />
    </section>
  );
}
