const SECTOR_END = 0xffff_fff0;

/** First sector of each stream by name. Streams under 4,096 bytes lie elsewhere, but no real workbook is that small. */
export function streamsOf(bytes: Uint8Array): Map<string, number> {
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
export function chainOf(bytes: Uint8Array, first: number): Uint8Array {
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
