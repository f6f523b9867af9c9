import { Readable } from "node:stream";
import { type Manifest, type PartDigests, partNames } from "@dunmiao/domain/audit/exportParts";
import { partDigester } from "@dunmiao/domain/audit/partDigester";
import { ZipFile } from "yazl";

/** A part as it goes into the ZIP: its bytes are asked for when its turn comes. */
export type ZipPart = { name: string; bytes: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array> };

/**
 * Bytes of a ZIP (zip64 where it needs to be) of these parts, one after the other, and last the manifest with the digests
 * that were added up meanwhile; `at`: the ISO instant that every entry bears, so that the same parts are the same bytes.
 */
export function zipOf(
  parts: readonly ZipPart[],
  { at, manifest }: { at: string; manifest: (parts: PartDigests[]) => Manifest },
): { bytes: AsyncIterable<Uint8Array>; manifestText: () => string } {
  const zip = new ZipFile();
  const digests: PartDigests[] = [];
  let written = "";
  const add = (name: string, bytes: () => AsyncIterable<Uint8Array>) =>
    zip.addReadStreamLazy(name, { mtime: new Date(at) }, (begin) =>
      begin(null, Readable.from(bytes(), { objectMode: false })),
    );
  for (const { name, bytes } of parts) add(name, () => digested(name, bytes(), digests));
  add(partNames.manifest, async function* () {
    written = `${JSON.stringify(manifest(digests), null, 1)}\n`;
    yield Buffer.from(written);
  });
  const out = Readable.from(zip.outputStream);
  // What a part throws ends the ZIP, and with it whoever reads it.
  zip.on("error", (error) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  zip.end();
  return { bytes: out, manifestText: () => written };
}

async function* digested(
  name: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  digests: PartDigests[],
): AsyncGenerator<Uint8Array> {
  const digester = partDigester(name);
  for await (const chunk of bytes) {
    digester.add(chunk);
    yield chunk;
  }
  digests.push(digester.end());
}
