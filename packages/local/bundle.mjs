// `npm run bundle`: one archive that serves on a Linux x64 machine without network and without Node.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { licenceTexts } from "../../.ci/licences.mjs";
import { buildParts } from "./program.mjs";
import { serving } from "./serving.mjs";
import { nodeFlags, nodeVariables } from "./src/nodeFlags.ts";

const root = join(import.meta.dirname, "../..");
const engine = "node_modules/@dynoxide/linux-x64";

if (process.platform !== "linux" || process.arch !== "x64") {
  console.error("The archive is made on Linux x64, where its engine and its Node run.");
  process.exit(1);
}

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const name = `dunmiao-${version}-linux-x64`;
const directory = join(root, "build", name);
const archive = `${directory}.tar.gz`;
rmSync(directory, { recursive: true, force: true });
const { assets, verifier, program } = await buildParts(serving);
cpSync(program, join(directory, "program"), { recursive: true });
cpSync(assets, join(directory, "assets"), { recursive: true });
cpSync(verifier, join(directory, "verifier"), { recursive: true });
cpSync(join(root, engine), join(directory, "program", engine), { recursive: true });
mkdirSync(join(directory, "bin"));
cpSync(join(root, "node_modules/node/bin/node"), join(directory, "bin/node"));
for (const file of ["LICENSE", "README.md"]) cpSync(join(root, file), join(directory, file));
writeFileSync(join(directory, "LICENCES.txt"), licenceTexts());
writeFileSync(join(directory, "dunmiao"), starter(serving.mains));
chmodSync(join(directory, "dunmiao"), 0o755);
writeFileSync(join(directory, "SHA256SUMS"), sums());
execFileSync("tar", [
  "--sort=name",
  "--owner=0",
  "--group=0",
  "-czf",
  archive,
  "-C",
  join(root, "build"),
  name,
]);
rmSync(directory, { recursive: true, force: true });
writeFileSync(`${archive}.sha256`, `${hashOf(archive)}  ${name}.tar.gz\n`);
console.log(`${relative(root, archive)}: sha256sum -c ${name}.tar.gz.sha256, unpack it, ./dunmiao serve`);

/** As `npm run serve` starts it: signals and pid stay with the one process. */
function starter(mains) {
  const cases = Object.entries(mains).map(([command, main]) => `  ${command}) main=${main} ;;`);
  return [
    "#!/bin/sh",
    "# dunmiao serve | backup | restore <file>: the settings stand in README.md.",
    'here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd) || exit 1',
    "wanted=serve",
    "[ $# -eq 0 ] || { wanted=$1; shift; }",
    'case "$wanted" in',
    ...cases,
    '  *) echo "dunmiao serve | backup | restore <file>" >&2; exit 2 ;;',
    "esac",
    'export ASSETS_DIR="$here/assets" VERIFIER_DIR="$here/verifier"',
    '[ -n "$POWERTOOLS_LOG_LEVEL" ] || export POWERTOOLS_LOG_LEVEL=WARN',
    `export ${Object.entries(nodeVariables)
      .map(([name, value]) => `${name}=${value}`)
      .join(" ")}`,
    `exec "$here/bin/node" ${nodeFlags.join(" ")} "$here/program/$main.mjs" "$@"`,
    "",
  ].join("\n");
}

/** As `sha256sum -c SHA256SUMS` reads it. */
function sums() {
  const files = readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return files.map((file) => `${hashOf(file)}  ${relative(directory, file)}\n`).join("");
}

function hashOf(file) {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
