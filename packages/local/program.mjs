// Builds what is out of date, then becomes the program in this process, so that signals arrive.
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, join, relative } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "../..");
const buildDir = join(root, "build");
const keptMs = 3_600_000;

/**
 * Builds a program where anything has changed since, and goes on as its entry `main`; `name` is that of its builds,
 * `command` how people start it.
 */
export async function startProgram({ name, entries, main = "main", command }) {
  const [major] = process.versions.node.split(".").map(Number);
  if (major < 24) {
    console.error(
      `Node ${process.versions.node} runs this; it needs Node 24, which ${command} brings: npm ci && ${command}`,
    );
    process.exit(1);
  }
  const { assets, verifier, program } = await buildParts({ name, entries });
  process.env.ASSETS_DIR = assets;
  process.env.VERIFIER_DIR = verifier;
  // What goes well is in the records; the console is for what does not.
  process.env.POWERTOOLS_LOG_LEVEL ??= "WARN";
  await become(join(program, `${main}.mjs`));
}

/** The directories of what browsers load, of the page that checks exports and of the program, built where anything has changed since. */
export async function buildParts({ name, entries }) {
  const assets = await builtOnce("assets", assetInputs(), async (directory) => {
    const { buildAssets } = await import("../web/build.ts");
    await buildAssets(directory);
  });
  const program = await builtOnce(name, sources(), (directory) => buildProgram(directory, entries));
  const verifier = await builtOnce("verifier", [...verifierInputs(), ...sources()], async (directory) => {
    const { verifierPage } = await import("../verifier/build.ts");
    writeFileSync(join(directory, "verify.html"), await verifierPage());
  });
  return { assets, verifier, program };
}

/**
 * Goes on as the server in the same process (signals and pid stay), without what the build held in memory and with a
 * heap that is collected early.
 */
async function become(main) {
  if (process.platform === "win32") return import(pathToFileURL(main).href);
  const { nodeFlags, nodeVariables } = await import("./src/nodeFlags.ts");
  process.execve(process.execPath, [process.argv0, ...nodeFlags, main, ...process.argv.slice(2)], {
    ...nodeVariables,
    ...process.env,
  });
}

/** The directory of a build, named after the content of its inputs; two starts at once may both build it, one wins. */
async function builtOnce(name, inputs, build) {
  const hash = createHash("sha256");
  for (const file of inputs)
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  const directory = join(buildDir, `${name}-${hash.digest("hex").slice(0, 16)}`);
  if (existsSync(directory)) return directory;
  const began = performance.now();
  const scratch = join(buildDir, `.${name}-${process.pid}`);
  mkdirSync(scratch, { recursive: true });
  await build(scratch);
  try {
    renameSync(scratch, directory);
  } catch (error) {
    rmSync(scratch, { recursive: true, force: true });
    if (!existsSync(directory)) throw error;
  }
  forgetOlder(name, directory);
  console.log(`built ${name} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return directory;
}

function forgetOlder(name, current) {
  for (const entry of readdirSync(buildDir).filter((each) => each.startsWith(`${name}-`))) {
    const directory = join(buildDir, entry);
    if (directory !== current && Date.now() - statSync(directory).mtimeMs > keptMs)
      rmSync(directory, { recursive: true, force: true });
  }
}

function filesUnder(directory) {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function sources() {
  const packages = ["domain", "store", "workflow", "operate", "web", "local"];
  return [
    ...packages.flatMap((name) => filesUnder(join(root, "packages", name, "src"))),
    import.meta.filename,
    lock(),
  ];
}

function verifierInputs() {
  const verifier = join(root, "packages/verifier");
  return [join(verifier, "build.ts"), ...filesUnder(join(verifier, "src"))];
}

function assetInputs() {
  const web = join(root, "packages/web");
  const ui = join(web, "src/ui");
  const single = [join(web, "build.ts"), join(ui, "buildStyles.ts"), join(ui, "icon.ts"), lock()];
  return [...filesUnder(join(ui, "styles")), ...filesUnder(join(ui, "client")), ...single];
}

function lock() {
  return join(root, "package-lock.json");
}

/**
 * Bundles the workspace (Node itself refuses .tsx) with all that it uses, as it runs on AWS: a program in few short
 * files starts sooner, and the engine of the language keeps every source text in memory.
 */
async function buildProgram(directory, entries) {
  const { build } = await import("esbuild");
  await build({
    entryPoints: entries.map((entry) => ({
      in: join(import.meta.dirname, entry),
      out: basename(entry, ".ts"),
    })),
    outdir: directory,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    minifyWhitespace: true,
    minifySyntax: true,
    format: "esm",
    platform: "node",
    target: "node24",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    banner: { js: 'import{createRequire as cr}from"node:module";const require=cr(import.meta.url);' },
    plugins: [withoutRemoteTasks],
    logLevel: "warning",
  });
}

/**
 * The interpreter of state machines would bring what it never uses here: a client for functions on AWS (every task
 * names its function, `prepareMachine`) and the judge of definitions (`noValidate`).
 */
const withoutRemoteTasks = {
  name: "without-remote-tasks",
  setup(bundler) {
    const unused = /^(@aws-sdk\/client-lambda|@aws-sdk\/credential-providers|asl-validator)$/;
    bundler.onResolve({ filter: unused }, ({ path, importer }) =>
      importer.includes("aws-local-stepfunctions") ? { path, namespace: "unused" } : undefined,
    );
    bundler.onLoad({ filter: /./, namespace: "unused" }, () => ({ contents: "module.exports = {};" }));
  },
};
