// `npm run fuzz -- 20000 7`: so many requests by chance, and the number that they are drawn from.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const [requests = "20000", seed = "12"] = process.argv.slice(2);
if (![requests, seed].every((each) => /^\d{1,7}$/.test(each))) {
  console.error("npm run fuzz -- <requests> <seed>: two whole numbers");
  process.exit(2);
}
const root = join(import.meta.dirname, "../../../..");
const vitest = join(root, "node_modules/vitest/vitest.mjs");
const { status } = spawnSync(process.execPath, [vitest, "run", "packages/local/test/fuzz"], {
  cwd: root,
  env: { ...process.env, FUZZ_REQUESTS: requests, FUZZ_SEED: seed },
  stdio: "inherit",
});
process.exitCode = status ?? 1;
