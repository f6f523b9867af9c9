import { join, resolve } from "node:path";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { setUpKey } from "@dunmiao/store/engine/signInKeys";
import { build, type Metafile } from "esbuild";
import { firstAnswerMs, importMs } from "./freshProcess.ts";
import { median } from "./median.ts";
import { progress } from "./progress.ts";
import type { Figure } from "./report.ts";
import type { Rig } from "./rig.ts";
import { startSecretsManager } from "./secretsManager.ts";

const heaviest = 8;
/** What the sign-in of an open site needs. */
const signInSecret = JSON.stringify({ clientSecret: "bench" });

/** Bundle size and import time of the web function beside a bare router with the same database client. */
export async function entrySection(rig: Rig, runs: number): Promise<Figure[]> {
  const { dir } = rig;
  progress("entry: bundling");
  const ours = await bundle(join(import.meta.dirname, "../../web/src/lambda.ts"), join(dir, "entry-web"));
  const bare = await bundle(join(import.meta.dirname, "../src/bareEntry.ts"), join(dir, "entry-bare"));
  const times = { ours: [] as number[], bare: [] as number[] };
  progress(`entry: importing ${runs} times in fresh processes`);
  for (let run = 0; run < runs; run += 1) {
    times.bare.push(await importMs(bare.file));
    times.ours.push(await importMs(ours.file));
  }
  const answers = await firstAnswers(rig, ours.file, runs);
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
      value: median(answers),
      unit: "ms",
      note: "of the open site: secret read, one GetItem, the pages read all day, the words of one language",
    },
    { what: "bare function: import", value: median(times.bare), unit: "ms" },
    { what: "web function beside the bare one", value: median(ratios), target: { atMost: 1.5 } },
    ...ours.heaviest.map(
      ([name, bytes]): Figure => ({ what: `  of it ${name}`, value: bytes / 1000, unit: "kB" }),
    ),
  ];
}

/** Of an open site, each in a process of its own. @throws where one was answered without the secret */
async function firstAnswers(rig: Rig, file: string, runs: number): Promise<number[]> {
  const { documents, tableName: TableName } = await rig.table("bench-entry", { withStream: false });
  await documents.send(new PutCommand({ TableName, Item: setUpKey }));
  const secrets = await startSecretsManager(signInSecret);
  try {
    progress(`entry: answering ${runs} times in fresh processes`);
    const answers: number[] = [];
    for (let run = 0; run < runs; run += 1)
      answers.push(await firstAnswerMs(file, { tableName: TableName, secretsUrl: secrets.url }));
    if (secrets.reads() !== runs) throw new Error(`${secrets.reads()} of ${runs} read the secret`);
    return answers;
  } finally {
    secrets.stop();
  }
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
    mainFields: ["module", "main"],
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
