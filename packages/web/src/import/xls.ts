/** Cells with content in one sheet before the parser sees the file; an .xls holds at most 65,536 rows. */
const MAX_ROWS = 20_000;
const MAX_RECORDS = 1_000_000;
const SECTOR_END = 0xffff_fff0;
const RECORD = {
  bof: 0x0809,
  eof: 0x000a,
  formula: 0x0006,
  date1904: 0x0022,
  encrypted: 0x002f,
  sheet: 0x0085,
};
/** Records that hold a value: FORMULA, MULRK, LABELSST, NUMBER, LABEL, BOOLERR, RK. */
const valueRecords = new Set([0x0006, 0x00bd, 0x00fd, 0x0203, 0x0204, 0x0205, 0x027e]);

/** What the parser of .xls does not tell: where formulas are (`row,column`, from 0, sheet by sheet) and from which day dates count. */
export type XlsScan = { readonly is1904: boolean; readonly formulas: readonly ReadonlySet<string>[] };
export type XlsVerdict = XlsScan | "file-encrypted" | "too-many-rows" | "file-unreadable";

/** Walks an Excel 97–2003 file (BIFF8 in a compound file) without building anything from it. */
export function scanXls(bytes: Uint8Array): XlsVerdict {
  try {
    const streams = directoryOf(bytes);
    if (streams.has("EncryptedPackage")) return "file-encrypted";
    const start = streams.get("Workbook");
    return start === undefined ? "file-unreadable" : scanRecords(chainOf(bytes, start));
  } catch {
    return "file-unreadable";
  }
}

function scanRecords(stream: Uint8Array): XlsVerdict {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const sheetStarts: number[] = [];
  let is1904 = false;
  for (const { id, at } of records(view, 0)) {
    if (id === RECORD.encrypted) return "file-encrypted";
    if (id === RECORD.date1904) is1904 = view.getUint16(at, true) === 1;
    if (id === RECORD.sheet) sheetStarts.push(view.getUint32(at, true));
  }
  const formulas: Set<string>[] = [];
  for (const start of sheetStarts) {
    const rows = new Set<number>();
    const found = new Set<string>();
    for (const { id, at } of records(view, start)) {
      if (valueRecords.has(id)) rows.add(view.getUint16(at, true));
      if (id === RECORD.formula) found.add(`${view.getUint16(at, true)},${view.getUint16(at + 2, true)}`);
      if (rows.size > MAX_ROWS) return "too-many-rows";
    }
    formulas.push(found);
  }
  return { is1904, formulas };
}

/** The records of one substream, up to its own EOF; a chart inside a sheet is a substream within. */
function* records(view: DataView, start: number): Generator<{ id: number; at: number }> {
  let depth = 0;
  let position = start;
  for (let count = 0; position + 4 <= view.byteLength; count += 1) {
    if (count > MAX_RECORDS) throw new RangeError("More records than a list can need");
    const id = view.getUint16(position, true);
    if (id === RECORD.bof) depth += 1;
    if (id === RECORD.eof) depth -= 1;
    if (depth <= 0) return;
    yield { id, at: position + 4 };
    position += 4 + view.getUint16(position + 2, true);
  }
}

/** First sector of each stream by name. Streams under 4,096 bytes lie elsewhere, but no real workbook is that small. */
function directoryOf(bytes: Uint8Array): Map<string, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = chainOf(bytes, view.getUint32(48, true));
  const entries = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const streams = new Map<string, number>();
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const nameBytes = Math.max(0, Math.min(62, entries.getUint16(at + 64, true) - 2));
    const name = new TextDecoder("utf-16le").decode(directory.subarray(at, at + nameBytes));
    streams.set(name, entries.getUint32(at + 116, true));
  }
  return streams;
}

/** The bytes of a chain of sectors. 4 MB need at most 64 of the 109 allocation sectors that the header lists. */
function chainOf(bytes: Uint8Array, first: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorBytes = 2 ** view.getUint16(30, true);
  const perSector = sectorBytes / 4;
  const chunks: Uint8Array[] = [];
  for (let sector = first; sector < SECTOR_END; ) {
    const start = (sector + 1) * sectorBytes;
    if (chunks.length * sectorBytes > bytes.length) throw new RangeError("A chain that runs in a circle");
    chunks.push(bytes.subarray(start, start + sectorBytes));
    const table = view.getUint32(76 + 4 * Math.floor(sector / perSector), true);
    sector = view.getUint32((table + 1) * sectorBytes + 4 * (sector % perSector), true);
  }
  return Buffer.concat(chunks);
}
