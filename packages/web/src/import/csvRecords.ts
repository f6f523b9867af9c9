/**
 * One record of a CSV: its cells as they stand in the file, on how many lines of the file it stands, and the cell
 * (from 0) whose quotation mark is in doubt: never closed, closed in the middle of the cell, or closed only after
 * whole rows.
 */
export type CsvRecord = {
  readonly cells: readonly string[];
  readonly lines: number;
  readonly doubtfulCell?: number;
};
type Field = {
  readonly text: string;
  readonly end: number;
  readonly lines: number;
  readonly isDoubtful: boolean;
};

/**
 * Splits a text into records (RFC 4180; lines end with CR LF, LF or CR). The library's reader takes an open quotation
 * mark for a cell that reaches to the end of the file and says nothing: all rows after it are gone.
 */
export function* csvRecords(text: string, delimiter: string): Generator<CsvRecord> {
  let at = 0;
  let width = 0;
  while (at < text.length) {
    const fields: Field[] = [];
    for (let more = true; more; ) {
      const field = fieldAt(text, at, delimiter);
      fields.push(field);
      at = field.end;
      more = text.startsWith(delimiter, at);
      if (more) at += delimiter.length;
    }
    if (at < text.length) at += text.startsWith("\r\n", at) ? 2 : 1;
    width = Math.max(width, fields.length);
    const enough = Math.max(2, Math.floor(width / 2));
    const doubtful = fields.findIndex((field) => field.isDoubtful || hasRows(field, delimiter, enough));
    yield {
      cells: fields.map((field) => field.text),
      lines: 1 + fields.reduce((sum, field) => sum + field.lines, 0),
      ...(doubtful >= 0 && { doubtfulCell: doubtful }),
    };
  }
}

const lineEnd = /\r\n|\r|\n/g;

function fieldAt(text: string, start: number, delimiter: string): Field {
  if (text[start] !== '"') return plainField(text, start, delimiter);
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  const quoted = text.slice(start + 1, end < 0 ? undefined : end).replaceAll('""', '"');
  const lines = quoted.match(lineEnd)?.length ?? 0;
  if (end < 0) {
    const isWholeLine = /[\r\n]$/.test(quoted);
    return { text: quoted, end: text.length, lines: isWholeLine ? lines - 1 : lines, isDoubtful: true };
  }
  const rest = plainField(text, end + 1, delimiter);
  return { text: quoted + rest.text, end: rest.end, lines, isDoubtful: rest.text !== "" };
}

function plainField(text: string, start: number, delimiter: string): Field {
  let end = start;
  while (end < text.length && !text.startsWith(delimiter, end) && text[end] !== "\r" && text[end] !== "\n")
    end += 1;
  return { text: text.slice(start, end), end, lines: 0, isDoubtful: false };
}

/** Whether a line inside a cell looks like a row: then two open quotation marks have made one cell of what is between them. */
function hasRows({ text, lines }: Field, delimiter: string, enough: number): boolean {
  return lines > 0 && text.split(lineEnd).some((line) => line.split(delimiter).length > enough);
}
