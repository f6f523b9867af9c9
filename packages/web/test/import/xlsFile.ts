/** A cell of a hand-made .xls: a text, a number, a date (as serial), a formula with the result that it shows, a text struck through, or a value under a display format (a number of Excel's own, or a pattern). */
export type XlsCell =
  | string
  | number
  | null
  | { serial: number }
  | { formulaResult: number | string }
  | { struck: string }
  | { value: number | string; format: string | number };
type Options = {
  is1904?: boolean;
  isEncrypted?: boolean;
  sheetName?: string;
  isHidden?: boolean;
  hiddenRows?: number[];
  hiddenColumns?: number[];
  /** A font that strikes through and belongs to no cell. */
  hasLooseStrike?: boolean;
};
/** Fonts 0 to 5 but for 4, which there is not; the fifth strikes through. */
const STRUCK_FONT = 5;
const STRUCK_STYLE = 2;
const FIRST_OWN_FORMAT = 164;

const SECTOR = 512;
const FREE = 0xffffffff;
const CHAIN_END = 0xfffffffe;

/** An Excel 97–2003 file with one sheet: BIFF8 records in a compound file. */
export function xlsFile(rows: readonly (readonly XlsCell[])[], options: Options = {}): Uint8Array {
  const name = utf16(options.sheetName ?? "挂职名单");
  const formats = [...new Set(rows.flat().flatMap(formatOf))];
  const patterns = formats.filter((each) => typeof each === "string");
  const numberOf = (each: string | number) =>
    typeof each === "number" ? each : FIRST_OWN_FORMAT + patterns.indexOf(each);
  const globals = (sheetStart: number) =>
    Buffer.concat([
      record(0x0809, u16(0x0600, 0x0005, 0, 0), u32(0, 0)),
      ...(options.isEncrypted ? [record(0x002f, u16(1, 1, 1))] : []),
      record(0x0022, u16(options.is1904 ? 1 : 0)),
      ...patterns.map((pattern, index) =>
        record(0x041e, u16(FIRST_OWN_FORMAT + index, pattern.length), Buffer.of(1), utf16(pattern)),
      ),
      ...[false, false, false, false, true].map(fontRecord),
      ...(options.hasLooseStrike ? [fontRecord(true)] : []),
      ...[0, 14, 0, ...formats.map(numberOf)].map((each, style) =>
        record(0x00e0, u16(style === STRUCK_STYLE ? STRUCK_FONT : 0, each), Buffer.alloc(16)),
      ),
      record(0x0085, u32(sheetStart), u16(options.isHidden ? 1 : 0), Buffer.of(name.length / 2, 1), name),
      record(0x000a),
    ]);
  const cells = rows.flatMap((row, r) =>
    row.flatMap((cell, c) => (cell === null ? [] : [cellRecord({ r, c, formats }, cell)])),
  );
  const hidden = [
    ...(options.hiddenColumns ?? []).map((each) => record(0x007d, u16(each, each, 2048, 0, 1, 0))),
    ...(options.hiddenRows ?? []).map((each) => record(0x0208, u16(each, 0, 9, 255, 0, 0, 0x20, 0))),
  ];
  const sheet = [record(0x0809, u16(0x0600, 0x0010, 0, 0), u32(0, 0)), ...hidden, ...cells, record(0x000a)];
  return compoundFile(Buffer.concat([globals(globals(0).length), ...sheet]));
}

const fontRecord = (strikes: boolean) => record(0x0031, u16(200, strikes ? 8 : 0), Buffer.alloc(12));

function formatOf(cell: XlsCell): (string | number)[] {
  return typeof cell === "object" && cell !== null && "format" in cell ? [cell.format] : [];
}

type Place = { r: number; c: number; formats: readonly (string | number)[] };

function cellRecord({ r, c, formats }: Place, cell: Exclude<XlsCell, null>): Buffer {
  if (typeof cell === "string") return textRecord(r, c, 0, cell);
  if (typeof cell === "number") return record(0x0203, u16(r, c, 0), f64(cell));
  if ("serial" in cell) return record(0x0203, u16(r, c, 1), f64(cell.serial));
  if ("format" in cell) {
    const style = STRUCK_STYLE + 1 + formats.indexOf(cell.format);
    if (typeof cell.value === "string") return textRecord(r, c, style, cell.value);
    return record(0x0203, u16(r, c, style), f64(cell.value));
  }
  if ("struck" in cell) return textRecord(r, c, STRUCK_STYLE, cell.struck);
  const { formulaResult } = cell;
  const isText = typeof formulaResult === "string";
  const shown = isText ? u16(0, 0, 0, 0xffff) : f64(formulaResult);
  const formula = record(0x0006, u16(r, c, 0), shown, u16(0), u32(0), u16(3), Buffer.of(0x1e, 7, 0));
  if (!isText) return formula;
  const text = utf16(formulaResult);
  return Buffer.concat([formula, record(0x0207, u16(text.length / 2), Buffer.of(1), text)]);
}

function textRecord(r: number, c: number, style: number, value: string): Buffer {
  const text = utf16(value);
  return record(0x0204, u16(r, c, style, text.length / 2), Buffer.of(1), text);
}

function compoundFile(content: Buffer): Uint8Array {
  const sectors = Math.max(8, Math.ceil(content.length / SECTOR));
  const stream = Buffer.concat([content, Buffer.alloc(sectors * SECTOR - content.length)]);
  const fatSectors = Math.ceil((sectors + 1) / 127);
  const fat = Buffer.alloc(fatSectors * SECTOR, 0xff);
  for (let sector = 0; sector <= sectors; sector += 1)
    fat.writeUInt32LE(sector >= sectors - 1 ? CHAIN_END : sector + 1, sector * 4);
  for (let sector = 0; sector < fatSectors; sector += 1)
    fat.writeUInt32LE(0xfffffffd, (sectors + 1 + sector) * 4);
  const directory = Buffer.concat([
    entry("Root Entry", 5, CHAIN_END, 0),
    entry("Workbook", 2, 0, stream.length),
    Buffer.alloc(256),
  ]);
  return Buffer.concat([header(sectors, fatSectors), stream, directory, fat]);
}

function header(directorySector: number, fatSectors: number): Buffer {
  const bytes = Buffer.alloc(SECTOR, 0);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(bytes);
  Buffer.concat([u16(0x3e, 3, 0xfffe, 9, 6)]).copy(bytes, 24);
  Buffer.concat([u32(fatSectors, directorySector, 0, 4096, CHAIN_END, 0, CHAIN_END, 0)]).copy(bytes, 44);
  for (let index = 0; index < 109; index += 1)
    bytes.writeUInt32LE(index < fatSectors ? directorySector + 1 + index : FREE, 76 + index * 4);
  return bytes;
}

function entry(name: string, type: number, start: number, size: number): Buffer {
  const bytes = Buffer.alloc(128);
  utf16(name).copy(bytes);
  bytes.writeUInt16LE(name.length * 2 + 2, 64);
  bytes.writeUInt8(type, 66);
  u32(FREE, FREE, FREE).copy(bytes, 68);
  bytes.writeUInt32LE(start, 116);
  bytes.writeUInt32LE(size, 120);
  return bytes;
}

const utf16 = (text: string) => Buffer.from(text, "utf16le");
const u16 = (...values: number[]) => Buffer.from(Uint16Array.from(values).buffer);
const u32 = (...values: number[]) => Buffer.from(Uint32Array.from(values).buffer);
const f64 = (value: number) => Buffer.from(Float64Array.of(value).buffer);

function record(id: number, ...parts: Buffer[]): Buffer {
  const data = Buffer.concat(parts);
  return Buffer.concat([u16(id, data.length), data]);
}
