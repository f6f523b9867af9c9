import { randomUUID } from "node:crypto";
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
} from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { WebDeps } from "@dunmiao/web/deps";
import type { Anchor } from "@dunmiao/workflow/anchor";
import { type ExportShelf, verifierPageIn } from "@dunmiao/workflow/auditExport/shelf";

type Exports = { shelf: ExportShelf; file: NonNullable<WebDeps["exportFile"]> };

/** Where the page that checks exports was built: `VERIFIER_DIR`, or `build/` of its package. */
function verifierDir(): string {
  return process.env.VERIFIER_DIR ?? join(import.meta.dirname, "../../verifier/build");
}

/**
 * Audit exports in `exports` of the data directory, which its owner alone can read: one file each, and under the id of one
 * that is being written its pieces. What a killed process left half sealed goes at the next start.
 */
export function localExports(dataDir: string, anchor: Anchor): Exports {
  const dir = join(dataDir, "exports");
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(dir).filter((each) => each.endsWith(".part"))) rmSync(join(dir, name));
  const pieceOf = (id: string, name: string) => join(dir, id, name);
  const fileOf = (id: string) => join(dir, `${id}.zip`);
  const shelf: ExportShelf = {
    keyText: () => anchor.keyText(),
    verifierPage: () => verifierPageIn(verifierDir()),
    keep: async (id, name, text) => {
      mkdirSync(join(dir, id), { recursive: true, mode: 0o700 });
      await writeFile(pieceOf(id, name), text, { mode: 0o600, flush: true });
    },
    read: (id, name) => createReadStream(pieceOf(id, name)),
    seal: async (id, bytes) => {
      const part = join(dir, `${id}.${randomUUID()}.part`);
      try {
        await pipeline(bytes, createWriteStream(part, { mode: 0o600, flush: true }));
        await rename(part, fileOf(id));
      } finally {
        await rm(part, { force: true });
      }
    },
    clear: async (id, names) => {
      if (names === "all") await rm(join(dir, id), { recursive: true, force: true });
      else for (const name of names) await rm(pieceOf(id, name), { force: true });
    },
  };
  const file: Exports["file"] = async (id) => {
    const path = fileOf(id);
    if (!existsSync(path)) return undefined;
    return { bytes: statSync(path).size, body: Readable.toWeb(createReadStream(path)) };
  };
  return { shelf, file };
}
