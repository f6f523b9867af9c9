const MAX_RECORDS = 1_000_000;
const [BEGINS, ENDS] = [0x0809, 0x000a];

/** A text with its length (two bytes), a byte that says whether its characters have one byte or two, and the characters. */
export function textAt(view: DataView, at: number): string {
  const length = view.getUint16(at, true);
  const isWide = (view.getUint8(at + 2) & 1) === 1;
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at + 3, isWide ? length * 2 : length);
  return isWide ? new TextDecoder("utf-16le").decode(bytes) : Buffer.from(bytes).toString("latin1");
}

export type Found = { readonly id: number; readonly at: number; readonly length: number };

/** The records of one substream, up to its own EOF; a chart inside a sheet is a substream within. */
export function* records(view: DataView, start: number): Generator<Found> {
  let depth = 0;
  let position = start;
  for (let count = 0; position + 4 <= view.byteLength; count += 1) {
    if (count > MAX_RECORDS) throw new RangeError("More records than a list can need");
    const id = view.getUint16(position, true);
    if (id === BEGINS) depth += 1;
    if (id === ENDS) depth -= 1;
    if (depth <= 0) return;
    const length = view.getUint16(position + 2, true);
    yield { id, at: position + 4, length };
    position += 4 + length;
  }
}
