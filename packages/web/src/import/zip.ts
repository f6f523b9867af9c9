import { Inflate, zipSync } from "fflate";
import { impliedFormats } from "./numberFormats.ts";
import { isBlankXml, LAST_ROW, pruner, textsIn } from "./prune.ts";
import { type Part, partsOf } from "./zipParts.ts";

/** Unpacked size that the parts which are read may declare, and that one of them other than a worksheet may have. */
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
const MAX_PART_BYTES = 8 * 1024 * 1024;
/** Rows and cells with content in all worksheets, before the parser sees the file. The lists themselves are held to 5,000 rows. */
const MAX_SCANNED_ROWS = 20_000;
const MAX_CELLS = 250_000;
const MAX_STRINGS = 100_000;
/** Packed bytes at a time: at most a thousand times as many come out of them. */
const STEP_BYTES = 2 * 1024;

export type Verdict = "file-too-large" | "too-many-rows" | "file-unreadable";
/** A workbook without what no list needs, and the worksheets (by path) that have something beyond the last column read. */
export type Pruned = { readonly bytes: Uint8Array; readonly isCutOff: boolean };

/**
 * Judges an .xlsx without parsing it, by what its directory declares and what its parts really inflate to, and hands
 * the parser only what it needs: no pictures and links, no blank cells and rows, formats that Chinese Excel implies written out.
 */
export function inspectXlsx(bytes: Uint8Array): Pruned | Verdict {
  const parts = partsOf(bytes)?.filter((part) => isRead(part.name));
  if (!parts) return "file-unreadable";
  const isBomb =
    parts.reduce((sum, part) => sum + part.declaredBytes, 0) > MAX_UNPACKED_BYTES ||
    parts.some((part) => part.declaredBytes > MAX_PART_BYTES && !isWorksheet(part.name));
  return isBomb ? "file-too-large" : prune(parts);
}

const isWorksheet = (name: string) => /worksheets\/[^/]+\.xml$/i.test(name);
/** Links, drawings and comments of a sheet are found through its relations: without these nobody asks for them. */
const isRead = (name: string) =>
  /\.(?:xml|rels)$/i.test(name) &&
  !/(?:worksheets\/_rels|drawings|charts|comments|tables|pivot\w*|theme|docProps|customXml|calcChain)/i.test(
    name,
  );

function prune(parts: readonly Part[]): Pruned | Verdict {
  const read: Record<string, Uint8Array> = {};
  const found = { rows: 0, cells: 0, isCutOff: false };
  let blanks: ReadonlySet<number> = new Set();
  const byName = parts.toSorted(
    (one, other) => Number(isWorksheet(one.name)) - Number(isWorksheet(other.name)),
  );
  for (const part of byName) {
    const text = isWorksheet(part.name) ? inflateSheet(part, blanks, found) : inflate(part, () => undefined);
    if (typeof text !== "object") return text;
    if (/sharedStrings\.xml$/i.test(part.name)) {
      const strings = blankStrings(text.value);
      if (strings === undefined) return "too-many-rows";
      blanks = strings;
    }
    const value = /styles\.xml$/i.test(part.name) ? impliedFormats(text.value) : text.value;
    read[part.name] = Buffer.from(value, "latin1");
  }
  return { bytes: zipSync(read, { level: 0 }), isCutOff: found.isCutOff };
}

type Text = { readonly value: string };
type Found = { rows: number; cells: number; isCutOff: boolean };

function inflateSheet(part: Part, blanks: ReadonlySet<number>, found: Found): Text | Verdict {
  const pruning = pruner(blanks);
  const { content } = pruning;
  const tooMany = () =>
    found.rows + content.rows > MAX_SCANNED_ROWS ||
    found.cells + content.cells > MAX_CELLS ||
    content.lastRow > LAST_ROW;
  const text = inflate(part, (piece) => {
    pruning.take(piece);
    return content.fault ?? (tooMany() ? "too-many-rows" : undefined);
  });
  if (typeof text !== "object") return text;
  const value = pruning.end();
  if (content.fault) return content.fault;
  found.rows += content.rows;
  found.cells += content.cells;
  found.isCutOff ||= content.isCutOff;
  return { value };
}

/** Unpacks a part piece by piece, one character a byte; `judge` may stop it. What it keeps is the judge's, if it takes pieces. */
function inflate(part: Part, judge: (piece: string) => Verdict | undefined): Text | Verdict {
  const pieces: string[] = [];
  let unpackedBytes = 0;
  let verdict: Verdict | undefined;
  const take = (chunk: Uint8Array) => {
    unpackedBytes += chunk.length;
    if (verdict || unpackedBytes > part.declaredBytes) return;
    const piece = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString("latin1");
    verdict = judge(piece);
    if (!isWorksheet(part.name)) pieces.push(piece);
  };
  if (part.method !== 0 && part.method !== 8) return "file-unreadable";
  const feed = part.method === 0 ? take : inflater(take);
  try {
    for (let at = 0; at < part.data.length; at += STEP_BYTES) {
      feed(part.data.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= part.data.length);
      if (unpackedBytes > part.declaredBytes) return "file-too-large";
      if (verdict) return verdict;
    }
  } catch {
    return "file-unreadable";
  }
  return unpackedBytes === part.declaredBytes ? { value: pieces.join("") } : "file-unreadable";
}

function inflater(take: (chunk: Uint8Array) => void) {
  const stream = new Inflate(take);
  return (chunk: Uint8Array, isLast: boolean) => stream.push(chunk, isLast);
}

/** Numbers of the shared strings that show nothing; none where something could hide from whoever reads tags only. */
function blankStrings(xml: string): Set<number> | undefined {
  const blanks = new Set<number>();
  let index = 0;
  if (xml.includes("<!")) return blanks;
  for (const [, , text = ""] of xml.matchAll(/<((?:\w+:)?)si\b(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/\1si>)/g)) {
    if (isBlankXml(textsIn(text))) blanks.add(index);
    index += 1;
    if (index > MAX_STRINGS) return undefined;
  }
  return blanks;
}
