import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

type Said = Record<string, unknown>;
export type Fixture = { child: ChildProcess; said: Said; lines: Said[] };

const started: ChildProcess[] = [];

/** Starts a fixture as a process of its own and waits for its first line. Every line is JSON; `lines` goes on growing. */
export async function startFixture(name: string, ...args: string[]): Promise<Fixture> {
  const script = join(import.meta.dirname, "fixtures", name);
  const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  started.push(child);
  child.stderr.on("data", (chunk) => process.stderr.write(chunk));
  const lines: Said[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on("line", (line) => lines.push(JSON.parse(line)));
  await once(reader, "line");
  return { child, said: lines[0] ?? {}, lines };
}

/** Kills without warning and waits until it is gone. */
export async function killHard(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

/** For `afterEach`: a test that fails half-way leaves no process behind. */
export async function killFixtures(): Promise<void> {
  await Promise.all(started.splice(0).map(killHard));
}
