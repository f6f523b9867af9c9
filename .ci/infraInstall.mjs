// Writes SST's platform (its own sources, Pulumi and the AWS provider's package) into .sst: from npm, without AWS.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const platform = join(root, ".sst/platform");
const { version } = JSON.parse(readFileSync(join(root, "node_modules/sst/package.json"), "utf8"));
const versionFile = join(platform, "version");
const isThere =
  existsSync(join(platform, "node_modules/@pulumi/aws/package.json")) &&
  existsSync(join(platform, "config.d.ts")) &&
  existsSync(versionFile) &&
  readFileSync(versionFile, "utf8").trim().endsWith(version);
if (isThere) process.exit(0);

const registry = spawnSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).stdout.trim();
const { status } = spawnSync(join(root, "node_modules/.bin/sst"), ["install"], {
  cwd: root,
  stdio: "inherit",
  env: {
    ...process.env,
    ...(registry && { NPM_REGISTRY: registry.replace(/\/+$/, "") }),
    SST_NO_BUN: "true",
    SST_SKIP_DEPENDENCY_CHECK: "true",
    SST_TELEMETRY_DISABLED: "1",
    DO_NOT_TRACK: "1",
    SST_STAGE: "ci",
    AWS_EC2_METADATA_DISABLED: "true",
  },
});
process.exitCode = status ?? 1;
