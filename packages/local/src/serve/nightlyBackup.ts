import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { backupsOf, takenAt } from "../backup/kept.ts";

/** The instant of the newest backup of a data directory; undefined where there is none. */
export function lastBackup(dataDir: string): string | undefined {
  const dir = join(dataDir, "backups");
  const [newest] = existsSync(dir) ? backupsOf(readdirSync(dir)) : [];
  return newest && takenAt(newest);
}

/**
 * Takes a backup in a process of its own: it starts an engine on the copy, and the server goes on meanwhile.
 * @throws Error with what the process said
 */
export async function backUpApart(dataDir: string): Promise<void> {
  const { AWS_ENDPOINT_URL_DYNAMODB: _, AWS_ENDPOINT_URL_DYNAMODB_STREAMS: __, ...environment } = process.env;
  const program = join(import.meta.dirname, "backupCommand.mjs");
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", program], {
    env: { ...environment, DATA_DIR: dataDir },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(said.trim() || `the backup ended with ${String(code)}`);
}
