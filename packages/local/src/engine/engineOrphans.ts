import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";

/**
 * The engines that have a data file open: started by a process that was killed, and alive without it.
 * Only a process whose command line is that of an engine is ever named; a backup tool reading the file is not.
 * @returns process ids, or `undefined` where the machine has neither /proc nor `ps` to tell
 */
export function enginesUsing(file: string): number[] | undefined {
  const engines = commandLines()?.filter(({ args }) => isEngine(args));
  return engines?.filter(({ pid, args }) => names(args, file) || hasOpen(pid, file)).map(({ pid }) => pid);
}

type CommandLine = { pid: number; args: string[] };

function commandLines(): CommandLine[] | undefined {
  try {
    const pids = readdirSync("/proc").filter((entry) => /^\d+$/.test(entry));
    return pids.map((pid) => ({ pid: Number(pid), args: argumentsOf(pid) }));
  } catch {
    return commandLinesByPs();
  }
}

function argumentsOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").filter(Boolean);
  } catch {
    return [];
  }
}

/** `ps` joins the arguments with blanks, so a path with blanks falls apart: the parts are put together again. */
function commandLinesByPs(): CommandLine[] | undefined {
  const { status, stdout } = spawnSync("ps", ["-axo", "pid=,args="], { encoding: "utf8" });
  if (status !== 0) return undefined;
  return stdout.split("\n").map((line) => {
    const [pid = "0", ...words] = line.trim().split(" ");
    const flag = words.findIndex(isPathFlag);
    const args = flag < 0 ? words : [...words.slice(0, flag + 1), words.slice(flag + 1).join(" ")];
    return { pid: Number(pid), args };
  });
}

function isEngine(args: string[]): boolean {
  return args.some((argument) => /(^|[\\/])(dynoxide(\.exe)?|DynamoDBLocal\.jar)$/.test(argument));
}

function isPathFlag(argument: string): boolean {
  return argument === "--db-path" || argument === "-dbPath";
}

/** One engine is told the file, DynamoDB Local the directory that the file is in. */
function names(args: string[], file: string): boolean {
  const path = args[args.findIndex(isPathFlag) + 1];
  return path !== undefined && args.some(isPathFlag) && (path === file || file.startsWith(`${path}/`));
}

/** Finds an engine also after its directory was moved, when its command line still names the old place. */
function hasOpen(pid: number, file: string): boolean {
  const wanted = identityOf(file);
  try {
    const open = readdirSync(`/proc/${pid}/fd`).map((fd) => identityOf(`/proc/${pid}/fd/${fd}`));
    return wanted !== undefined && open.includes(wanted);
  } catch {
    return false;
  }
}

function identityOf(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && `${found.dev}:${found.ino}`;
}
