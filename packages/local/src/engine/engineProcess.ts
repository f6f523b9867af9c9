import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { request as askPlain } from "node:http";
import { request as askTls } from "node:https";
import { setTimeout as pause } from "node:timers/promises";
import { endpointOf, freeAddress } from "./engineAddress.ts";
import type { EngineAddress, EngineKind } from "./engineKinds.ts";

/** The process has exited (a zombie counts as gone: it has closed its files). */
export function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return true;
  }
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ");
  } catch {
    return false;
  }
}

/** Ends a process politely, after `graceMs` by force, and returns once it is gone. */
export async function endProcess(pid: number, graceMs = 5_000): Promise<void> {
  signal(pid, "SIGTERM");
  const deadline = Date.now() + graceMs;
  while (!isGone(pid)) {
    if (Date.now() > deadline) signal(pid, "SIGKILL");
    await pause(10);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone between the look and the signal: that is what was wanted.
  }
}

/** Something speaks HTTP at the endpoint within two seconds (a refusal is an answer too). */
export function answers(endpoint: string): Promise<boolean> {
  // Not fetch: it keeps away from the ports of engines, as browsers do.
  const ask = endpoint.startsWith("https:") ? askTls : askPlain;
  return new Promise((resolve) => {
    const asked = ask(endpoint, { agent: false, timeout: 2_000 }, (response) => {
      response.resume();
      resolve(true);
    });
    asked.on("timeout", () => asked.destroy());
    asked.on("error", () => resolve(false));
    asked.end();
  });
}

/** A running engine: its process, its address on the loopback interface, and how to end it. */
export type Serving = EngineAddress & { pid: number; stop(): Promise<void> };

type Launch = { kind: EngineKind; dataDir?: string; logFile: string };

/** Starts an engine. An address found free may be taken a moment later: three tries. */
export async function launchOnFreePort(how: Launch): Promise<EngineAddress & { pid: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const at = await freeAddress(how.kind.name);
    try {
      return { pid: await launch(how, at), ...at };
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
}

/**
 * Starts an engine and waits until it answers. It gets a process group of its own, so that Ctrl-C reaches only us and
 * we stop in order, and writes its errors to a file: a pipe would break, and the engine with it, when we are killed.
 * @returns the process id
 * @throws Error with what it said when it exits or does not answer within 30 seconds
 */
export async function launch({ kind, dataDir, logFile }: Launch, at: EngineAddress): Promise<number> {
  const log = openSync(logFile, "w");
  const args = kind.args(at, dataDir);
  const child = spawn(kind.command, args, { detached: true, stdio: ["ignore", "ignore", log] });
  closeSync(log);
  const over = new AbortController();
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, name) => resolve(`it ended with ${code ?? name}`));
  });
  const failure = await Promise.race([ended, untilAnswering(endpointOf(at), over.signal)]);
  over.abort();
  if (failure !== undefined || child.pid === undefined) {
    child.kill("SIGKILL");
    throw new Error(
      `The database engine ${kind.name} did not start: ${failure}\n${readFileSync(logFile, "utf8")}`,
    );
  }
  child.unref();
  return child.pid;
}

async function untilAnswering(endpoint: string, over: AbortSignal): Promise<string | undefined> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline && !over.aborted) {
    if (await answers(endpoint)) return undefined;
    await pause(15);
  }
  return "it did not answer within 30 seconds";
}
