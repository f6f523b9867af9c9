import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const root = join(import.meta.dirname, "../../..");

/** A data directory for one test file. */
export function scratchDir() {
  const dir = mkdtempSync(join(tmpdir(), "dunmiao-start-"));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

type Started = { child: ChildProcess; said: string[]; ended: Promise<number | null> };

/** `npm start` (or another script) as README says it, as a process of its own. */
function npmRun(script: string, args: readonly string[], more: Record<string, string>): Started {
  // Neither the engine of the test run nor a port of someone else's.
  const { AWS_ENDPOINT_URL_DYNAMODB: _, AWS_ENDPOINT_URL_DYNAMODB_STREAMS: __, ...environment } = process.env;
  const env = { ...environment, PORT: "0", ...more };
  const child = spawn("npm", ["run", script, "--", ...args], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    if (stream) createInterface({ input: stream }).on("line", (line) => said.push(line));
  return { child, said, ended: once(child, "close").then(([code]) => code as number | null) };
}

/** Starts and waits for the end: what it said and its exit code. */
export async function startToEnd(args: readonly string[], env: Record<string, string>) {
  return serveToEnd("start", args, env);
}

/** The same of another script. */
export async function serveToEnd(script: string, args: readonly string[], env: Record<string, string>) {
  const { said, ended } = npmRun(script, args, env);
  return { code: await ended, said: said.join("\n") };
}

type Begun = {
  said: string[];
  /** Ends npm and the product without a word. */
  kill(): Promise<void>;
};
export type Product = Begun & {
  url: string;
  /** Ends npm by a signal, as a terminal or a service manager does; answers the exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
};

/** Starts and does not wait. */
export function beginProduct(dataDir: string, ...args: string[]): Begun & Started {
  return killable(npmRun("start", args, { DATA_DIR: dataDir }), dataDir);
}

function killable(started: Started, dataDir: string): Begun & Started {
  const kill = async () => {
    process.kill(Number(readFileSync(join(dataDir, "holder.pid"), "utf8")), "SIGKILL");
    started.child.kill("SIGKILL");
    await started.ended;
  };
  return { ...started, kill };
}

/** Starts and waits until it serves. */
export async function startProduct(dataDir: string, ...args: string[]): Promise<Product> {
  return untilReady(beginProduct(dataDir, ...args));
}

/** `npm run serve` on a directory; its address is the one on this machine. */
export async function startServing(dataDir: string, env: Record<string, string>): Promise<Product> {
  const begun = killable(npmRun("serve", [], { DATA_DIR: dataDir, ...env }), dataDir);
  const product = await untilReady(begun);
  return { ...product, url: /\(here (.*)\)/.exec(product.url)?.[1] ?? product.url };
}

async function untilReady(begun: Begun & Started): Promise<Product> {
  const { child, said, ended } = begun;
  const url = await Promise.race([readyUrl(child, said), ended.then(() => undefined)]);
  if (url === undefined) throw new Error(`npm start ended:\n${said.join("\n")}`);
  const end = (signal: NodeJS.Signals = "SIGTERM") => {
    child.kill(signal);
    return ended;
  };
  return { url, said, end, kill: () => begun.kill() };
}

async function readyUrl(child: ChildProcess, said: string[]): Promise<string> {
  for (;;) {
    const ready = said.find((line) => line.startsWith("ready "));
    if (ready) return ready.slice("ready ".length);
    if (child.stdout) await once(child.stdout, "data");
  }
}

// biome-ignore lint/suspicious/noExplicitAny: what a test reads of an answer, it checks
export type Said = any;

/** The JSON of an answer. */
export async function saidBy(response: Response | Promise<Response>): Promise<Said> {
  return (await response).json();
}

/** Somebody at the product's JSON surface: signs in as a persona and remembers the cookie. */
export async function signIn(url: string, body: Record<string, string>) {
  const headers = { "Content-Type": "application/json", Accept: "application/json" };
  const response = await fetch(`${url}/local/sign-in`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  const signedIn = { ...headers, Cookie: cookie };
  return {
    response,
    said: await saidBy(response),
    cookie,
    get: (path: string, accept = "application/json") =>
      fetch(url + path, { headers: { Cookie: cookie, Accept: accept }, redirect: "manual" }),
    post: (path: string, sent: object = {}) =>
      fetch(url + path, { method: "POST", headers: signedIn, body: JSON.stringify(sent) }),
    upload: (path: string, form: FormData) =>
      fetch(url + path, {
        method: "POST",
        headers: { Cookie: cookie, Accept: "application/json" },
        body: form,
      }),
  };
}
