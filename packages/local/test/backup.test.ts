import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hashOf } from "@dunmiao/domain/event";
import { openStore } from "@dunmiao/store/engine/client";
import { afterAll, describe, expect, test } from "vitest";
import { scanTable } from "../../operate/src/scanTable.ts";
import { failureOf, statusOf } from "../src/backup/failure.ts";
import { backupsOf, keptBackups } from "../src/backup/kept.ts";
import { restore } from "../src/backup/restore.ts";
import { BackupError } from "../src/backup/takeBackup.ts";
import { startEngine } from "../src/engine/engine.ts";
import { type Product, scratchDir, serveToEnd, startServing } from "./running.ts";

const { dir, remove } = scratchDir();
const dataDir = join(dir, "data");
const env = { PUBLIC_URL: "http://dunmiao.bureau.example", BUREAU_NAME: "示例市公安局" };
let product: Product | undefined;
afterAll(async () => {
  await product?.end();
  remove();
});

/** The hash of every row of the table that an engine on these files serves. */
async function contentOf(path: string): Promise<Record<string, string>> {
  const before = { ...process.env };
  const engine = await startEngine({ engine: "dynoxide", dataDir: { path, release: () => {} } });
  Object.assign(process.env, engine.variables);
  const rows: Record<string, string> = {};
  for await (const row of scanTable(openStore({ tableName: "dunmiao" }), {}))
    rows[`${row.pk} ${row.sk}`] = hashOf(row);
  await engine.stop();
  Object.assign(process.env, before);
  return rows;
}

async function setUp(url: string) {
  const link = new URL(readFileSync(join(dataDir, "first-administrator.txt"), "utf8").trim());
  const body = {
    token: link.searchParams.get("token"),
    number: "100001",
    name: "一号",
    passphrase: "a passphrase of some length",
    securityNumber: "100002",
    securityName: "二号",
  };
  const headers = { Accept: "application/json", "Content-Type": "application/json" };
  const answer = await fetch(`${url}/set-up`, { method: "POST", headers, body: JSON.stringify(body) });
  expect(answer.status).toBe(201);
}

test("a backup of a server at work is verified; after kill −9 another directory holds every record of it", async () => {
  product = await startServing(dataDir, env);
  await setUp(product.url);
  const taken = await serveToEnd("backup", [], { DATA_DIR: dataDir });
  expect([taken.code, taken.said]).toEqual([0, expect.stringMatching(/: \d+ records, verified/)]);
  const file = /(\S+\.backup): /.exec(taken.said)?.[1] ?? "";
  await product.kill();
  product = undefined;

  const other = join(dir, "restored");
  const restored = await serveToEnd("restore", [file], { DATA_DIR: other });
  expect([restored.code, restored.said]).toEqual([0, expect.stringContaining("2 records")]);
  const rows = await contentOf(other);
  expect(Object.keys(rows)).toEqual(expect.arrayContaining(["ACCOUNT#100001 RECORD", "SET-UP SET-UP"]));
  const now = await contentOf(dataDir);
  for (const [key, hash] of Object.entries(rows)) expect([key, now[key]]).toEqual([key, hash]);

  product = await startServing(other, env);
  expect(product.said.join("\n")).not.toContain("first-administrator");
  expect((await fetch(`${product.url}/sign-in`)).status).toBe(200);
});

test("where backups cannot be written, the command says so in its words and its status; nothing half is left", async () => {
  const backups = join(dataDir, "backups");
  const aside = join(dir, "aside");
  renameSync(backups, aside);
  writeFileSync(backups, "a file where the directory was");
  const taken = await serveToEnd("backup", [], { DATA_DIR: dataDir });
  expect([taken.code, taken.said]).toEqual([
    statusOf["not-writable"],
    expect.stringContaining("cannot be written to"),
  ]);
  rmSync(backups);
  renameSync(aside, backups);
  expect(readdirSync(backups)).toEqual(backupsOf(readdirSync(backups)));
});

test.each([
  [{ code: "ENOSPC" }, "no-room"],
  [{ code: "EDQUOT" }, "no-room"],
  [{ code: "ERR_SQLITE_ERROR", errcode: 13 }, "no-room"],
  [{ code: "EACCES" }, "not-writable"],
  [{ code: "EROFS" }, "not-writable"],
  [{ code: "ERR_SQLITE_ERROR", errcode: 8 + (4 << 8) }, "not-writable"],
  [{ code: "ERR_SQLITE_ERROR", errcode: 11 }, "not-sound"],
  [{ code: "EIO" }, "other"],
])("%j is %s", (codes, why) => {
  expect(failureOf(Object.assign(new Error("said"), codes)).why).toBe(why);
});

test("faults of the data are told as they were found", () => {
  expect(failureOf(new BackupError("2 faults", "not-sound"))).toEqual({
    why: "not-sound",
    sentence: "2 faults",
  });
});

describe("restoring", () => {
  const newest = () => {
    const backups = join(dataDir, "backups");
    const name = readdirSync(backups).toSorted().at(-1) ?? "";
    return join(backups, name);
  };

  test("is refused over anything, and of a damaged copy nothing is left", () => {
    expect(() => restore(newest(), dataDir)).toThrow("never put over data");
    const damaged = join(dir, "damaged.backup");
    const bytes = readFileSync(newest());
    // Somewhere in the engine's file, past the head of the archive.
    const at = bytes.lastIndexOf(Buffer.from("ACCOUNT#100001"));
    bytes[at] = 0;
    writeFileSync(damaged, bytes);
    const target = join(dir, "empty");
    mkdirSync(target);
    expect(() => restore(damaged, target)).toThrow(/not what was written|damaged/);
    expect(readdirSync(target)).toEqual([]);
    writeFileSync(damaged, "no backup at all");
    expect(() => restore(damaged, target)).toThrow("is no backup");
    expect(() => restore(join(dir, "nowhere"), target)).toThrow("There is no file");
    expect(existsSync(target)).toBe(true);
  });
});

describe("backups that stay", () => {
  const named = (day: string, time = "180000") => `dunmiao-${day}T${time}.backup`;
  const days = Array.from({ length: 400 }, (_, at) =>
    new Date(Date.UTC(2026, 0, 1) + at * 86_400_000).toISOString().slice(0, 10),
  );

  test("seven days, five weeks, twelve months, the newest of each", () => {
    const kept = [...keptBackups(days.map((day) => named(day)))].toSorted();
    expect(kept.slice(-7)).toEqual(days.slice(-7).map((day) => named(day)));
    const months = new Set(kept.map((name) => name.slice(8, 15)));
    expect(months.size).toBe(12);
    // Two of the weeks and two of the months end among the seven days.
    expect(kept).toHaveLength(7 + 3 + 10);
  });

  test("of one day the newest; what is no backup is left alone", () => {
    const names = [named("2026-03-02", "010000"), named("2026-03-02", "020000"), "notes.txt"];
    expect([...keptBackups(names)]).toEqual([named("2026-03-02", "020000")]);
  });
});
