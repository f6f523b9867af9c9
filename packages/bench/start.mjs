import { spawn } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";
import { buildAssets } from "../web/build.ts";

/** Our own packages are bundled, what npm installed is imported as it is. */
const ownPackages = {
  name: "own-packages",
  setup(bundler) {
    bundler.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === "entry-point" || path.startsWith("@dunmiao/") ? undefined : { path, external: true },
    );
  },
};

const here = import.meta.dirname;
const outdir = join(here, "build");
const assets = join(outdir, "assets");
await buildAssets(assets);
const [wanted, ...rest] =
  process.argv[2] === "simulate"
    ? ["simulate/main", ...process.argv.slice(3)]
    : ["main", ...process.argv.slice(2)];
await build({
  entryPoints: [...new Set([wanted, "floorServer"])].map((name) => join(here, "src", `${name}.ts`)),
  outbase: join(here, "src"),
  outdir,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node24",
  sourcemap: true,
  plugins: [ownPackages],
  logLevel: "warning",
});

// A process of its own: the bundler's memory and service process must not stand in any figure.
const bench = spawn(process.execPath, [join(outdir, `${wanted}.mjs`), ...rest], {
  stdio: "inherit",
  env: { ...process.env, ASSETS_DIR: assets, POWERTOOLS_LOG_LEVEL: "WARN" },
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => bench.kill(signal));
bench.on("exit", (code) => {
  process.exitCode = code ?? 1;
});
