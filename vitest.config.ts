import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// The second engine begins cold and takes four to seven times as long for the same requests, all the more on a busy machine.
const timeout = process.env.DUNMIAO_ENGINE === "dynamodb-local" ? 240_000 : 60_000;

export default defineConfig({
  test: {
    include: ["packages/*/test/**/*.test.{ts,tsx}"],
    globalSetup: "packages/store/test/globalSetup.ts",
    // The workflow logs one line per thing done; tests ask for silence, or for the lines themselves.
    env: { POWERTOOLS_LOG_LEVEL: process.env.POWERTOOLS_LOG_LEVEL ?? "SILENT" },
    // The runner leaves a core to others: of two it would use one, while its files wait for engine, product and browser.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: timeout,
    hookTimeout: timeout,
  },
});
