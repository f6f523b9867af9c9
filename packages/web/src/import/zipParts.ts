const ZIP64 = 0xffff_ffff;

/** One file of an archive, still packed. */
export type Part = {
  readonly name: string;
  readonly method: number;
  readonly declaredBytes: number;
  readonly data: Uint8Array;
};

/** The central directory; undefined for what is no archive. fflate and the parser read the same one, but neither hands out an entry to be measured while it inflates. */
export function partsOf(bytes: Uint8Array): Part[] | undefined {
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
