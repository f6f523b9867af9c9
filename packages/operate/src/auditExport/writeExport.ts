import { createReadStream, createWriteStream, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import {
  formatName,
  formatVersion,
  headPart,
  type Manifest,
  type PartDigests,
  partNames,
} from "@dunmiao/domain/audit/exportParts";
import { readmeText } from "@dunmiao/domain/audit/exportReadme";
import { leafText } from "@dunmiao/domain/audit/leaf";
import { consistencyProof } from "@dunmiao/domain/audit/merkleProof";
import { leafHash, rootOf, treeOf } from "@dunmiao/domain/audit/merkleTree";
import { partDigester } from "@dunmiao/domain/audit/partDigester";
import type { TreeHead } from "@dunmiao/domain/audit/treeHead";
import { allHeads, allLeaves } from "@dunmiao/store/audit/treeRead";
import type { Store } from "@dunmiao/store/engine/client";
import { ZipFile } from "yazl";
import { gather } from "./gather.ts";

export type ExportRequest = {
  /** Where the ZIP goes. */
  file: string;
  /** Why it is made: it stands in the manifest. */
  purpose: string;
  /** ISO instant. */
  now: string;
  /** The public key of the heads, as a C2SP key text. */
  key: string;
  /** The last head that the auditor holds: the export proves that the tree begins with it. */
  since?: TreeHead | undefined;
};

/** There is nothing to prove yet, or the auditor's head is not of this tree. The message says which. */
export class ExportError extends Error {
  override readonly name = "ExportError";
}

/**
 * Writes the whole table, up to the last signed head, as a ZIP that proves itself; what was changed since lies in it, too,
 * and is told apart. Parts pass through a directory of their own, so that memory holds one record at a time; the file
 * bears its name only once it is whole.
 * @throws ExportError
 */
export async function writeExport(store: Store, request: ExportRequest): Promise<Manifest> {
  const heads = await allHeads(store);
  const last = heads.at(-1);
  if (!last) throw new ExportError("No day has been closed yet: the first sweep of another day closes it.");
  const part = `${request.file}.part`;
  // Before the work: a place where nothing can be written is said at once.
  writeFileSync(part, "", { mode: 0o600 });
  const dir = mkdtempSync(join(tmpdir(), "dunmiao-export-"));
  try {
    await gather(store, dir, last.size);
    const small: [name: string, text: string][] = [
      [partNames.readme, readmeText(last)],
      [partNames.key, `${request.key.trim()}\n`],
      ...heads.map(({ day, note }): [string, string] => [headPart(day), note]),
    ];
    if (request.since)
      small.push([partNames.consistency, await consistencyText(store, last.size, request.since)]);
    const manifest = await zipped(dir, small, { ...request, file: part });
    renameSync(part, request.file);
    return manifest;
  } finally {
    rmSync(dir, { recursive: true, force: true });
    rmSync(part, { force: true });
  }
}

async function consistencyText(store: Store, size: number, since: TreeHead): Promise<string> {
  const hashes: string[] = [];
  for await (const leaf of allLeaves(store)) if (leaf.index < size) hashes.push(leafHash(leafText(leaf)));
  if (since.size > size || rootOf(treeOf(hashes.slice(0, since.size))) !== since.root)
    throw new ExportError(
      `The tree does not begin with the head of ${since.day} that you hold: something before it was changed, or it is another tree's.`,
    );
  const [from, to] = [
    { size: since.size, root: since.root },
    { size, root: rootOf(treeOf(hashes)) },
  ];
  return `${JSON.stringify({ from, to, proof: consistencyProof(hashes, since.size) })}\n`;
}

const large = [partNames.records, partNames.events, partNames.texts, partNames.leaves];

async function zipped(
  dir: string,
  small: readonly (readonly [string, string])[],
  { file, purpose, now }: ExportRequest,
): Promise<Manifest> {
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(file));
  // Awaited below.
  written.catch(() => {});
  const parts: PartDigests[] = [];
  for (const [name, text] of small) {
    const bytes = Buffer.from(text);
    const digester = partDigester(name);
    digester.add(bytes);
    parts.push(digester.end());
    zip.addBuffer(bytes, name);
  }
  for (const name of large) {
    parts.push(await digestsOf(join(dir, name), name));
    zip.addFile(join(dir, name), name);
  }
  const scope = { of: "all" } as const;
  const manifest: Manifest = {
    format: formatName,
    version: formatVersion,
    purpose,
    exportedAt: now,
    scope,
    parts,
  };
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`), partNames.manifest);
  zip.end();
  await written;
  return manifest;
}

async function digestsOf(file: string, name: string): Promise<PartDigests> {
  const digester = partDigester(name);
  for await (const chunk of createReadStream(file)) digester.add(chunk);
  return digester.end();
}
