import {
  cpSync,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { refuseDamagedFile } from "../src/damage.ts";
import { findEngineKind } from "../src/engine/engineKinds.ts";
import { scratchDir, startToEnd } from "./running.ts";
import { copyDemo } from "./seeded.ts";

const sound = scratchDir();
afterAll(() => sound.remove());

/** Whatever the engine had in its journal is in the file afterwards. */
function settle(file: string): void {
  const database = new DatabaseSync(file);
  database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  database.close();
}

/** A copy of the sound directory with something done to it. */
function spoilt(name: string, spoil: (path: string) => void): string {
  const dir = `${sound.dir}-${name}`;
  cpSync(sound.dir, dir, { recursive: true });
  spoil(dir);
  return dir;
}

const data = "dynoxide.sqlite";
function overwrite(file: string, at: number, bytes: number): void {
  writeSync(openSync(file, "r+"), Buffer.alloc(bytes, 0x5a), 0, bytes, at);
}

const spoils: [string, string, (dir: string) => void, RegExp][] = [
  ["emptied", data, (dir) => truncateSync(join(dir, data), 0), /was emptied/],
  ["gone", data, (dir) => rmSync(join(dir, data)), /is not there any more/],
  ["cut-off", data, (dir) => truncateSync(join(dir, data), 40_000), /was cut off/],
  ["no-database", data, (dir) => writeFileSync(join(dir, data), "something else"), /is no database/],
  ["overwritten", data, (dir) => overwrite(join(dir, data), 4_096, 60_000), /does not hold|cannot be read/],
  ["another", data, anotherDatabase, /finds nothing in it/],
  [
    "executions",
    "executions.sqlite",
    (dir) => overwrite(join(dir, "executions.sqlite"), 0, 4_096),
    /can be done without/,
  ],
  ["clock", "clock.json", (dir) => writeFileSync(join(dir, "clock.json"), "{"), /cannot be read/],
  ["content", "content.json", (dir) => writeFileSync(join(dir, "content.json"), ""), /cannot be read/],
];

function anotherDatabase(dir: string): void {
  rmSync(join(dir, data));
  const database = new DatabaseSync(join(dir, data));
  database.exec("CREATE TABLE something (x)");
  database.close();
}

describe.skipIf(!findEngineKind("dynoxide"))("a directory that was filled once", () => {
  beforeAll(async () => {
    await copyDemo(sound.dir);
    settle(join(sound.dir, data));
  });

  test.each(spoils)(
    "%s: %s is refused with what to do, and left as it is",
    async (name, file, spoil, reason) => {
      const dir = spoilt(name, spoil);
      const before = existsSync(join(dir, file)) && readFileSync(join(dir, file));
      const { code, said } = await startToEnd([], { DATA_DIR: dir });
      expect(said).toMatch(reason);
      expect(said).toMatch(/The data are damaged.*\n.*\nTo begin without these data/);
      expect(said).not.toMatch(/^\s+at /m);
      expect(said).not.toContain("ready");
      expect(code).toBe(1);
      if (name !== "another")
        expect(existsSync(join(dir, file)) && readFileSync(join(dir, file))).toEqual(before);
      rmSync(dir, { recursive: true, force: true });
    },
  );
});

test("what was never filled may be missing or empty", () => {
  const { dir, remove } = scratchDir();
  const file = join(dir, data);
  expect(() => refuseDamagedFile(file, false)).not.toThrow();
  writeFileSync(file, "");
  expect(() => refuseDamagedFile(file, false)).not.toThrow();
  expect(() => refuseDamagedFile(file, true)).toThrow("was emptied");
  remove();
});
