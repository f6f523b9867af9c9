import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UpdateTableCommand } from "@aws-sdk/client-dynamodb";
import { holdDataDir } from "@dunmiao/local/dataDir";
import { startEngine } from "@dunmiao/local/engine/engine";
import { openStore, type Store } from "@dunmiao/store/engine/client";
import { createTable } from "@dunmiao/store/engine/createTable";

/** One engine on files in a directory of its own; this process's environment points at the newest, and so its children's. */
export type Rig = {
  dir: string;
  enginePid: number;
  engineName: string;
  /** Creates a table and opens it. Each write of the engine reads the whole stream: large tables go without one. */
  table(name: string, options?: { withStream: boolean }): Promise<Store>;
  stop(): Promise<void>;
};

/** Starts an engine that is measured: on files, as the product runs it. */
export async function startRig(): Promise<Rig> {
  const dir = mkdtempSync(join(tmpdir(), "dunmiao-bench-"));
  const dataDir = holdDataDir(join(dir, "engine"));
  const { AWS_ENDPOINT_URL_DYNAMODB: _, ...environment } = process.env;
  const engine = await startEngine({ dataDir, environment });
  const before = Object.fromEntries(Object.keys(engine.variables).map((name) => [name, process.env[name]]));
  Object.assign(process.env, engine.variables);
  if (engine.pid === undefined) throw new Error("the bench measures an engine that it starts itself");
  const stop = async () => {
    await engine.stop();
    for (const [name, value] of Object.entries(before))
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    dataDir.release();
    rmSync(dir, { recursive: true, force: true });
  };
  return { dir, enginePid: engine.pid, engineName: engine.name, table: openTable, stop };
}

async function openTable(TableName: string, { withStream } = { withStream: true }): Promise<Store> {
  const store = openStore({ tableName: TableName });
  await createTable(store);
  const StreamSpecification = { StreamEnabled: false };
  if (!withStream) await store.documents.send(new UpdateTableCommand({ TableName, StreamSpecification }));
  return store;
}
