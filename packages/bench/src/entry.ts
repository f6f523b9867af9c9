import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { build, type Metafile } from "esbuild";
import { median } from "./median.ts";
import { progress } from "./progress.ts";
import type { Figure } from "./report.ts";

const heaviest = 8;
const machineVariables = [
  "PROGRESS_ARN",
  "DAILY_SWEEP_ARN",
  "IMPORT_COHORT_ARN",
  "RECOUNT_CALENDAR_ARN",
].concat("CLOSE_DAY_ARN");
const timeImport =
  "const from = performance.now(); import(process.argv[1]).then(() => console.log(performance.now() - from));";
const timeFirstAnswer =
  "const from = performance.now(); import(process.argv[1]).then(async ({ handler }) => { const { statusCode } = await handler(JSON.parse(process.argv[2])); if (statusCode !== 303 && statusCode !== 503) throw new Error(String(statusCode)); console.log(performance.now() - from); });";
/** Somebody who has not signed in opens the start page: its routes are loaded, no table is asked. */
const startPage = JSON.stringify({
  version: "2.0",
  rawPath: "/",
  rawQueryString: "",
  headers: { host: "bench.invalid", accept: "text/html" },
  requestContext: { domainName: "bench.invalid", http: { method: "GET", path: "/" } },
  isBase64Encoded: false,
});

/** Bundle size and import time of the web function beside a bare router with the same database client. */
export async function entrySection(dir: string, runs: number): Promise<Figure[]> {
  progress("entry: bundling");
  const ours = await bundle(join(import.meta.dirname, "../../web/src/lambda.ts"), join(dir, "entry-web"));
  const bare = await bundle(join(import.meta.dirname, "../src/bareEntry.ts"), join(dir, "entry-bare"));
  const times = { ours: [] as number[], bare: [] as number[], answers: [] as number[] };
  progress(`entry: importing ${runs} times in fresh processes`);
  for (let run = 0; run < runs; run += 1) {
    times.bare.push(importMs(bare.file));
    times.ours.push(importMs(ours.file));
    times.answers.push(printedMs(timeFirstAnswer, ours.file, startPage));
  }
  const ratios = times.ours.map((each, at) => each / (times.bare[at] ?? Number.NaN));
  return [
    {
      what: "web function: bundle, first to load",
      value: ours.initialBytes / 1000,
      unit: "kB",
      note: `with what is loaded when needed ${(ours.bytes / 1000).toFixed(0)} kB`,
    },
    { what: "bare function: bundle, first to load", value: bare.initialBytes / 1000, unit: "kB" },
    { what: "web function: import", value: median(times.ours), unit: "ms" },
    {
      what: "web function: import and first answer",
      value: median(times.answers),
      unit: "ms",
      note: "with the pages read all day and the words of one language",
    },
    { what: "bare function: import", value: median(times.bare), unit: "ms" },
    { what: "web function beside the bare one", value: median(ratios), target: { atMost: 1.5 } },
    ...ours.heaviest.map(
      ([name, bytes]): Figure => ({ what: `  of it ${name}`, value: bytes / 1000, unit: "kB" }),
    ),
  ];
}

type Bundle = { file: string; bytes: number; initialBytes: number; heaviest: [string, number][] };

/** Bundles as the AWS stack does: one module, minified, what is imported later in files of its own. */
export async function bundle(entry: string, outdir: string): Promise<Bundle> {
  const { metafile } = await build({
    entryPoints: [entry],
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    minify: true,
    splitting: true,
    metafile: true,
    format: "esm",
    platform: "node",
    target: "node24",
    banner: { js: 'import{createRequire as __r}from"node:module";const require=__r(import.meta.url);' },
    logLevel: "error",
  });
  const outputs = Object.entries(metafile.outputs);
  // What is imported later has an entry point too.
  const [file = ""] = outputs.find(([, { entryPoint }]) => entryPoint && resolve(entryPoint) === entry) ?? [];
  const first = initialFiles(metafile, file);
  const size = (names: Iterable<string>) =>
    [...names].reduce((sum, name) => sum + (metafile.outputs[name]?.bytes ?? 0), 0);
  return {
    file: join(process.cwd(), file),
    bytes: size(outputs.map(([name]) => name)),
    initialBytes: size(first),
    heaviest: heaviestOf(metafile, first),
  };
}

/** The entry and what it imports at once. */
function initialFiles(metafile: Metafile, entry: string): Set<string> {
  const found = new Set([entry]);
  for (const name of found)
    for (const { path, kind } of metafile.outputs[name]?.imports ?? [])
      if (kind === "import-statement" && metafile.outputs[path]) found.add(path);
  return found;
}

function heaviestOf(metafile: Metafile, files: Iterable<string>): [string, number][] {
  const bytes = new Map<string, number>();
  for (const file of files)
    for (const [input, { bytesInOutput }] of Object.entries(metafile.outputs[file]?.inputs ?? {})) {
      const name = packageOf(input);
      bytes.set(name, (bytes.get(name) ?? 0) + bytesInOutput);
    }
  return [...bytes].toSorted((one, other) => other[1] - one[1]).slice(0, heaviest);
}

function packageOf(input: string): string {
  const [, inPackage] = input.split(/.*node_modules\//);
  if (inPackage === undefined) return input.split("/").slice(0, 2).join("/");
  return inPackage
    .split("/")
    .slice(0, inPackage.startsWith("@") ? 2 : 1)
    .join("/");
}

/** Milliseconds from the import to its end. */
export function importMs(file: string): number {
  return printedMs(timeImport, file);
}

/** Milliseconds that a script prints in a process of its own, configured as on AWS. */
function printedMs(script: string, ...args: readonly string[]): number {
  const env = {
    ...process.env,
    AUDIT_KEY: "arn:aws:kms:none:0:key/none",
    AUDIT_ORIGIN: "bench",
    ARCHIVE_BUCKET: "none",
    TABLE_NAME: "bench",
    BUREAU_NAME: "bench",
    OIDC_ISSUER: "https://sign-in.invalid",
    ...Object.fromEntries(machineVariables.map((name) => [name, "arn:bench"])),
  };
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", script, ...args], { env, encoding: "utf8" });
  const milliseconds = Number.parseFloat(stdout);
  if (Number.isNaN(milliseconds)) throw new Error(`the entry does not load: ${stderr}`);
  return milliseconds;
}
