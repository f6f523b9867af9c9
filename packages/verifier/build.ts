import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Metafile } from "esbuild";

const page = join(import.meta.dirname, "src/page");
const root = join(import.meta.dirname, "../..");
/** What a Chromium of five years ago has not and the product calls. */
const lacking = [
  ...["at", "find-last", "find-last-index", "to-reversed", "to-sorted", "to-spliced", "with"].map(
    (each) => `array/${each}`,
  ),
  ...["map/group-by", "object/group-by", "object/has-own", "set/union", "string/to-well-formed"],
];

/**
 * verify.html: the verifier as one page that is opened from disk, asks no network (its own policy forbids it) and runs in a
 * Chromium of five years ago.
 */
export async function verifierPage(): Promise<string> {
  const imports = [...lacking.map((each) => `core-js/actual/${each}`), "./page.ts"];
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: imports.map((each) => `import ${JSON.stringify(each)};`).join("\n"),
      resolveDir: page,
    },
    absWorkingDir: root,
    bundle: true,
    minify: true,
    charset: "utf8",
    format: "iife",
    platform: "browser",
    target: "chrome88",
    alias: { "node:crypto": join(page, "createHash.ts") },
    legalComments: "none",
    metafile: true,
    write: false,
  });
  const script = (outputFiles[0]?.text ?? "").replaceAll("</script", "<\\/script").trim();
  const style = readFileSync(join(page, "page.css"), "utf8");
  const policy = `default-src 'none'; base-uri 'none'; form-action 'none'; script-src ${digestOf(script)}; style-src ${digestOf(style)}`;
  return [
    "<!doctype html>",
    `<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>墩苗 审计导出核验</title>',
    `<style>${style}</style></head><body><noscript>核验需要启用脚本 The check needs scripts to be enabled</noscript>`,
    `<script>${script}</script></body></html>`,
    `<!--\n${licencesOf(metafile)}\n-->\n`,
  ].join("\n");
}

function digestOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** Those whose code is in it ask to be named. */
function licencesOf({ inputs }: Metafile): string {
  const names = new Set(
    Object.keys(inputs).flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []),
  );
  const texts = [...names].toSorted().flatMap((name) => {
    const directory = join(root, "node_modules", name);
    const files = existsSync(directory)
      ? readdirSync(directory).filter((each) => /^licen[cs]e/i.test(each))
      : [];
    return files.map((each) => `== ${name}\n${readFileSync(join(directory, each), "utf8").trim()}`);
  });
  return texts.join("\n\n").replaceAll("--", "- -");
}

if (import.meta.main) {
  const directory = join(import.meta.dirname, "build");
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "verify.html"), await verifierPage());
  console.log(join(directory, "verify.html"));
}
