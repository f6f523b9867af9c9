import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { buildStyles } from "./src/ui/buildStyles.ts";
import { icon } from "./src/ui/icon.ts";

/**
 * Builds style sheet, script and icon into a directory, each under a name with its hash and also gzip and brotli. Whoever
 * serves from the directory meanwhile, or builds the same into it, always finds a whole set: what went before goes last.
 */
export async function buildAssets(directory: string): Promise<Record<"css" | "js" | "icon", string>> {
  const contents = { css: buildStyles(), js: await buildScript(), icon };
  mkdirSync(directory, { recursive: true });
  const manifest = {
    css: writeHashed(directory, "app", "css", contents.css),
    js: writeHashed(directory, "app", "js", contents.js),
    icon: writeHashed(directory, "icon", "svg", contents.icon),
  };
  writeWhole(join(directory, "manifest.json"), JSON.stringify(manifest));
  const built = Object.values(manifest);
  for (const name of readdirSync(directory))
    if (!name.startsWith("manifest.json") && !built.some((each) => name.startsWith(each)))
      rmSync(join(directory, name), { force: true });
  return manifest;
}

async function buildScript(): Promise<string> {
  const built = await build({
    entryPoints: [join(import.meta.dirname, "src/ui/client/page.ts")],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  return built.outputFiles[0]?.text ?? "";
}

function writeHashed(directory: string, stem: string, extension: string, content: string): string {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  const name = `${stem}.${hash}.${extension}`;
  writeWhole(join(directory, name), content);
  writeWhole(join(directory, `${name}.gz`), gzipSync(content, { level: 9 }));
  writeWhole(join(directory, `${name}.br`), brotliCompressSync(content));
  return name;
}

function writeWhole(path: string, content: string | Uint8Array): void {
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, content);
  renameSync(unfinished, path);
}

if (import.meta.main) {
  const manifest = await buildAssets(join(import.meta.dirname, "build"));
  console.log(Object.values(manifest).join("\n"));
}
