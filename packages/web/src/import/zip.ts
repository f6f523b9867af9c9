import { Inflate } from "fflate";

/** Unpacked size that an .xlsx may declare, and that one part other than a worksheet may have. */
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
const MAX_PART_BYTES = 8 * 1024 * 1024;
/** Rows with content in any worksheet, before the parser sees the file. The lists themselves are held to 5,000. */
const MAX_SCANNED_ROWS = 20_000;
const MAX_CELLS = 500_000;
const MAX_STRINGS = 100_000;
/** A row beyond this number is a stray cell, and a parser pays for every row before it. */
export const LAST_ROW = 100_000;
const STEP_BYTES = 16 * 1024;
const ZIP64 = 0xffff_ffff;

type Part = {
  readonly name: string;
  readonly method: number;
  readonly declaredBytes: number;
  readonly data: Uint8Array;
};
export type Verdict = "fine" | "file-too-large" | "too-many-rows" | "file-unreadable";

/**
 * Judges an .xlsx without parsing it, in memory that does not grow with it: what its directory declares,
 * what its parts really inflate to, and how many rows, cells and strings they hold.
 */
export function inspectXlsx(bytes: Uint8Array): Verdict {
  const parts = listParts(bytes);
  if (!parts) return "file-unreadable";
  const isBomb =
    parts.reduce((sum, part) => sum + part.declaredBytes, 0) > MAX_UNPACKED_BYTES ||
    parts.some((part) => part.declaredBytes > MAX_PART_BYTES && !isWorksheet(part));
  if (isBomb) return "file-too-large";
  for (const part of parts) {
    if (!/\.(?:xml|rels)$/i.test(part.name)) continue;
    const verdict = inspectPart(part);
    if (verdict !== "fine") return verdict;
  }
  return "fine";
}

const isWorksheet = (part: Part) => /worksheets\/[^/]+\.xml$/i.test(part.name);

function inspectPart(part: Part): Verdict {
  const scan = { rows: 0, cells: 0, strings: 0, row: 0, hasValue: false, rest: "", unpackedBytes: 0 };
  const isOver = () => scan.rows > MAX_SCANNED_ROWS || scan.cells > MAX_CELLS || scan.strings > MAX_STRINGS;
  const take = (chunk: Uint8Array) => {
    scan.unpackedBytes += chunk.length;
    if (scan.unpackedBytes <= part.declaredBytes) scanTags(scan, Buffer.from(chunk).toString("latin1"));
  };
  try {
    if (part.method === 0) take(part.data);
    else if (part.method !== 8) return "file-unreadable";
    const inflate = new Inflate(take);
    for (let at = 0; part.method === 8 && at < part.data.length; at += STEP_BYTES) {
      inflate.push(part.data.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= part.data.length);
      if (scan.unpackedBytes > part.declaredBytes) return "file-too-large";
      if (isOver()) return "too-many-rows";
    }
  } catch {
    return "file-unreadable";
  }
  if (isOver()) return "too-many-rows";
  return scan.unpackedBytes === part.declaredBytes ? "fine" : "file-unreadable";
}

type Scan = { rows: number; cells: number; strings: number; row: number; hasValue: boolean; rest: string };

function scanTags(scan: Scan, chunk: string): void {
  const text = scan.rest + chunk;
  const end = text.lastIndexOf(">") + 1;
  scan.rest = text.length - end < 1000 ? text.slice(end) : "";
  for (const [, tag, attributes = ""] of text
    .slice(0, end)
    .matchAll(/<(?:\w+:)?(row|c|v|is|f|si)(?=[\s/>])([^>]*)>/g)) {
    if (tag === "si") scan.strings += 1;
    else if (tag === "c") scan.cells += 1;
    else if (tag === "row") {
      scan.row = Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? scan.row + 1);
      scan.hasValue = false;
    } else if (!scan.hasValue) {
      scan.hasValue = true;
      scan.rows += scan.row > LAST_ROW ? MAX_SCANNED_ROWS + 1 : 1;
    }
  }
}

/** The central directory. fflate and the parser read the same one, but neither hands out an entry to be measured while it inflates. */
function listParts(bytes: Uint8Array): Part[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) return undefined;
  const parts: Part[] = [];
  try {
    let at = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
      if (view.getUint32(at, true) !== 0x02014b50) return undefined;
      parts.push(partAt(bytes, view, at));
      at +=
        46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  } catch {
    return undefined;
  }
  return parts;
}

function partAt(bytes: Uint8Array, view: DataView, at: number): Part {
  const nameBytes = view.getUint16(at + 28, true);
  const [declaredBytes = 0, packedBytes = 0, local = 0] = wideFields(view, at, at + 46 + nameBytes);
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes)),
    method: view.getUint16(at + 10, true),
    declaredBytes,
    data: bytes.subarray(start, start + packedBytes),
  };
}

/** Unpacked size, packed size and offset; a writer that streams puts them into the ZIP64 extra field even of a small file. */
function wideFields(view: DataView, at: number, extraStart: number): number[] {
  const extraEnd = extraStart + view.getUint16(at + 30, true);
  let extra = extraStart;
  while (extra < extraEnd && view.getUint16(extra, true) !== 1) extra += 4 + view.getUint16(extra + 2, true);
  let next = extra + 4;
  return [at + 24, at + 20, at + 42].map((field) => {
    const value = view.getUint32(field, true);
    if (value !== ZIP64) return value;
    next += 8;
    return Number(view.getBigUint64(next - 8, true));
  });
}
