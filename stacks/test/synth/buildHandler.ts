import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./bundle.ts";

type BuildInput = {
  functionID: string;
  handler: string;
  copyFiles?: { from: string; to: string }[];
  properties: { format?: string; minify?: boolean; splitting?: boolean; sourcemap?: boolean };
};

/**
 * Bundles one handler as SST's CLI does for Node.js, into `out`; the answer is what `Runtime.Build` answers.
 * @throws Error when there is no such file, or when it does not export the handler
 */
export async function buildHandler(input: BuildInput, out: string) {
  const [, file = "", name = ""] = /^(.*)\.([^.]+)$/.exec(input.handler) ?? [];
  const source = [".ts", ".tsx"].map((each) => join(root, file + each)).find(existsSync);
  if (!source) throw new Error(`${input.functionID}: there is no ${file}.ts`);
  const outfile = join(out, `${file}.mjs`);
  const { metafile } = await build({
    entryPoints: [{ in: source, out: file }],
    outdir: out,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    keepNames: true,
    format: input.properties.format === "esm" ? "esm" : "cjs",
    minify: input.properties.minify ?? true,
    splitting: input.properties.splitting ?? false,
    sourcemap: input.properties.sourcemap === false ? false : "linked",
    mainFields: ["module", "main"],
    platform: "node",
    target: "node24",
    metafile: true,
    absWorkingDir: root,
    banner: { js: banner },
    logLevel: "error",
  });
  const built = Object.values(metafile.outputs).find(
    ({ entryPoint }) => entryPoint && source.endsWith(entryPoint),
  );
  if (!built?.exports.includes(name)) throw new Error(`${input.functionID}: ${file} does not export ${name}`);
  for (const { from, to } of input.copyFiles ?? []) cpSync(from, join(out, to), { recursive: true });
  return { handler: input.handler, out, errors: [], sourcemaps: [], file: outfile, metafile };
}

const banner = [
  'import { createRequire as topLevelCreateRequire } from "module";',
  "const require = topLevelCreateRequire(import.meta.url);",
  'import { fileURLToPath as topLevelFileUrlToPath, URL as topLevelURL } from "url";',
  'const __filename = topLevelFileUrlToPath(import.meta.url);const __dirname = topLevelFileUrlToPath(new topLevelURL(".", import.meta.url));',
].join("\n");
