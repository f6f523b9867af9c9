import { createReadStream, createWriteStream, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { ExportScope } from "@dunmiao/domain/audit/exportScope";
import type { ExportSeal } from "@dunmiao/domain/audit/exportSeal";
import { parseNote } from "@dunmiao/domain/audit/signedNote";
import { parseHead, type TreeHead } from "@dunmiao/domain/audit/treeHead";
import { newestHeads } from "@dunmiao/store/audit/treeRead";
import type { ExportPage } from "@dunmiao/store/auditExportPages";
import type { Store } from "@dunmiao/store/engine/client";
import { writePage } from "./page.ts";
import { sealZip } from "./seal.ts";
import type { ExportShelf } from "./shelf.ts";

export type ExportRequest = {
  /** Where the ZIP goes. */
  file: string;
  /** Why it is made: it stands in the manifest. */
  purpose: string;
  /** What it holds; everything unless told. */
  scope?: ExportScope | undefined;
  /** ISO instant. */
  now: string;
  /** The public keys of the heads with their days (`keyRingText`). */
  key: string;
  /** `verify.html`; without it the export says that it is not in it. */
  verifierPage?: string | undefined;
  /** The last head that the auditor holds: the export proves that the tree begins with it, or says that it does not. */
  since?: TreeHead | undefined;
};

/** There is nothing to prove yet. */
export class ExportError extends Error {
  override readonly name = "ExportError";
}

const id = "export";

/**
 * Writes the whole table, up to the last signed head, as a ZIP that proves itself; what was changed since lies in it, too,
 * and is told apart. The file bears its name only once it is whole; no record says that it was made.
 * @throws ExportError
 */
export async function writeExport(store: Store, request: ExportRequest): Promise<ExportSeal> {
  const { file, purpose, now: at, since, scope = { of: "all" } } = request;
  const [newest] = await newestHeads(store, 1);
  const until = newest && parseHead(parseNote(newest.note)?.text ?? "");
  if (!until) throw new ExportError("No day has been closed yet: the first sweep of another day closes it.");
  const part = `${file}.part`;
  // Before the work: a place where nothing can be written is said at once.
  writeFileSync(part, "", { mode: 0o600 });
  const dir = mkdtempSync(join(tmpdir(), "dunmiao-export-"));
  const ground = { store, shelf: shelfIn(dir, { ...request, part }) };
  try {
    const pages: ExportPage[] = [];
    while (!pages.at(-1)?.isLast)
      pages.push(await writePage(ground, { id, scope, size: until.size }, pages.at(-1)));
    const seal = await sealZip(ground, { id, scope, purpose, at, until, since }, pages);
    renameSync(part, file);
    return seal;
  } finally {
    rmSync(dir, { recursive: true, force: true });
    rmSync(part, { force: true });
  }
}

type Shelved = Pick<ExportRequest, "key" | "verifierPage"> & { part: string };

function shelfIn(dir: string, { key, verifierPage, part }: Shelved): ExportShelf {
  return {
    keyText: async () => key,
    verifierPage: async () => verifierPage,
    keep: async (_, name, text) => writeFileSync(join(dir, name), text, { mode: 0o600 }),
    read: (_, name) => createReadStream(join(dir, name)),
    seal: (_, bytes) => pipeline(bytes, createWriteStream(part)),
    // The directory goes as a whole.
    clear: async () => {},
  };
}
