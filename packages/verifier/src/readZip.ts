import type { PartDigests } from "@dunmiao/domain/audit/exportParts";
import { partDigester } from "@dunmiao/domain/audit/partDigester";
import { BlobReader, type Entry, ZipReader } from "@zip.js/zip.js/index-native.js";

/** The parts of a ZIP by name, and those names that occur twice. */
export type Parts = {
  names: readonly string[];
  doubled: readonly string[];
  close: () => Promise<void>;
} & PartReader;
type PartReader = {
  text: (name: string) => Promise<string>;
  /** Its lines in turn; a part that cannot be read throws. */
  lines: (name: string) => AsyncGenerator<string>;
  digests: (name: string) => Promise<PartDigests>;
};

/**
 * Opens a ZIP without unpacking it.
 * @throws Error for what is no ZIP, or one that is cut off
 */
export async function openZip(file: Blob): Promise<Parts> {
  const reader = new ZipReader(new BlobReader(file), { useWebWorkers: false });
  const entries = (await reader.getEntries()).filter((each) => !each.directory);
  const byName = new Map(entries.map((each) => [each.filename, each]));
  const names = [...byName.keys()];
  const entryOf = (name: string) => {
    const entry = byName.get(name);
    if (!entry || entry.directory) throw new Error(`no part ${name}`);
    return entry;
  };
  return {
    names,
    doubled: names.filter((name) => entries.filter((each) => each.filename === name).length > 1),
    text: (name) => textOf(name, chunksOf(entryOf(name))),
    lines: (name) => linesOf(name, chunksOf(entryOf(name))),
    digests: async (name) => {
      const digester = partDigester(name);
      for await (const chunk of chunksOf(entryOf(name))) digester.add(chunk);
      return digester.end();
    },
    close: () => reader.close(),
  };
}

async function* chunksOf(entry: Exclude<Entry, { directory: true }>): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const written = entry.getData(writable, { checkSignature: true });
  // Awaited below; a failure ends the reading first.
  written.catch(() => {});
  const reader = readable.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    yield value;
  }
  await written;
}

/** Whatever a file declares or unpacks to: memory stays flat. */
const longestText = 16 * 1024 * 1024;

/**
 * A whole part, of those that are small.
 * @throws Error for one that is not, or is no UTF-8
 */
async function textOf(name: string, chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  for await (const chunk of chunks) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > longestText) throw new Error(`${name} is longer than ${longestText} characters`);
  }
  return text + decoder.decode();
}

/**
 * The lines of a part, each ended.
 * @throws Error for a last line that is not, or one that is longer than any that is written
 */
export async function* linesOf(
  name: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > longestText)
      throw new Error(`${name} has a line of more than ${longestText} characters`);
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== "") throw new Error(`${name} is cut off in its last line`);
}
