import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { BackupFailure, Backups } from "@dunmiao/domain/backup";
import { statusOf } from "../backup/failure.ts";
import { backupsOf, takenAt } from "../backup/kept.ts";
import { dayAt } from "./dailyJob.ts";

/** The backups of a data directory: what is known of them, and how the one of a day is taken. */
export type Nightly = {
  readonly state: () => Backups;
  /**
   * Takes the backup of a day where there is none yet, in a process of its own: it starts an engine on the copy, and the
   * server goes on meanwhile.
   * @throws Error with what the process said
   */
  readonly take: (day: string) => Promise<void>;
};

/** `hour`: when the backup of a day is due, in Shanghai. */
export function nightlyBackups(dataDir: string, hour: number): Nightly {
  let latest: { at: string; failed: BackupFailure } | undefined;
  return {
    state: () => {
      const last = lastBackup(dataDir);
      const isOver = latest === undefined || (last !== undefined && last > latest.at);
      return { last, failed: isOver ? undefined : latest?.failed };
    },
    take: async (day) => {
      const last = lastBackup(dataDir);
      if (last !== undefined && dayAt(new Date(last), hour) >= day) return;
      const { code, said } = await backUpApart(dataDir);
      latest = code === 0 ? undefined : { at: new Date().toISOString(), failed: failureBy(code) };
      if (code !== 0) throw new Error(said || `the backup ended with ${String(code)}`);
    },
  };
}

/** The instant of the newest backup; undefined where there is none, or no directory that could be read. */
function lastBackup(dataDir: string): string | undefined {
  try {
    const [newest] = backupsOf(readdirSync(join(dataDir, "backups")));
    return newest && takenAt(newest);
  } catch {
    return undefined;
  }
}

function failureBy(code: number | null): BackupFailure {
  if (code === statusOf["no-room"]) return "no-room";
  if (code === statusOf["not-writable"]) return "not-writable";
  return code === statusOf["not-sound"] ? "not-sound" : "other";
}

async function backUpApart(dataDir: string): Promise<{ code: number | null; said: string }> {
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
  return { code, said: said.trim() };
}
