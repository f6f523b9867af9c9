import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** Starts a fixture as a process of its own and returns it with the first line that it says, parsed. */
export async function startFixture(name: string, ...args: string[]) {
  const script = join(import.meta.dirname, "fixtures", name);
  const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout });
  const [line] = (await once(lines, "line")) as [string];
  return { child, said: JSON.parse(line) as Record<string, unknown>, lines };
}

/** Kills without warning and waits until it is gone. */
export async function killHard(child: ChildProcess): Promise<void> {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
