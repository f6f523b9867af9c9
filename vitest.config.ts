import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/*/test/**/*.test.{ts,tsx}"],
    globalSetup: "packages/store/test/globalSetup.ts",
    // The workflow logs one line per thing done; tests ask for silence, or for the lines themselves.
    env: { POWERTOOLS_LOG_LEVEL: process.env.POWERTOOLS_LOG_LEVEL ?? "SILENT" },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
