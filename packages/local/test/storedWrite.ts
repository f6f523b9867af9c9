import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { openStore } from "@dunmiao/store/engine/client";
import { scanTable } from "../../operate/src/scanTable.ts";
import { verifyTable } from "../../operate/src/verifyTable.ts";
import { everyKind, kindsOfRow, type StoredRow } from "./storedKinds.ts";
import { filesOf, rowsOf, storedReleases } from "./storedWorld.ts";

const storedDir = join(import.meta.dirname, "stored");
/** One is enough of what is gone after days anyway, or is there in great numbers. */
const oneIsEnough = ["KEY", "SESSION", "KEPT", "PROBE", "INBOX"];

type Table = { name: string; rows: StoredRow[]; bytes: number; kinds: Set<string> };
/** `brings`: the kinds for which it was chosen. */
type Chosen = { rows: readonly StoredRow[]; brings: readonly string[] };

/**
 * Chooses from the tables that a test run left on an engine the fewest small ones that hold every kind of row, and
 * writes their rows for later releases, one file a table. A table in which verification finds something is none of them:
 * tests also damage rows on purpose. With `onlyNew` those rows stay that are kept, and what the run left of kinds that
 * no release has yet comes beside them.
 * @throws Error that names the kinds of which the run left nothing
 */
export async function writeStoredRows(
  engine: Readonly<Record<string, string>>,
  { onlyNew }: { onlyNew: boolean },
): Promise<void> {
  Object.assign(process.env, engine);
  const kept = onlyNew
    ? storedReleases().flatMap((each) => filesOf(each).map((file) => rowsOf(each, file)))
    : [];
  const known = new Set(kept.flat().flatMap(kindsOfRow));
  const missing = new Set(everyKind.filter((each) => !known.has(each)));
  const waiting = await tablesLeft();
  const chosen: Chosen[] = [];
  while (missing.size > 0) {
    const best = waiting.toSorted((one, other) => gain(other, missing) - gain(one, missing))[0];
    if (!best || gain(best, missing) === 0) break;
    waiting.splice(waiting.indexOf(best), 1);
    const { faults } = await verifyTable(openStore({ tableName: best.name }));
    if (faults.length > 0) continue;
    chosen.push({ rows: best.rows, brings: [...best.kinds].filter((each) => missing.has(each)) });
    for (const each of best.kinds) missing.delete(each);
  }
  if (missing.size > 0) throw new Error(`no test left rows of ${[...missing].join(", ")}`);
  write(chosen, onlyNew);
}

/** New kinds for each byte; a table costs something by itself: few are loaded faster. */
function gain({ kinds, bytes }: Table, missing: ReadonlySet<string>): number {
  return [...kinds].filter((each) => missing.has(each)).length / (bytes + 100_000);
}

async function tablesLeft(): Promise<Table[]> {
  const tables: Table[] = [];
  for (const name of await tableNames()) {
    const all: StoredRow[] = [];
    for await (const item of scanTable(openStore({ tableName: name }), {})) all.push(item);
    const rows = fewOfMany(all.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)));
    const bytes = JSON.stringify(rows).length;
    const kinds = new Set(rows.flatMap(kindsOfRow));
    // What no release writes was put there by a test.
    if ([...kinds].every((each) => everyKind.includes(each))) tables.push({ name, rows, bytes, kinds });
  }
  return tables;
}

async function tableNames(): Promise<string[]> {
  const { documents } = openStore({ tableName: "any" });
  const names: string[] = [];
  let start: string | undefined;
  do {
    const page = await documents.send(new ListTablesCommand({ ExclusiveStartTableName: start }));
    names.push(...(page.TableNames ?? []));
    start = page.LastEvaluatedTableName;
  } while (start);
  return names;
}

function fewOfMany(rows: readonly StoredRow[]): StoredRow[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const [head = ""] = row.pk.split("#");
    if (!oneIsEnough.includes(head)) return true;
    return !seen.has(head) && seen.add(head);
  });
}

function keyOf({ pk, sk }: StoredRow): string {
  return `${pk} ${sk}`;
}

function write(chosen: readonly Chosen[], onlyNew: boolean): void {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "../../../package.json"), "utf8"));
  const dir = join(storedDir, version);
  if (!onlyNew) rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const used = new Set(filesOf(version).map((file) => basename(file, ".json")));
  for (const { rows, brings } of chosen) {
    const name = nameOf(brings, used);
    used.add(name);
    const lines = rows.map((row) => JSON.stringify(withoutFiller(row))).join(",\n");
    writeFileSync(join(dir, `${name}.json`), `[\n${lines}\n]\n`);
  }
}

/** By the noun of most of the events for which a table was chosen; by a number where that is taken. */
function nameOf(brings: readonly string[], used: ReadonlySet<string>): string {
  const nouns = brings.flatMap((each) => /^event ([a-z-]+)\./.exec(each)?.[1] ?? []);
  const often = (noun: string) => nouns.filter((each) => each === noun).length;
  const free = [...new Set(nouns)].toSorted((a, b) => often(b) - often(a)).find((each) => !used.has(each));
  return free ?? `more-${used.size + 1}`;
}

/** What fills the item by which the engine is tried is read by nobody. */
function withoutFiller(row: StoredRow): StoredRow {
  return row.filler === undefined ? row : { ...row, filler: "x" };
}
