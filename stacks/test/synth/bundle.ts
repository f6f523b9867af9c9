import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { build, type Plugin } from "esbuild";

export const root = join(import.meta.dirname, "../../..");
export const platform = join(root, ".sst/platform");

/** One text of one file, replaced by another; the changes of one synth are in different files. */
export type Change = { file: string; from: string; to: string };

/**
 * The program as SST's CLI bundles it: `sst.config.ts` and what it imports, SST's shim injected, the providers as
 * globals, Pulumi left to `.sst/platform`. Changes are made on the way, so that the files stay as they are.
 */
export async function bundleProgram(outfile: string, changes: readonly Change[] = []): Promise<void> {
  await build({
    stdin: { contents: program, resolveDir: root, loader: "ts" },
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node24",
    keepNames: true,
    sourcemap: false,
    inject: [join(platform, "src/shim/run.js")],
    define: { $app: "globalThis.$app", $cli: "globalThis.$cli", $dev: "false" },
    banner: { js: globals },
    mainFields: ["module", "main"],
    logLevel: "error",
    plugins: [leavingPlatform, ...changes.map(changing)],
  });
}

const program = `
import { run } from "./.sst/platform/src/auto/run.ts";
import * as aws from "@pulumi/aws";
import * as sst from "./.sst/platform/src/components/index.ts";
import config from "./sst.config.ts";
Object.assign(globalThis, { aws, sst });
export const app = config.app;
export const start = () => run(config.run);
`;

const globals = [
  'import { createRequire as topLevelCreateRequire } from "node:module";',
  "const require = topLevelCreateRequire(import.meta.url);",
  'import { dirname as topLevelDirname } from "node:path";',
  'import { fileURLToPath as topLevelFileUrlToPath } from "node:url";',
  "const __filename = topLevelFileUrlToPath(import.meta.url);",
  "const __dirname = topLevelDirname(__filename);",
].join("\n");

/** What SST's sources and Pulumi's packages import is found from `.sst/platform` when the program runs. */
const leavingPlatform: Plugin = {
  name: "leave-platform",
  setup(bundler) {
    bundler.onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) => {
      const isLeft = importer.startsWith(join(platform, "src")) || /^@pulumi\//.test(path);
      return isLeft && kind !== "entry-point" ? { path, external: true } : undefined;
    });
  },
};

/** @throws Error when the text is not there exactly once: a change that changes nothing proves nothing */
function changing({ file, from, to }: Change): Plugin {
  return {
    name: "one-change",
    setup(bundler) {
      bundler.onLoad({ filter: /\.(ts|json)$/ }, ({ path }) => {
        if (relative(root, path) !== file) return undefined;
        const text = readFileSync(path, "utf8");
        if (text.split(from).length !== 2) throw new Error(`${file} does not hold exactly once: ${from}`);
        return { contents: text.replace(from, () => to), loader: file.endsWith("json") ? "json" : "ts" };
      });
    },
  };
}
