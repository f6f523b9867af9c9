import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { partNames } from "@dunmiao/domain/audit/exportParts";

/** Where an export lies while it is written, and when it is whole. */
export type ExportShelf = {
  /** The public keys of the heads with their days (`keyRingText`). */
  readonly keyText: () => Promise<string>;
  /** The page that checks exports (`verify.html`); undefined where it cannot be had: the export then says so. */
  readonly verifierPage: () => Promise<string | undefined>;
  /** Keeps a piece of an export; the same name again replaces it. */
  readonly keep: (id: string, name: string, text: string) => Promise<void>;
  /** The bytes of a piece. */
  readonly read: (id: string, name: string) => AsyncIterable<Uint8Array>;
  /** Takes in the ZIP, whose bytes come in their order; it is there only once it is whole. */
  readonly seal: (id: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>;
  /** Pieces of these names are needed no more; of an export that has ended all, also those that nobody counted. */
  readonly clear: (id: string, names: readonly string[] | "all") => Promise<void>;
};

/** The page that checks exports, where it was built into a directory. */
export async function verifierPageIn(directory: string): Promise<string | undefined> {
  const file = join(directory, partNames.verifier);
  return existsSync(file) ? readFile(file, "utf8") : undefined;
}
