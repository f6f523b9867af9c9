// `npm run mutate -- --count 10000 --seed 7 [--file export.zip --key key.txt]`: so many damages of an export by chance, and
// what was found; status 1 when one was not.
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

const { count, seed, file, key } = parseArgs({
  options: {
    count: { type: "string", default: "10000" },
    seed: { type: "string", default: "13" },
    file: { type: "string" },
    key: { type: "string" },
  },
}).values;
if (![count, seed].every((each) => /^\d{1,7}$/.test(each)) || (file === undefined) !== (key === undefined)) {
  console.error("npm run mutate -- --count 10000 --seed 7 [--file export.zip --key key.txt]");
  process.exit(2);
}
const root = join(import.meta.dirname, "../../../..");
const vitest = join(root, "node_modules/vitest/vitest.mjs");
const given = file && key ? { MUTATE_FILE: resolve(file), MUTATE_KEY: resolve(key) } : {};
const { status } = spawnSync(process.execPath, [vitest, "run", "packages/operate/test/mutate"], {
  cwd: root,
  env: { ...process.env, MUTATE_COUNT: count, MUTATE_SEED: seed, ...given },
  stdio: "inherit",
});
process.exitCode = status ?? 1;
