// The licences of what the product runs with: `node .ci/licences.mjs` fails for one that nobody has looked at.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
/** They ask for no more than to be named; DynamoDB Local, which comes with none of them, is no part of an archive. */
const known = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "MIT-0",
  "(MIT OR Apache-2.0)",
];

/** Every package that is installed without the tools of developers, as the lock file says. */
function packages() {
  const { packages: all } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  return Object.entries(all)
    .filter(([path, { dev, link }]) => path.startsWith("node_modules/") && !dev && !link)
    .map(([path, { version, license = "none" }]) => ({
      name: path.replace(/^.*node_modules\//, ""),
      directory: join(root, path),
      version,
      license,
    }));
}

/** What goes with an archive: every package with its version and the text of its licence, Node's first. */
export function licenceTexts() {
  const node = { name: "node", directory: join(root, "node_modules/node"), license: "MIT" };
  const { version } = JSON.parse(readFileSync(join(node.directory, "package.json"), "utf8"));
  return [{ ...node, version }, ...packages()]
    .filter(({ directory }) => existsSync(directory))
    .map(({ name, version, license, directory }) => {
      const files = readdirSync(directory).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
      const texts = files.map((file) => readFileSync(join(directory, file), "utf8"));
      return [`== ${name} ${version}: ${license}`, ...texts].join("\n\n");
    })
    .join("\n\n");
}

if (process.argv[1] === import.meta.filename) {
  const open = packages().filter(({ license }) => !known.includes(license));
  for (const { name, version, license } of open)
    console.error(`${name} ${version} is under ${license}: look at it, then name it in .ci/licences.mjs`);
  console.log(
    `${packages().length} packages that the product runs with, ${open.length} under other licences`,
  );
  if (open.length > 0) process.exitCode = 1;
}
