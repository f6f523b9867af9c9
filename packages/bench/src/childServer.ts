import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** A server in a process of its own, ready at `url`. */
export type ChildServer = { url: string; pid: number; stop(): Promise<void> };

const readyWithinMs = 60_000;

/** Starts `node` with these arguments and waits for its line `ready <url>`. Throws with what it said when it ends before or takes too long. */
export async function startChild(args: readonly string[], env: Record<string, string>): Promise<ChildServer> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const url = await readyUrl(child);
  const { pid } = child;
  if (pid === undefined) throw new Error(`no process: node ${args.join(" ")}`);
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGTERM");
    await gone;
  };
  return { url, pid, stop };
}

function readyUrl(child: ChildProcess): Promise<string> {
  const said: string[] = [];
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error("the child's output is not piped");
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const timer = setTimeout(() => {
    child.kill("SIGKILL");
    reject(new Error(`not ready within ${readyWithinMs / 1000} s:\n${said.join("\n")}`));
  }, readyWithinMs);
  const hear = (line: string) => {
    said.push(line);
    if (said.length > 40) said.shift();
    const url = /^ready (http\S+)/.exec(line)?.[1];
    if (url) resolve(url);
  };
  createInterface({ input: stdout }).on("line", hear);
  createInterface({ input: stderr }).on("line", hear);
  child.once("exit", (code) => reject(new Error(`it ended with ${code}:\n${said.join("\n")}`)));
  return promise.finally(() => clearTimeout(timer));
}
